import { localDate } from '../../domain/calendar/local-time.js';
import { causeTitle } from '../../domain/causes/cause-task.js';
import type { FoundRecurrence } from '../../domain/causes/recurrences.js';
import {
  type Compared,
  type ComparedCase,
  type ReplayComparison,
  sumOf,
  sumsBy,
} from '../../domain/replay/compare-replays.js';
import type { Bilingual } from '../../domain/words/language.js';
import { pathSchema } from '../../domain/town/field-schemas.js';
import type { Town } from '../../domain/town/schema.js';
import type { Change } from './change-town.js';

/** One path or grid with its sums. */
export interface Row extends Compared {
  readonly id: string;
  readonly name: Bilingual;
}

/** A place that came to its third closure, with how often it came in all. */
export interface CauseRow {
  readonly name: Bilingual;
  /** The local date. */
  readonly found: string;
  readonly requests: readonly string[];
}

/** The findings of a replay, ready to be shown: ids, names of places and counts; nobody's words. */
export interface ReplayReport {
  readonly town: { readonly id: string; readonly name: Bilingual };
  readonly from: string;
  readonly to: string;
  readonly changes: readonly Change[];
  /** How many cases go under today's rules as they were recorded. */
  readonly faithful: number;
  readonly leftOut: readonly string[];
  /** Recurrences at one place, under today's rules and under the changed ones. */
  readonly causes: { readonly before: readonly CauseRow[]; readonly after: readonly CauseRow[] };
  readonly total: Compared;
  readonly paths: readonly Row[];
  /** Grids with a case, by number. */
  readonly grids: readonly Row[];
  /** Cases that go otherwise under the changed rules. */
  readonly changed: readonly Omit<ComparedCase, 'isFaithful'>[];
}

const PATHS: Readonly<Record<string, Bilingual>> = {
  'same-day': { 'zh-CN': '当日办结', en: 'same-day' },
  programme: { 'zh-CN': '项目', en: 'programme' },
  emergency: { 'zh-CN': '应急', en: 'emergency' },
  petition: { 'zh-CN': '信访', en: 'petition' },
  coordinated: { 'zh-CN': '部门协同', en: 'coordinated' },
};
const UNPLACED: Bilingual = { 'zh-CN': '未分派', en: 'not placed' };

/** The rows of those places that have a case, in the order of `places`. */
function rowsOf<Key>(
  sums: ReadonlyMap<Key, Compared>,
  places: readonly { readonly key: Key; readonly id: string; readonly name: Bilingual }[],
): Row[] {
  return places.flatMap(({ key, id, name }) => {
    const sum = sums.get(key);
    return sum ? [{ id, name, ...sum }] : [];
  });
}

const isChanged = ({ before, after }: ComparedCase): boolean =>
  (['overdue', 'escalations', 'yellow', 'red'] as const).some((count) => before[count] !== after[count]);

const causeRows = (found: readonly FoundRecurrence[], town: Town): CauseRow[] =>
  found.map(({ foundAt, requests, ...place }) => ({
    name: causeTitle(town, place),
    found: localDate(foundAt, town.settings.timeZone),
    requests,
  }));

export function reportOf(
  { cases, causes, leftOut }: ReplayComparison,
  { town, from, to, changes }: { town: Town; from: string; to: string; changes: readonly Change[] },
): ReplayReport {
  const { id, name } = town.settings;
  const grids = town.grids.map((grid) => ({
    key: grid.number,
    id: String(grid.number),
    name: grid.name,
  }));
  const paths = pathSchema.options.map((path) => ({ key: path, id: path, name: PATHS[path] ?? UNPLACED }));
  return {
    town: { id, name },
    from,
    to,
    changes,
    faithful: cases.filter(({ isFaithful }) => isFaithful).length,
    leftOut,
    causes: { before: causeRows(causes.before, town), after: causeRows(causes.after, town) },
    total: sumOf(cases),
    paths: rowsOf(
      sumsBy(cases, ({ path }) => path),
      paths,
    ),
    grids: rowsOf(
      sumsBy<number | undefined>(cases, ({ grid }) => grid),
      [...grids, { key: undefined, id: 'none', name: UNPLACED }],
    ),
    changed: cases.filter(isChanged).map(({ isFaithful: _faithful, ...one }) => one),
  };
}
