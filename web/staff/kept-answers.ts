import { instantOf, isObject, parseJson } from '../json.js';
import type { Keep } from '../keep.js';

const NAME = 'staff.opened';
/**
 * Opened answers name residents, and a phone may be lost: after a week, as long as a list of visits lasts, they are
 * forgotten.
 */
const KEPT_FOR = 7 * 86_400_000;

/** The service's answer, as JSON, and its time (epoch milliseconds). */
interface KeptAnswer {
  readonly value: unknown;
  readonly at: number;
}

/** Answers that were opened with a network, to be opened again without one. */
export interface KeptAnswers {
  get(address: string): KeptAnswer | undefined;
  put(address: string, value: unknown): void;
  drop(address: string): void;
  /** Whoever signs out leaves nothing behind. */
  clear(): void;
}

export function createKeptAnswers(keep: Keep, now: () => number): KeptAnswers {
  const read = (): Record<string, KeptAnswer> => {
    const kept = parseJson(keep.read(NAME) ?? '');
    const entries = Object.entries(isObject(kept) ? kept : {}).flatMap(([address, entry]) => {
      const at = isObject(entry) ? instantOf(entry['at']) : undefined;
      if (!isObject(entry) || at === undefined || now() - at > KEPT_FOR) return [];
      return [[address, { value: entry['value'], at }] as const];
    });
    return Object.fromEntries(entries);
  };
  const write = (entries: Record<string, KeptAnswer>): void =>
    Object.keys(entries).length === 0 ? keep.drop(NAME) : keep.write(NAME, JSON.stringify(entries));
  return {
    get: (address) => read()[address],
    put: (address, value) => write({ ...read(), [address]: { value, at: now() } }),
    drop(address) {
      const { [address]: dropped, ...others } = read();
      if (dropped) write(others);
    },
    clear: () => keep.drop(NAME),
  };
}
