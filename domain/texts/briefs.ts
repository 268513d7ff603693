import type { Language } from '../words/language.js';
import type { Town } from '../town/schema.js';
import { clip } from './placeholder.js';
import { renderWords, type Values } from './render-text.js';
import { PLACEHOLDER_LENGTH, type TextKey } from './text-keys.js';

/**
 * The notices to staff that need no answer and change nobody's work today, each with the line that stands for it in the
 * daily summary of whoever prefers one. What is not here is texted at once.
 */
export const BRIEFS = {
  'told-stage': 'brief-stage',
  'told-decided': 'brief-decided',
  'told-overdue': 'brief-overdue',
  'told-task-overdue': 'brief-task-overdue',
  'told-reopened': 'brief-reopened',
  'told-not-contacted': 'brief-not-contacted',
  'told-superseded': 'brief-superseded',
} as const satisfies Partial<Record<TextKey, TextKey>>;

/** The lines of asks that somebody was reminded of often enough. */
const ASK_BRIEFS = { request: 'brief-ask', task: 'brief-task-ask' } as const satisfies Record<
  string,
  TextKey
>;

/** Whether it is no text by itself but a line of a summary. */
export const isBrief = (key: string): boolean =>
  [...Object.values<string>(BRIEFS), ...Object.values<string>(ASK_BRIEFS)].includes(key);

const isGathered = (text: TextKey): text is keyof typeof BRIEFS => Object.hasOwn(BRIEFS, text);

/** The line of a notice in a daily summary, or of an ask that only `reminds`; undefined for what is never gathered. */
export function briefOf(
  town: Pick<Town, 'texts'>,
  text: TextKey,
  language: Language,
  values: Values,
  reminds?: keyof typeof ASK_BRIEFS,
): string | undefined {
  const own = isGathered(text) ? BRIEFS[text] : undefined;
  const key = reminds ? ASK_BRIEFS[reminds] : own;
  return key && renderWords(town, key, language, values);
}

/** As many lines as one summary holds, for each text of it: they are sent in their order. */
export function inTexts(briefs: readonly string[]): string[][] {
  const texts: string[][] = [];
  let used = Infinity;
  for (const brief of briefs) {
    const line = clip('lines', brief);
    // The break between two lines is a character.
    if (used + 1 + line.length > PLACEHOLDER_LENGTH.lines) {
      texts.push([line]);
      used = line.length;
    } else {
      texts.at(-1)?.push(line);
      used += 1 + line.length;
    }
  }
  return texts;
}
