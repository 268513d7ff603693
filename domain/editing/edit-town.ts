import type * as z from 'zod';
import { checkDangerCategories } from '../town-checks/check-dangers.js';
import { checkTown } from '../town-checks/check-town.js';
import { checkExamples } from '../reading/check-examples.js';
import { examplesOf } from '../reading/examples-of.js';
import type { Town } from '../town/schema.js';
import type { TownProblem } from '../town/town-problem.js';
import { type Entry, type EntryChange, withoutUndefined } from './entry.js';
import { SECTION_IDS, type SectionId } from './section-ids.js';
import { keyOf, SECTION_KEYS } from './section-keys.js';
import { SECTIONS } from './sections.js';

/** A change of one entry of a section. */
export interface TownChange extends EntryChange {
  readonly section: SectionId;
}

/** An entry that does not fit the schema of its section. */
export interface UnfitEntry {
  readonly section: SectionId;
  readonly key: string;
  readonly value: Entry;
  readonly issues: readonly z.core.$ZodIssue[];
}

/** A town with changes in it, not checked yet; or the changes that do not even fit. */
export type EditedTown =
  | { readonly ok: true; readonly town: Town }
  | {
      readonly ok: false;
      readonly unfit: readonly UnfitEntry[];
      /** With the other changes in it; absent where these may build on what does not fit. */
      readonly rest?: Town;
    };

/** Entries with the changes in them: each where it stood, new ones last; the order of what stays is kept. */
export function changedEntries(
  section: SectionId,
  entries: readonly Entry[],
  changes: readonly EntryChange[],
): Entry[] {
  const byKey = new Map(changes.map((change) => [change.key, change.entry]));
  const known = new Set(entries.map((entry) => keyOf(section, entry)));
  const kept = entries.flatMap((entry) => {
    const key = keyOf(section, entry);
    if (!byKey.has(key)) return [entry];
    const changed = byKey.get(key);
    // A fixed entry stays, under its own key.
    if (SECTION_KEYS[section].isFixed && (changed === undefined || keyOf(section, changed) !== key))
      return [entry];
    return changed === undefined ? [] : [changed];
  });
  const added = SECTION_KEYS[section].isFixed ? [] : changes.filter(({ key }) => !known.has(key));
  return [...kept, ...added.flatMap(({ entry }) => (entry === undefined ? [] : [entry]))];
}

/** Whether it stands under the same key without the change: what refers to it holds as well. */
const isThere = (town: Town, { section, key, value }: UnfitEntry): boolean =>
  keyOf(section, value) === key &&
  SECTIONS[section].entriesOf(town).some((entry) => keyOf(section, entry) === key);

/** The schema that a changed entry is to fit, beside those that stand. */
function schemaFor(
  section: SectionId,
  entries: readonly Entry[],
): (key: string, value: Entry) => z.ZodObject {
  const { schema, keptSchema } = SECTIONS[section];
  if (!keptSchema) return () => schema;
  const known = new Set(entries.map((entry) => keyOf(section, entry)));
  return (key, value) => (known.has(key) && keyOf(section, value) === key ? keptSchema : schema);
}

/** The town with these changes. What is wrong with it as a whole `checkEdited` says. */
export function editTown(town: Town, changes: readonly TownChange[]): EditedTown {
  const unfit: UnfitEntry[] = [];
  let edited = town;
  for (const id of SECTION_IDS) {
    const ofSection = changes.filter(({ section }) => section === id);
    if (ofSection.length === 0) continue;
    const section = SECTIONS[id];
    const entries = section.entriesOf(edited);
    const schemaOf = schemaFor(id, entries);
    const fitting = ofSection.flatMap((change): EntryChange[] => {
      if (change.entry === undefined) return [change];
      const value = withoutUndefined(change.entry);
      const read = schemaOf(change.key, value).safeParse(value);
      if (read.success) return [{ key: change.key, entry: read.data }];
      unfit.push({ section: id, key: change.key, value, issues: read.error.issues });
      return [];
    });
    edited = section.withEntries(edited, changedEntries(id, entries, fitting));
  }
  if (unfit.length === 0) return { ok: true, town: edited };
  return { ok: false, unfit, ...(unfit.every((one) => isThere(town, one)) && { rest: edited }) };
}

/** Everything that is checked of a town's files once each of them could be read. */
export const checkEdited = (town: Town): TownProblem[] => {
  const problems = checkTown(town);
  // References to categories can only be checked once everything else is right.
  return problems.length > 0
    ? problems
    : [...checkDangerCategories(town), ...checkExamples(town, examplesOf(town))];
};
