import { numberAt } from '../words/read-number.js';
import type { Command } from './command.js';
import { foldText } from '../words/fold-text.js';
import { type ReadPeople, readPeople, readPeopleNamed } from './read-people.js';
import { separatorLength, withoutSeparators } from '../words/separators.js';

/** "名单", "list 52", or nothing at all: what is still to be visited. */
const LIST = /^(?:(?:名单|清单|list(?![a-z]))(?:\s*(\d{1,4}))?)?[\s.。!！]*$/;
/** The grid before a household, where somebody serves several: "52-12". */
const GRID = /^(\d{1,4})\s*[-–—]\s*(?=\d)/;
const OF_HOUSEHOLD = /^\s*(?:号户|号家|[号户#]|家(?![里中人属]))/;
const BETWEEN = /^(?:[\s,、，]|和|跟|与|及|&|and(?![a-z]))+/;
const EACH = /^\s*(?:[,，]\s*)?(?:各家?|每户|每家|都是|each(?![a-z]))(?:都?见到?了?|有)?\s*/;
const EACH_BEHIND = /^\s*(?:each|apiece|per household)(?![a-z])/;
const NOBODY =
  /^(?:都)?(?:家里没人|家中无人|不在家?|没在家?|没人|无人|(?:nobody|no one|none|not (?:at )?home|absent)(?![a-z]))/;
/** "问题不大" and "problem solved" do not report a problem. */
const PROBLEM =
  /^(?:(?:有|发现)?问题(?![不没无已都解大小])|(?:problem|issue)(?![a-z])(?!\s+(?:solved|fixed)))/;

const UNREADABLE: Command = { name: 'visit-unreadable' };

interface Households {
  readonly grid: number | undefined;
  readonly numbers: readonly number[];
  readonly length: number;
}

/** A visit to one household. */
interface Met {
  readonly household: number;
  readonly people: number;
}

/**
 * Reads what follows the word for a visit: "12 3人", "十二 两人", "12 2人 问题 屋顶漏水", "12 不在", "18 16 各2人", "18 2人 16 3人",
 * "18,16,20", "名单".
 */
export function readVisit(words: string): Command {
  const list = LIST.exec(foldText(words));
  if (list) return { name: 'visit-list', ...gridOf(list[1]) };
  const said = readMetAll(words) ?? readFirst(words);
  if (!said) return UNREADABLE;
  const { grid, met, rest, households } = said;
  const found = PROBLEM.exec(foldText(rest));
  const note = found ? withoutSeparators(rest.slice(found[0].length)) : rest;
  // A problem without words is nothing that anybody could handle, and of several households nobody knows which has it.
  if (found && (note === '' || met.length !== 1)) return UNREADABLE;
  const where = grid === undefined ? {} : { grid };
  return met.length > 0
    ? { name: 'visit', ...where, met, problem: found !== null, note }
    : { name: 'visit-people', ...where, households, note };
}

interface Said {
  readonly grid: number | undefined;
  readonly met: readonly Met[];
  /** Households of which it is not said how many were met. */
  readonly households: readonly number[];
  readonly rest: string;
}

/** Several households, each with its people or all with the same; undefined where it is one, or not said so. */
function readMetAll(words: string): Said | undefined {
  const met: Met[] = [];
  let grid: number | undefined;
  let rest = words;
  for (;;) {
    const households = readHouseholds(foldText(rest));
    if (!households) break;
    const behind = withoutSeparators(rest.slice(households.length));
    const people = readEach(foldText(behind), households.numbers.length > 1);
    if (!people) break;
    met.push(...households.numbers.map((household) => ({ household, people: people.people })));
    grid ??= households.grid;
    rest = withoutSeparators(behind.slice(people.length));
  }
  return met.length > 1 ? { grid, met, households: [], rest } : undefined;
}

/** One household and its people, a bare number too; or three and more without. */
function readFirst(words: string): Said | undefined {
  const all = readHouseholds(foldText(words));
  if (!all) return undefined;
  const rest = withoutSeparators(words.slice(all.length));
  // "18 16 2人" may be two people in all, or two in each.
  const isOfBoth = all.numbers.length > 1 && readEach(foldText(rest), false) !== undefined;
  if (all.numbers.length > 2 || isOfBoth)
    return { grid: all.grid, met: [], households: all.numbers, rest: isOfBoth ? '' : rest };
  const one = readHousehold(foldText(words));
  if (!one) return undefined;
  const behind = withoutSeparators(words.slice(one.length));
  const people = readMet(foldText(behind));
  if (!people) return undefined;
  const left = withoutSeparators(behind.slice(people.length));
  return {
    grid: one.grid,
    met: [{ household: one.number, people: people.people }],
    households: [],
    rest: left,
  };
}

/** As many households as stand in a row; a number that counts people is none. */
function readHouseholds(folded: string): Households | undefined {
  const numbers: number[] = [];
  let grid: number | undefined;
  let length = 0;
  for (;;) {
    const between = numbers.length === 0 ? 0 : (BETWEEN.exec(folded.slice(length))?.[0].length ?? 0);
    const from = folded.slice(length + between);
    const one = numbers.length > 0 && between === 0 ? undefined : readHousehold(from);
    if (!one || readPeopleNamed(from) || EACH_BEHIND.test(behindNumber(from))) break;
    numbers.push(one.number);
    grid ??= one.grid;
    length += between + one.length;
  }
  return numbers.length === 0 ? undefined : { grid, numbers, length };
}

function readHousehold(
  folded: string,
): { grid: number | undefined; number: number; length: number } | undefined {
  const grid = GRID.exec(folded);
  const before = grid?.[0].length ?? 0;
  const number = numberAt(folded.slice(before));
  if (!number) return undefined;
  const unit = OF_HOUSEHOLD.exec(folded.slice(before + number.length))?.[0].length ?? 0;
  const length = before + number.length + unit;
  return { grid: grid ? Number(grid[1]) : undefined, number: number.value, length };
}

/** How many were met: "3人", "各2人", "two each", "不在"; of several households it must be said that it is of each. */
function readEach(folded: string, isOfSeveral: boolean): ReadPeople | undefined {
  const each = EACH.exec(folded)?.[0].length ?? 0;
  const before = each + separatorLength(folded.slice(each));
  const said = folded.slice(before);
  const nobody = NOBODY.exec(said);
  if (nobody) return { people: 0, length: before + nobody[0].length };
  const people =
    readPeopleNamed(said) ??
    (each > 0 || EACH_BEHIND.test(behindNumber(said)) ? readPeople(said) : undefined);
  if (!people) return undefined;
  const behind = EACH_BEHIND.exec(said.slice(people.length))?.[0].length ?? 0;
  if (isOfSeveral && each === 0 && behind === 0) return undefined;
  return { people: people.people, length: before + people.length + behind };
}

const behindNumber = (said: string): string => said.slice(numberAt(said)?.length ?? 0);

function readMet(folded: string): ReadPeople | undefined {
  const nobody = NOBODY.exec(folded);
  return nobody ? { people: 0, length: nobody[0].length } : readPeople(folded);
}

const gridOf = (digits: string | undefined): { grid?: number } =>
  digits === undefined ? {} : { grid: Number(digits) };
