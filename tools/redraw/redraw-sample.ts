import * as z from 'zod';
import { drawSample } from '../../domain/inspections/draw-sample.js';
import { fingerprintOf, readCandidates } from '../../domain/inspections/sample-lot.js';

/** The part of a published report by which its telephone sample can be drawn again. */
const publishedSchema = z.object({
  sample: z.object({
    seed: z.string(),
    atLeast: z.number(),
    fingerprint: z.string(),
    list: z.string(),
    drawn: z.array(z.string()),
  }),
});

/** The seed and the fingerprint, as kept from the text that was sent before the draw. */
export interface Kept {
  readonly seed?: string | undefined;
  /** The first characters of it are enough. */
  readonly fingerprint?: string | undefined;
}

/** A sample drawn again: how many it has, and whatever is not as it was published. */
export interface Redrawn {
  readonly drawn: number;
  readonly candidates: number;
  readonly faults: readonly Fault[];
}
export type Fault =
  | 'seed-changed'
  | 'list-changed-since-the-text'
  | 'list-is-not-of-its-fingerprint'
  | 'others-were-drawn';

/** Draws the sample of a published report again; undefined when the report has no sample to draw from, or none yet. */
export function redrawSample(report: unknown, kept: Kept = {}): Redrawn | undefined {
  const read = publishedSchema.safeParse(report);
  if (!read.success) return undefined;
  const { seed, atLeast, fingerprint, list, drawn } = read.data.sample;
  const candidates = readCandidates(list);
  const again = drawSample(candidates, { seed, atLeast }).map(({ id }) => id);
  const faults: [Fault, boolean][] = [
    ['seed-changed', kept.seed !== undefined && kept.seed !== seed],
    ['list-changed-since-the-text', !fingerprint.startsWith(kept.fingerprint ?? '')],
    ['list-is-not-of-its-fingerprint', fingerprintOf(list) !== fingerprint],
    ['others-were-drawn', again.toSorted().join() !== drawn.toSorted().join()],
  ];
  return {
    drawn: drawn.length,
    candidates: candidates.length,
    faults: faults.flatMap(([fault, is]) => (is ? [fault] : [])),
  };
}
