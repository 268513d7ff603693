import type { Command } from './command.js';
import { foldText } from '../words/fold-text.js';
import { type ReadPeople, readPeople } from './read-people.js';
import { withoutSeparators } from '../words/separators.js';

/** "名单", "list 52", or nothing at all: what is still to be visited. */
const LIST = /^(?:(?:名单|清单|list(?![a-z]))(?:\s*(\d{1,4}))?)?[\s.。!！]*$/;
/** "12", "12号", "12户", with the grid before it where somebody serves several: "52-12". */
const HOUSEHOLD = /^(?:(\d{1,4})\s*[-–—]\s*)?(\d{1,3})(?!\d)\s*(?:号户|[号户#])?/;
const NOBODY =
  /^(?:家里没人|家中无人|不在家?|没在家?|没人|无人|(?:nobody|no one|none|not (?:at )?home|absent)(?![a-z]))/;
/** "问题不大" and "problem solved" do not report a problem. */
const PROBLEM =
  /^(?:(?:有|发现)?问题(?![不没无已都解大小])|(?:problem|issue)(?![a-z])(?!\s+(?:solved|fixed)))/;

/** Reads what follows the word for a visit: "12 3人", "12 2人 问题 屋顶漏水", "12 不在", "名单". */
export function readVisit(words: string): Command {
  const list = LIST.exec(foldText(words));
  if (list) return { name: 'visit-list', ...gridOf(list[1]) };
  const household = HOUSEHOLD.exec(foldText(words));
  if (!household) return { name: 'visit-unreadable' };
  const rest = withoutSeparators(words.slice(household[0].length));
  const met = readMet(foldText(rest));
  if (!met) return { name: 'visit-unreadable' };
  const said = withoutSeparators(rest.slice(met.length));
  const found = PROBLEM.exec(foldText(said));
  const note = found ? withoutSeparators(said.slice(found[0].length)) : said;
  // A problem without words is nothing that anybody could handle.
  if (found && note === '') return { name: 'visit-unreadable' };
  return {
    name: 'visit',
    ...gridOf(household[1]),
    household: Number(household[2]),
    people: met.people,
    problem: found !== null,
    note,
  };
}

function readMet(folded: string): ReadPeople | undefined {
  const nobody = NOBODY.exec(folded);
  return nobody ? { people: 0, length: nobody[0].length } : readPeople(folded);
}

const gridOf = (digits: string | undefined): { grid?: number } =>
  digits === undefined ? {} : { grid: Number(digits) };
