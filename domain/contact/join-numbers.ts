/** Digits that a telephone number has at least: fewer with a space between them are two numbers of something else. */
const FEWEST_DIGITS = 7;

/** Words in which each telephone number that is written in groups, "199 0000 0154", stands in one piece. */
export const joinNumbers = (words: string): string =>
  words.replace(/\d(?:[ -]?\d)+/g, (run) => {
    const digits = run.replace(/\D/g, '');
    return digits.length < FEWEST_DIGITS ? run : digits;
  });
