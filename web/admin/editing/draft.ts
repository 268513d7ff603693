import * as z from 'zod';
import { type Entry, isSame, withoutUndefined } from '../../../domain/editing/entry.js';
import { mergeEntry } from '../../../domain/editing/merge-entry.js';
import { SECTION_IDS, type SectionId } from '../../../domain/editing/section-ids.js';
import type { EditBody, EditProblem } from '../../../contracts/console/editing.js';

const entrySchema = z.record(z.string(), z.unknown());
const changeSchema = z.object({
  section: z.enum(SECTION_IDS),
  key: z.string(),
  /** As it was read; absent: it is new. */
  base: entrySchema.optional(),
  /** As it is to be; absent: it goes. */
  entry: entrySchema.optional(),
});
/** A change that is not saved yet. */
export type DraftChange = z.infer<typeof changeSchema>;

const keptSchema = z.object({ version: z.number(), changes: z.array(z.unknown()) });
/** Everything that somebody changed and has not saved, and the version of the town that they saw. */
export interface Draft {
  readonly version: number;
  readonly changes: readonly DraftChange[];
}

/** A draft as it was kept; what cannot be read is none, a change of a section that there is no more among it. */
export function readDraft(kept: string | null): Draft | undefined {
  if (kept === null) return undefined;
  try {
    const read = keptSchema.safeParse(JSON.parse(kept));
    if (!read.success) return undefined;
    const changes = read.data.changes.flatMap((one) => changeSchema.safeParse(one).data ?? []);
    return changes.length > 0 ? { version: read.data.version, changes } : undefined;
  } catch {
    return undefined;
  }
}

export const changeIn = (
  draft: Draft | undefined,
  section: SectionId,
  key: string,
): DraftChange | undefined =>
  draft?.changes.find((change) => change.section === section && change.key === key);

/** The draft with one more change; one that changes nothing any more is dropped, and a draft without a change is none. */
export function withChange(
  draft: Draft | undefined,
  change: DraftChange,
  version: number,
): Draft | undefined {
  const { section, key, base, entry } = change;
  const others = (draft?.changes ?? []).filter((one) => one.section !== section || one.key !== key);
  const isNone = base === undefined ? entry === undefined : entry !== undefined && isSame(base, entry);
  const before = (draft?.changes ?? []).findIndex((one) => one.section === section && one.key === key);
  const place = before < 0 ? others.length : before;
  const changes = isNone ? others : [...others.slice(0, place), change, ...others.slice(place)];
  return changes.length === 0 ? undefined : { version: draft?.version ?? version, changes };
}

/** Whether what is wrong are entries that nobody touched, of a draft that removes something: they may still use it. */
export const mayBeUsed = (draft: Draft | undefined, problems: readonly EditProblem[]): boolean =>
  draft !== undefined &&
  draft.changes.some(({ entry }) => entry === undefined) &&
  problems.some(
    ({ section, key }) =>
      section !== undefined && key !== undefined && changeIn(draft, section, key) === undefined,
  );

/** What the service is sent of it. */
export const sentOf = ({ version, changes }: Draft): Pick<EditBody, 'version' | 'changes'> => ({
  version,
  changes: changes.map(({ section, key, entry }) => ({
    section,
    key,
    ...(entry && { entry: { ...withoutUndefined(entry) } }),
  })),
});

/** The draft on top of what stands by now: what somebody else changed stays, but for the fields that one changed oneself. */
export function rebased(
  { changes }: Draft,
  version: number,
  now: (section: SectionId, key: string) => Entry | undefined,
): Draft {
  return {
    version,
    changes: changes.map((change) => {
      const { section, key, base, entry } = change;
      const stands = now(section, key);
      if (!stands) return { section, key, ...(entry && { entry }) };
      const mine = base && entry ? mergeEntry(base, entry, stands) : entry;
      return { section, key, base: { ...stands }, ...(mine && { entry: { ...mine } }) };
    }),
  };
}
