/** Space and punctuation, half or full width, between the parts of a text, which belong to none of them. */
const SEPARATOR = String.raw`[\s,.:;!+()[\]/、。，．：；！（）【】－—–-]`;
const SEPARATORS = new RegExp(`^${SEPARATOR}+`);

/** How many characters at the beginning of `text` only separate. */
export const separatorLength = (text: string): number => SEPARATORS.exec(text)?.[0].length ?? 0;

/** The text without separators in front. */
export const withoutSeparators = (text: string): string => text.slice(separatorLength(text));

const SEPARATORS_BEHIND = new RegExp(`(?<!${SEPARATOR})${SEPARATOR}+$`);

/** The text without separators behind. */
export const withoutSeparatorsBehind = (text: string): string => text.replace(SEPARATORS_BEHIND, '');
