import { readOriginCode } from '../flood/origin.js';
import type { Command } from './command.js';

const WORDS = /^(?<word>放行|拦截|release|hold)(?<code>.+)$/iu;
/** Characters that people put around a code. */
const AROUND = /[\s:.。]/g;

/** "拦截 A-7K2M9QXR", "release A-7K2M9QXR": the duty desk's decision about an origin. Without a code it is none. */
export function readFlood(text: string): Command | undefined {
  const { word = '', code = '' } = WORDS.exec(text.normalize('NFKC').trim())?.groups ?? {};
  const origin = readOriginCode(code.replaceAll(AROUND, ''));
  if (origin === undefined) return undefined;
  const decision = /放行|release/i.test(word) ? 'release' : 'hold';
  return { name: 'flood', decision, origin };
}
