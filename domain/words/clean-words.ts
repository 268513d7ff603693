/**
 * Characters that nobody sees and that change what others see or what a program does with them: controls but for the
 * tab and the line end, directions, characters without width, halves of a character, what Unicode reserves. What joins
 * or varies signs is looked at by itself.
 */
const UNSEEN =
  /(?![\t\n\u200D\p{Variation_Selector}])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gu;
/** A joiner that stands within no sign of several ("👨‍👩‍👧"), and a variation of nothing. */
const LOOSE_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D|\u200D(?!\p{Extended_Pictographic})/gu;
const LOOSE_VARIATION = /(?<![^\s\p{Variation_Selector}])\p{Variation_Selector}/gu;
/** The line ends of other systems. */
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g;

/** A person's words as they are stored, read, shown and texted: everything visible, in order, nothing else. */
export const cleanWords = (words: string): string =>
  words.replace(LINE_ENDS, '\n').replace(UNSEEN, '').replace(LOOSE_JOINER, '').replace(LOOSE_VARIATION, '');
