import type { Command } from './command.js';
import { foldText } from '../words/fold-text.js';
import { type ReadPeople, readPeople } from './read-people.js';
import { withoutSeparators } from '../words/separators.js';

/** "已答复" is said of a consultation that was answered on the spot: first, or last and by itself. */
const ANSWERED = /^(?:已(?:当场)?答复|当场答复|已解答|answered(?![a-z]))/;
const ANSWERED_LAST =
  /(?<![\s,.:;、。，．：；])[\s,.:;、。，．：；]+(?:已(?:当场)?答复|当场答复|已解答|answered)[\s.。!！]*$/;
/** Somebody's telephone number: one person came, though nobody said how many. */
const TELEPHONE = /(?<!\d)\+?\d{7,15}(?!\d)/;

/** Reads what follows the word for a reception: "3人 反映路灯不亮", "1人 13900000000 低保", "2人 已答复 咨询医保",
 * "张三 13900000000 路灯不亮". */
export function readReception(words: string): Command {
  const came = whoCame(foldText(words));
  if (!came || came.people === 0) return { name: 'reception-unreadable' };
  const { answered, rest } = readAnswered(withoutSeparators(words.slice(came.length)));
  // Neither answered nor said what it is about: nobody could go on with it.
  if (!answered && rest === '') return { name: 'reception-unreadable' };
  return { name: 'reception', people: came.people, answered, words: rest };
}

const whoCame = (folded: string): ReadPeople | undefined =>
  readPeople(folded) ?? (TELEPHONE.test(folded) ? { people: 1, length: 0 } : undefined);

function readAnswered(said: string): { answered: boolean; rest: string } {
  const folded = foldText(said);
  const first = ANSWERED.exec(folded);
  if (first) return { answered: true, rest: withoutSeparators(said.slice(first[0].length)) };
  const last = ANSWERED_LAST.exec(folded);
  return last ? { answered: true, rest: said.slice(0, last.index) } : { answered: false, rest: said };
}
