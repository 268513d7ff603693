import { cutTo } from './fit-words.js';
import { PLACEHOLDER_LENGTH, TEXT_KEYS, type Placeholder, type TextKey } from './text-keys.js';

/** The placeholder of that name, if the text `key` may name it. */
export function placeholderOf(key: TextKey, name: string): Placeholder | undefined {
  const allowed: readonly Placeholder[] = TEXT_KEYS[key];
  return allowed.find((placeholder) => placeholder === name);
}

/**
 * A value as it stands in a text: never longer than its placeholder allows, cut behind a whole word with an ellipsis.
 * Lengths are those a text message counts (UTF-16 units).
 */
export const clip = (placeholder: Placeholder, value: string): string =>
  cutTo(value, PLACEHOLDER_LENGTH[placeholder]);
