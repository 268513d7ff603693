import type { Town } from '../town/schema.js';

/** Where a transfer or a placement sends a request. */
export type Target = { readonly grid: number } | { readonly department: string };

/** Reads "52", "52网格", "转给52网格", "grid 52" as a grid, and a department that words name as that department. */
export function findTarget(town: Town, words: string | undefined): Target | undefined {
  const text = (words ?? '').normalize('NFKC').trim().toLowerCase();
  const named =
    /^(?:grid|网格|第)?\s*(\d{1,4})(?!\d)/.exec(text) ??
    /(?:grid|网格|第)\s*(\d{1,4})(?!\d)/.exec(text) ??
    /(?<!\d)(\d{1,4})\s*号?(?:网格|grid)/.exec(text);
  if (named) {
    const grid = town.grids.find((candidate) => candidate.number === Number(named[1]));
    return grid && { grid: grid.number };
  }
  const department = departmentIn(town, text);
  return department === undefined ? undefined : { department };
}

/** Departments that words name, in order, and names that are none; `note`: the words behind them. */
export interface NamedDepartments {
  readonly departments: readonly string[];
  readonly unknown: readonly string[];
  readonly note: string;
}

/** Words between names that say nothing by themselves. */
const BETWEEN =
  /[\s,，、。.;；:：/+&!！和与及跟同]|还有|一起|一块|以及|请|叫|找|公司|单位|部门|(?<![a-z])(?:and|the|to|please|company|office|department)(?![a-z])/g;
/** As long as a short name; what is longer says something. */
const NAME = { han: 4, latin: 2 } as const;

/** "城建、供电 供水：路塌了", "water and power". */
export function namedDepartments(town: Town, words: string): NamedDepartments {
  const text = words.normalize('NFKC').trim().toLowerCase();
  const mentions = mentionsIn(town, text).toSorted((a, b) => a.at - b.at);
  const departments = [...new Set(mentions.map(({ department }) => department))];
  const last = mentions.at(-1);
  const end = last ? last.at + last.length : 0;
  const between = mentions.map(({ at }, i) => text.slice(endOf(mentions[i - 1]), at));
  const behind = text.slice(end);
  const isNote = departments.length > 0 && saysMore(behind);
  const unknown = [...between, ...(isNote ? [] : [behind])].flatMap(wordsIn);
  return { departments, unknown, note: isNote ? behind.replace(/^[\s,，、。.;；:：-]+/, '') : '' };
}

const endOf = (mention: Mention | undefined): number => (mention ? mention.at + mention.length : 0);

const wordsIn = (text: string): string[] =>
  text
    .replaceAll(BETWEEN, ' ')
    .split(' ')
    .filter((word) => word !== '');

/** Words behind a colon, or longer than names are, are about the matter. */
function saysMore(text: string): boolean {
  if (/^\s*[:：]/.test(text)) return wordsIn(text).length > 0;
  const words = wordsIn(text);
  const isLatin = words.every((word) => /^[a-z]/.test(word));
  return isLatin ? words.length > NAME.latin : words.some((word) => word.length > NAME.han);
}

/** Departments whose names share something with a word that names none, the likeliest first. */
export function likelyDepartments(town: Town, words: readonly string[]): string[] {
  const scored = town.departments
    .filter(({ kind }) => kind !== 'desk')
    .map(({ id, name, keywords }) => ({
      id,
      shared: Math.max(
        ...words.flatMap((word) => [...Object.values(name), ...keywords].map((one) => alike(word, one))),
      ),
    }));
  return scored
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared)
    .map(({ id }) => id);
}

/** Characters that every office has tell none from another. */
const COMMON = /[公司所办局站处室队镇]/g;

/** Letters that a slip seldom touches. */
const FIRST = 2;

/** How much of a word two have in common: Chinese characters in any order, the first letters of Latin ones. */
function alike(word: string, name: string): number {
  const own = word.replaceAll(COMMON, '');
  const other = name.toLowerCase().replaceAll(COMMON, '');
  if (!/^[a-z]/.test(own)) return [...new Set(own)].filter((sign) => other.includes(sign)).length;
  return other.split(' ').some((part) => part.slice(0, FIRST) === own.slice(0, FIRST)) ? 1 : 0;
}

interface Mention {
  readonly department: string;
  readonly at: number;
  readonly length: number;
}

/** Words before a department that say that it is not the one: "不归供电所管". */
const NOT = /(?:不归|不是|不属于?|不该|别找|不用|not(?: for)?|isn't)\s*(?:the\s*)?$/;
/** Words before a department that say that it is the one: "找供水", "转给城建办". */
const TO = /(?:找|转给?|交给?|归|属于|给|联系|请|让|叫|是|to|for|ask|call|try)\s*(?:the\s*)?$/;

/** The one department that words mean: the only one not ruled out, or the one they send it to. */
function departmentIn(town: Town, text: string): string | undefined {
  const mentions = mentionsIn(town, text).filter(({ at }) => !NOT.test(text.slice(0, at)));
  const [only, ...more] = [...new Set(mentions.map(({ department }) => department))];
  if (more.length === 0) return only;
  const meant = mentions.filter(({ at }) => at === 0 || TO.test(text.slice(0, at)));
  const [one, ...others] = [...new Set(meant.map(({ department }) => department))];
  return others.length === 0 ? one : undefined;
}

/** Every mention of a department by its id, a name or a keyword; of words that lie in each other the longest counts. */
function mentionsIn(town: Town, text: string): Mention[] {
  const all = town.departments.flatMap(({ id, name, keywords }) =>
    [id, ...Object.values(name), ...keywords].flatMap((word): Mention[] => {
      const at = placeIn(text, word.toLowerCase());
      return at < 0 ? [] : [{ department: id, at, length: word.length }];
    }),
  );
  const holds = (a: Mention, b: Mention): boolean =>
    a.length > b.length && a.at <= b.at && b.at + b.length <= a.at + a.length;
  return all.filter((mention) => !all.some((other) => holds(other, mention)));
}

/** Where a word stands; a Latin one only as a whole word. */
function placeIn(text: string, word: string): number {
  if (!/^[a-z]/.test(word)) return text.indexOf(word);
  const escaped = word.replaceAll(/[^a-z0-9 ]/g, (sign) => `\\${sign}`);
  return new RegExp(`(?<![a-z])${escaped}(?![a-z])`).exec(text)?.index ?? -1;
}
