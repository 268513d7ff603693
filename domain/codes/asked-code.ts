import { readAskCode } from './ask-code.js';

/** The code a text asks to be answered with: the sample town's asks end with it. Undefined for every other text. */
export function askedCode(body: string): string | undefined {
  const word = /(?<![A-Z0-9-])[A-Z0-9]{4}$/.exec(body.trim())?.[0];
  const read = word === undefined ? undefined : readAskCode(word);
  return read && 'code' in read ? read.code : undefined;
}
