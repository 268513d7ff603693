import { verdictSchema, type Verdict } from '../asks/verdict.js';
import * as z from 'zod';
import type { EntryOf, TimelineEntry } from './timeline.js';

/** A verdict that was given, and when. */
export const givenVerdictSchema = verdictSchema.extend({ at: z.number() });
export type GivenVerdict = z.infer<typeof givenVerdictSchema>;

/**
 * The verdict in an entry; without details, as before there were three questions, whether its resident is satisfied.
 */
export const verdictOfEntry = ({ type, verdict }: EntryOf<'satisfied' | 'unsatisfied'>): Verdict =>
  verdict ?? { satisfied: type === 'satisfied' };

/** Every verdict that a resident gave and did not take back, in order; silence is none. */
export function verdictsIn(timeline: readonly TimelineEntry[]): GivenVerdict[] {
  const given: GivenVerdict[] = [];
  let last: TimelineEntry['type'] | undefined;
  for (const entry of timeline) {
    if (entry.type === 'satisfied' || entry.type === 'unsatisfied')
      given.push({ at: entry.at, ...verdictOfEntry(entry) });
    if (!('by' in entry) || entry.by !== 'resident') continue;
    if (entry.type === 'undone' && (last === 'satisfied' || last === 'unsatisfied')) given.pop();
    last = entry.type;
  }
  return given;
}
