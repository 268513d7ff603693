import { LOGGED_AT_MOST, LONGEST_NOTE, READ_AT_MOST } from './limits.js';

const HAN = /\p{Script=Han}/u;

/** Said where words were cut, in their own language: how long they were, so that nobody takes a part for the whole. */
const markOf = (words: string): string =>
  HAN.test(words)
    ? `……（原文共${words.length}字，以下略）`
    : ` ... (${words.length} characters in all; the rest is left out)`;

function cutTo(words: string, most: number): string {
  if (words.length <= most) return words;
  const mark = markOf(words);
  return `${words.slice(0, most - mark.length).replace(/[\uD800-\uDBFF]$/, '')}${mark}`;
}

/** As much of a text as is read and acted on. Cut before any pattern sees it. */
export const wordsToRead = (words: string): string => cutTo(words, READ_AT_MOST);

/** As much of a text as the log of texts keeps. */
export const wordsToLog = (words: string): string => cutTo(words, LOGGED_AT_MOST);

/** As much of an answer's words as a record has room for. */
export const wordsOfAnswer = (words: string): string => cutTo(words, LONGEST_NOTE);
