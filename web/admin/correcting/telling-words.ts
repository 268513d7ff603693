/** The marks between which Chinese is written. */
const MARK = /[，。、！？；：]/u;

/** The words that decided a reading, each once: what was learnt of a mark beside a word is nothing to its reader. */
export const tellingWords = (evidence: readonly string[]): readonly string[] => [
  ...new Set(evidence.flatMap((piece) => piece.split(MARK)).filter((piece) => piece.trim() !== '')),
];
