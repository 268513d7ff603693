import type { Problem } from './problem.js';

/** The beginning of a text that starts like a word and is none of JSON's: `not` in `not a definition`. */
const WORD = /^\s*([A-Za-z_$][\w$]*)/;

/**
 * A definition that is no JSON. AWS words this as the parser it uses does, and its place is a place in the text; of
 * that only the text that is no JSON from its first word on is known, anything else is told in this host's words,
 * without place.
 */
export function jsonProblem(text: string, thrown: unknown): Problem {
  const code = 'INVALID_JSON_DESCRIPTION';
  const word = WORD.exec(text)?.[1];
  if (word === undefined || ['true', 'false', 'null'].includes(word)) {
    return { code, message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
  const before = text.slice(0, text.indexOf(word));
  const line = before.split('\n').length;
  const column = before.length - (before.lastIndexOf('\n') + 1) + word.length + 1;
  const location = `[Source: (String)"${text}"; line: ${line}, column: ${column}]`;
  const expected = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
  const message = `Unrecognized token '${word}': was expecting ${expected}\n at ${location}`;
  return { code, message, location };
}
