/** Characters a phone adds that nobody sees or means: zero-width marks, directions, emoji variants and keycaps. */
const UNSEEN = /[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]|\uFE0E|\uFE0F|\u20E3/g;

/** The text without unseen characters and without space around it; otherwise as the person wrote it. */
export const tidyText = (text: string): string => text.replace(UNSEEN, '').trim();

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  if (code >= 0x2460 && code <= 0x2468) return String.fromCharCode(code - 0x2460 + 0x31);
  if (/[A-Z]/.test(character)) return character.toLowerCase();
  return /\s/.test(character) ? ' ' : character;
}

/**
 * The form in which texts are compared: full width, circled digits and any space become their plain half-width form,
 * Latin letters lower case, and space around it goes. It has as many characters as the tidied text, each in its place,
 * so that the words a person wrote can be cut out of the original.
 */
export const foldText = (text: string): string => tidyText(text).replace(/[\s\S]/g, foldCharacter);
