import { foldText } from '../words/fold-text.js';
import type { Lodged, SessionResult } from './petition.js';

const LODGED: readonly [RegExp, Lodged][] = [
  [/来信|信件|\bletter\b/, 'letter'],
  [/来访|走访|上门|\bvisit\b/, 'visit'],
  [/来电|电话|\b(?:phone|call)\b/, 'phone'],
  [/网上|网络|\bonline\b/, 'online'],
];
const PARTIES = /(?<!\d)(\d{1,3})\s*(?:人|户|方|名|people|persons|parties|households)/;
/** "未达成" holds "达成": what was not agreed is looked for first. */
const NOT_AGREED = /未达成|没达成|不成|未成|失败|\bnot agreed\b|\bfailed\b/;
const AGREED = /达成|成功|和解|\bagreed\b/;

/** How the petition came in, where the words say so ("受理 来信 3户"). */
export const readLodged = (words: string): Lodged | undefined =>
  LODGED.find(([pattern]) => pattern.test(foldText(words)))?.[1];

/** How many people or households are at odds, where the words say so. */
export function readParties(words: string): number | undefined {
  const count = Number(PARTIES.exec(foldText(words))?.[1] ?? 0);
  return count > 0 ? count : undefined;
}

/** How a session ended; whoever says neither will sit together again. */
export function readResult(words: string): SessionResult {
  const folded = foldText(words);
  if (NOT_AGREED.test(folded)) return 'not-agreed';
  return AGREED.test(folded) ? 'agreed' : 'adjourned';
}
