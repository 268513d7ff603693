import { useState } from 'react';
import {
  type ConflictProblem,
  type EditAnswer,
  editRoute,
  type EditProblem,
  sectionRoute,
} from '../../../contracts/console/editing.js';
import { townRoute } from '../../../contracts/console/town.js';
import type { Entry } from '../../../domain/editing/entry.js';
import type { SectionId } from '../../../domain/editing/section-ids.js';
import { keyOf } from '../../../domain/editing/section-keys.js';
import type { Problem } from '../api/client.js';
import { problemOf } from '../page/use-loaded.js';
import { usePage } from '../page/page-context.js';
import { type Draft, rebased, sentOf } from './draft.js';

/** The service's answer to a draft. */
export type Said =
  | { readonly kind: 'changes'; readonly answer: EditAnswer }
  | { readonly kind: 'wrong'; readonly found: readonly EditProblem[] }
  | { readonly kind: 'conflict'; readonly conflict: ConflictProblem }
  | { readonly kind: 'failed'; readonly problem: Problem };

export const saidOf = (error: unknown): Exclude<Said, { kind: 'changes' }> => {
  const problem = problemOf(error);
  if (problem.status === 422 && Array.isArray(problem['found']))
    return { kind: 'wrong', found: problem['found'] as EditProblem[] };
  if (problem.status === 409 && Array.isArray(problem['since']))
    return { kind: 'conflict', conflict: problem as unknown as ConflictProblem };
  return { kind: 'failed', problem };
};

/** Asks what a draft would do, and does it. */
export function useReview() {
  const { client } = usePage();
  const [said, setSaid] = useState<Said>();
  const [isBusy, setBusy] = useState<'checking' | 'saving'>();
  const ask = async (draft: Draft, check: boolean): Promise<Said> => {
    setBusy(check ? 'checking' : 'saving');
    const answer = await client
      .call(editRoute, { body: { ...sentOf(draft), check } })
      .then((one): Said => ({ kind: 'changes', answer: one }), saidOf);
    setSaid(answer);
    setBusy(undefined);
    return answer;
  };
  /** The draft on top of what stands by now. */
  const onTop = async (draft: Draft): Promise<Draft> => {
    const { version } = await client.call(townRoute);
    const changed = new Set(draft.changes.map(({ section }) => section));
    // Phrases are added and taken out, seldom changed, and too many to be read for it.
    const sections = [...changed].filter((section) => section !== 'examples');
    const entries = new Map<SectionId, ReadonlyMap<string, Entry>>();
    for (const section of sections) {
      const read = await client.call(sectionRoute, { params: { section } });
      entries.set(section, new Map(read.entries.map((entry) => [keyOf(section, entry), entry])));
    }
    return rebased(draft, version, (section, key) => entries.get(section)?.get(key));
  };
  return { said, isBusy, ask, onTop, forget: () => setSaid(undefined) };
}
