import type { RequestStore } from '../adapters/request-store.js';
import { requestId } from '../domain/codes/request-id.js';
import type { RequestRecord } from '../domain/request/record.js';
import type { TownStory } from '../test/stories/town-story.js';

/** So many are open, where nothing else is said. */
const OPEN = 1_500;
const AT_ONCE = 32;
const RUNS = 5;
const DAY = 86_400_000;

interface Filling {
  readonly store: RequestStore;
  /** The record that all are like. */
  readonly model: RequestRecord;
  readonly requests: number;
  /** How many of them are open; the rest is closed. */
  readonly open?: number;
  /** Behind so many that were written before. */
  readonly from?: number;
  /** How many days the closed ones go back. */
  readonly days: number;
}

/** The same record under another number, in another grid, on another day, open or closed. */
function another(
  { model, days, open = OPEN, from = 0 }: Filling,
  grids: readonly { number: number; village: string }[],
  n: number,
): RequestRecord {
  const grid = grids[n % grids.length];
  const isOpen = n - from < open;
  const createdAt = model.createdAt - (isOpen ? n % 10 : 10 + (n % days)) * DAY;
  const id = requestId(new Uint8Array([7, 11, 13, n >> 16, n >> 8, n].map((byte) => byte & 0xff)));
  return {
    ...model,
    id,
    createdAt,
    grid: grid?.number,
    village: grid?.village,
    dueAt: createdAt + 5 * DAY,
    submission: `bench-${n}`,
    ...(isOpen
      ? {}
      : { status: 'closed' as const, closedAs: 'satisfied' as const, closedAt: createdAt + 2 * DAY }),
  };
}

/** Writes so many requests of a town, each as if it had been lived; answers their numbers. */
export async function fillBoard(town: TownStory, filling: Filling): Promise<string[]> {
  const grids = town.town.grids.map(({ number, village }) => ({ number, village }));
  const person = { phone: '+8619911110001', description: 'bench' };
  const ids: string[] = [];
  const { requests, from = 0 } = filling;
  for (let begun = 0; begun < requests; begun += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, requests - begun) }, (_, n) => from + begun + n);
    const records = numbers.map((n) => another(filling, grids, n));
    const stored = await Promise.all(records.map((record) => filling.store.create(record, person)));
    if (stored.includes(false)) throw new Error('two requests have one number');
    ids.push(...records.map(({ id }) => id));
    if (begun % (AT_ONCE * 250) === 0) console.log(`${begun} of ${requests} requests written`);
  }
  return ids;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Asks for something of the console as an administrator, five times, and prints what that takes and weighs. */
export async function measure(town: TownStory, what: string, path: string): Promise<unknown> {
  const token = await town.token('administrator');
  const taken: number[] = [];
  let text = '';
  for (let run = 0; run < RUNS; run += 1) {
    const began = performance.now();
    const response = await town.http(path, { headers: { authorization: `Bearer ${token}` } });
    text = await response.text();
    taken.push(performance.now() - began);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  }
  const size = (text.length / 1024).toFixed(1);
  console.log(`${what}: ${median(taken).toFixed(0)} ms, ${size} KiB`);
  return JSON.parse(text);
}
