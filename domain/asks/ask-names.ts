/** The options of asks, by name. */
export const ASK_OPTIONS = [
  'accept',
  'decline',
  'transfer',
  'same',
  'done',
  'extend',
  'refuse',
  'aid',
  'session',
  'documents',
  'brought',
  'allow',
  'deny',
  'place',
  'refer',
  'satisfied',
  'unsatisfied',
  'retry',
  'well',
  'problem',
  'passed',
  'failed',
  'not-reached',
  'replied',
  'said',
  'call',
] as const;
export type AskOption = (typeof ASK_OPTIONS)[number];

/** Whether it is what a person may answer; the rest is given by the system, or is no answer. */
export const isAskOption = (option: string): option is AskOption =>
  (ASK_OPTIONS as readonly string[]).includes(option);

/** The kinds of asks. */
export const ASK_KIND_NAMES = [
  'clarify',
  'placement',
  'acceptance',
  'taking-up',
  'outcome',
  'application',
  'approval',
  'appointment',
  'report',
  'returned',
  'settlement',
  'documents',
  'sign-off',
  'confirmation',
  'attention',
  'joined',
  'place',
  'follow-up',
  'check',
  'call',
  'rectification',
  're-check',
  'supervision',
  'review',
  'complaint',
  'consent',
] as const;
export type AskKind = (typeof ASK_KIND_NAMES)[number];
