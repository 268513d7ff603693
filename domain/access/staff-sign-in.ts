/** The digits of a code that signs staff in: with the tries below, guessing goes on for thousands of years. */
export const CODE_DIGITS = 8;
/** Long enough to read a text and type it in. Minutes. */
export const CODE_MINUTES = 10;
/** Wrong codes, typed at the address where it was asked for, after which a new one must be asked for. */
export const CODE_TRIES = 5;
/** A text may be slow; whoever asks again sooner is sent no second one. Milliseconds. */
export const CODE_PAUSE = 60_000;
/** Codes a day for one person that are asked for from one address. */
export const CODES_A_DAY = 6;
/** The same from all addresses where they never signed in, so that the page keeps nobody's phone ringing. */
export const CODES_A_DAY_FROM_STRANGERS = 24;
/** From one Monday's list of visits to the next. Milliseconds. */
export const SESSION_LENGTH = 7 * 86_400_000;

/** A code as it was typed, in any width, with what people put between digits; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replaceAll(/[\s-]/g, '');
  return new RegExp(`^\\d{${CODE_DIGITS}}$`).test(digits) ? digits : undefined;
}
