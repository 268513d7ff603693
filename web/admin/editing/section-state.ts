import type { EditProblem, SectionAnswer } from '../../../contracts/console/editing.js';
import type { Entry } from '../../../domain/editing/entry.js';
import { entryTitle, type NamesOf } from '../../../domain/editing/entry-title.js';
import { isSectionId, type SectionId } from '../../../domain/editing/section-ids.js';
import { keyOf } from '../../../domain/editing/section-keys.js';
import type { Bilingual } from '../../../domain/words/language.js';
import { changeIn, type Draft } from './draft.js';

/** An entry as the page lists it. */
export interface Row {
  readonly key: string;
  readonly entry: Entry;
  /** As it was read; absent: it is new. */
  readonly base?: Entry | undefined;
  readonly how?: 'added' | 'changed' | 'removed' | undefined;
}

/** The names of what a section refers to, with those of a draft's own entries. */
export function namesWith(names: SectionAnswer['names'], draft: Draft | undefined): NamesOf {
  const known = new Map<SectionId, Map<string, Bilingual>>();
  const of: NamesOf = (section) => {
    const found = known.get(section);
    if (found) return found;
    const all = new Map((names[section] ?? []).map(({ key, name }) => [key, name]));
    known.set(section, all);
    for (const change of draft?.changes ?? []) {
      if (change.section !== section) continue;
      if (change.entry) all.set(change.key, entryTitle(section, change.entry, of));
      else all.delete(change.key);
    }
    return all;
  };
  return of;
}

/** The stored entries with the draft's changes: entries that go stay in sight, marked. */
export function rowsOf(section: SectionId, entries: readonly Entry[], draft: Draft | undefined): Row[] {
  const bases = new Map(entries.map((entry) => [keyOf(section, entry), entry]));
  const changes = (draft?.changes ?? []).filter((change) => change.section === section);
  const stored = entries.map((entry): Row => {
    const key = keyOf(section, entry);
    const change = changeIn(draft, section, key);
    const how = change && (change.entry ? 'changed' : 'removed');
    return { key, base: entry, entry: change?.entry ?? entry, how };
  });
  const added = changes.flatMap(({ key, entry }): Row[] =>
    entry && !bases.has(key) ? [{ key, entry, how: 'added' }] : [],
  );
  // Entries that were just added are looked for first.
  return [...added, ...stored];
}

/** The problems of one entry, by the place in it. */
export const errorsIn = (problems: readonly EditProblem[]) => (place: readonly (string | number)[]) =>
  problems.find(({ field }) => JSON.stringify(field) === JSON.stringify(place))?.message;

/** Whether an entry is called so: by what it was sent under, or by what it says of itself by now. */
export const isCalled = (section: SectionId, { key, entry }: Row, called: string | undefined): boolean =>
  called !== undefined && (key === called || keyOf(section, entry) === called);

/** A code that no entry has yet. */
export function freeCode(section: SectionId, taken: ReadonlySet<string>): string {
  const name = CODES[section] ?? section.toLowerCase();
  let n = taken.size + 1;
  while (taken.has(`${name}-${n}`)) n += 1;
  return `${name}-${n}`;
}

const CODES: Partial<Record<SectionId, string>> = {
  departments: 'department',
  villages: 'village',
  places: 'place',
  categories: 'category',
  dutyList: 'duty',
  programmes: 'programme',
};

export const sectionNamed = (name: string | undefined): SectionId =>
  name !== undefined && isSectionId(name) ? name : 'staff';
