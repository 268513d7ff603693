import type { Placeholder, TextKey } from './text-keys.js';

/** Texts that ask somebody to go or to do something about what a sender wrote. */
export const MUST_ACT: ReadonlySet<TextKey> = new Set<TextKey>([
  'ask-placement',
  'ask-acceptance',
  'ask-acceptance-duplicate',
  'ask-taking-up',
  'ask-outcome',
  'ask-report',
  'ask-report-step',
  'ask-report-emergency',
  'ask-report-emergency-duplicate',
  'ask-report-duplicate',
  'ask-settlement',
  'ask-supervision',
]);

/** Whoever must act reads the sender's words, where, whom to call and until when, and how to answer. */
export const NEEDED_TO_ACT: readonly Placeholder[] = ['words', 'place', 'phone', 'due', 'options', 'code'];
