import { examplesOf } from '../reading/examples-of.js';
import type { Town } from '../town/schema.js';

/** The entries of a part of a town that are new, changed or gone, by ids. */
export interface PartChanges {
  readonly part: string;
  readonly added: string[];
  readonly changed: string[];
  readonly removed: string[];
}

type Entries = ReadonlyMap<string, string>;

/** The members of each part by the name that people know them by, each as text to be compared. */
function entriesOf(town: Town): ReadonlyMap<string, Entries> {
  const by = <T>(list: readonly T[], name: (member: T) => string): Entries =>
    new Map(list.map((member) => [name(member), JSON.stringify(member)]));
  const keyed = (record: object): Entries =>
    new Map(Object.entries(record).map(([name, value]) => [name, JSON.stringify(value)]));
  const { settings, texts, inspections } = town;
  return new Map([
    ['settings', keyed(settings)],
    ['villages', by(town.villages, ({ id }) => id)],
    ['grids', by(town.grids, ({ number }) => String(number))],
    ['households', by(town.households, ({ grid, number }) => `${grid}/${number}`)],
    ['staff', by(town.staff, ({ id }) => id)],
    ['leave', by(town.leave, ({ staff, from }) => `${staff} ${from}`)],
    ['departments', by(town.departments, ({ id }) => id)],
    ['supervisors', by(town.supervisors, ({ staff, village }) => `${staff} ${village}`)],
    ['inspections', keyed(inspections)],
    ['places', by(town.places, ({ id }) => id)],
    ['reception', new Map(town.reception.map((day, n) => [String(n + 1), JSON.stringify(day)]))],
    ['categories', by(town.categories, ({ id }) => id)],
    ['duty-list', by(town.dutyList, ({ id }) => id)],
    ['dangers', by(town.dangers, ({ id }) => id)],
    ['examples', by(examplesOf(town), ({ words }) => words)],
    ['programmes', by(town.programmes, ({ id }) => id)],
    ['texts', keyed(texts)],
  ]);
}

/** The differences between two versions of a town, by part; parts that are the same are left out. */
export function townChanges(before: Town, after: Town): PartChanges[] {
  const old = entriesOf(before);
  return [...entriesOf(after)].flatMap(([part, now]) => {
    const then: Entries = old.get(part) ?? new Map<string, string>();
    const added = [...now.keys()].filter((name) => !then.has(name));
    const removed = [...then.keys()].filter((name) => !now.has(name));
    const changed = [...now].filter(([name, value]) => then.has(name) && then.get(name) !== value);
    const changes = { part, added, changed: changed.map(([name]) => name), removed };
    return added.length + removed.length + changed.length === 0 ? [] : [changes];
  });
}
