import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod';
import type { Candidate } from './draw-sample.js';

/** From a moment up to but not including another, epoch milliseconds. */
const periodSchema = z.object({ from: z.number(), to: z.number() });

/** The list from which a month's telephone sample is drawn: written once, before the draw, and never changed. */
export const sampleLotSchema = z.object({
  town: z.string(),
  /** The month, YYYY-MM. */
  date: z.string(),
  /** When it was published. */
  at: z.number(),
  seed: z.string(),
  atLeast: z.number().int().positive(),
  period: periodSchema,
  /** Who may call, as on the day of the draw: staff ids. */
  inspectors: z.array(z.string()),
  /** The candidates, as `candidateList` writes them. */
  list: z.string(),
});
export type SampleLot = z.infer<typeof sampleLotSchema>;

/** The candidates as they are published: a line each, `<grid> <request> <tickets>`, by grid and request. */
export const candidateList = (candidates: readonly Candidate[]): string =>
  candidates
    .toSorted((a, b) => a.grid - b.grid || (a.id < b.id ? -1 : 1))
    .map(({ grid, id, tickets }) => `${grid} ${id} ${tickets}\n`)
    .join('');

export const readCandidates = (list: string): Candidate[] =>
  list
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [grid = '', id = '', tickets = ''] = line.split(' ');
      return { grid: Number(grid), id, tickets: Number(tickets) };
    });

/** The SHA-256 of a list, in hexadecimal: published with the seed, it says that the list was not changed since. */
export const fingerprintOf = (list: string): string => bytesToHex(sha256(utf8ToBytes(list)));
