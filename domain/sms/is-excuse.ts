import type { AskKind } from '../asks/ask-names.js';
import { namesPlace } from '../reading/read-place.js';
import type { Reading } from '../reading/read-words.js';
import type { OpenAsk } from './match.js';
import { type Arrived, openOf } from './taken.js';

/** Where somebody is asked to come, or to take something on. */
const ASKED_TO_COME: ReadonlySet<AskKind> = new Set<AskKind>(['acceptance', 'taking-up', 'report']);

/** What keeps people at home or away from it, and is no emergency of the town's. */
const KEEPS_AWAY =
  /发烧|高烧|感冒|拉肚子|住院|医院|陪床|看病|打针|输液|吊水|挂水|手术|生孩子|坐月子|月子|结婚|喜事|订婚|出殡|丧事|奔丧|白事|\b(?:fever|temperature|flu|sick|ill|poorly|hospital|clinic|surgery|operation|wedding|funeral|christening|maternity|in labou?r|a&e)\b/iu;
/** With these it is one all the same. */
const IS_GRAVE =
  /抽[了过搐风]|昏|晕|喘不|不省|没气|断气|不行了|吐血|出血|救命|快来|\b(?:fits?|fitting|convuls\w+|seizures?|unconscious|not breathing|can't breathe|bleeding|come quick\w*|help)\b/iu;
const CANNOT_COME =
  /[来去到]不[了成]|[过赶]不[去来到]|走不开|脱不开|\b(?:can't|can\u2019t|cant|cannot|couldn't|unable|not able|won't)\b/iu;
const KEEPS_OUT: readonly string[] = ['decline', 'refuse', 'extend', 'transfer'];

/** Who says something as plainly is heard, whatever they excuse themselves with. */
const PLAINLY = 0.9;

/**
 * "来不了，孩子发烧": whoever of the staff is asked to come, and says what keeps them, reports nothing. `words` are all of it, or the
 * part that speaks of a danger, with the danger of all of it.
 */
export function isExcuse<A extends OpenAsk>(
  { staff, match, text, ...arrived }: Arrived<A>,
  { danger, place }: Pick<Reading, 'danger' | 'place'>,
  words: string = text,
): boolean {
  const open = openOf(arrived);
  if (!staff || open.length === 0 || !open.every(({ kind }) => ASKED_TO_COME.has(kind))) return false;
  if (danger.confidence >= PLAINLY || namesPlace(place)) return false;
  if (!KEEPS_AWAY.test(words) || IS_GRAVE.test(text)) return false;
  const isNo = (match.kind === 'answer' || match.kind === 'likely') && KEEPS_OUT.includes(match.option);
  return isNo || CANNOT_COME.test(text);
}
