import type { Command } from './command.js';
import { foldText } from './fold-text.js';
import { readPeople } from './read-people.js';
import { withoutSeparators } from './separators.js';

/** "已答复" is said of a consultation that was answered on the spot. */
const ANSWERED = /^(?:已(?:当场)?答复|当场答复|已解答|answered(?![a-z]))/;

/** Reads what follows the word for a reception: "3人 反映路灯不亮", "1人 13900000000 低保", "2人 已答复 咨询医保". */
export function readReception(words: string): Command {
  const came = readPeople(foldText(words));
  if (!came || came.people === 0) return { name: 'reception-unreadable' };
  const said = withoutSeparators(words.slice(came.length));
  const answered = ANSWERED.exec(foldText(said));
  const rest = answered ? withoutSeparators(said.slice(answered[0].length)) : said;
  // Neither answered nor said what it is about: nobody could go on with it.
  if (!answered && rest === '') return { name: 'reception-unreadable' };
  return { name: 'reception', people: came.people, answered: answered !== null, words: rest };
}
