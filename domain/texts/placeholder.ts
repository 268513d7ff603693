import { PLACEHOLDER_LENGTH, TEXT_KEYS, type Placeholder, type TextKey } from './text-keys.js';

/** The placeholder of that name, if the text `key` may name it. */
export function placeholderOf(key: TextKey, name: string): Placeholder | undefined {
  const allowed: readonly Placeholder[] = TEXT_KEYS[key];
  return allowed.find((placeholder) => placeholder === name);
}

/**
 * A value as it stands in a text: never longer than its placeholder allows, cut with an ellipsis. Lengths are those a text
 * message counts (UTF-16 units); a character of two units is not cut in half.
 */
export function clip(placeholder: Placeholder, value: string): string {
  const longest = PLACEHOLDER_LENGTH[placeholder];
  if (value.length <= longest) return value;
  return `${value.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
