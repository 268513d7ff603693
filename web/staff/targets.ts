import type { AskOption } from '../../domain/asks/ask-kinds.js';
import { isObject, numberOf, parseJson } from '../json.js';
import type { Keep } from '../keep.js';
import type { Ask } from './ask.js';

/** Somebody of the town that a request can be passed on to. */
export interface Target {
  /** Names it on this device. */
  readonly id: string;
  /** As it is shown. */
  readonly name: string;
  /** As an answer names it. */
  readonly said: string;
}

/** How often each was picked on this device. */
export type PickCounts = Readonly<Record<string, number>>;

const NAME = 'staff.picked';
/** How many often picked targets stand first: as many as fit beside each other at a glance. */
const MOST_OFTEN = 6;
/** Between the names of several, in both languages. */
const BETWEEN = '、';

/** Whether this answer names somebody of the town, who is picked and not typed. */
export const takesTargets = (
  { targets, kind }: Pick<Ask, 'targets' | 'kind'>,
  option: AskOption | undefined,
): boolean =>
  targets !== undefined &&
  (option === 'call' || option === 'place' || (option === 'transfer' && kind !== 'complaint'));

export const takesSeveral = (option: AskOption): boolean => option === 'call';

/** Those that the words of an answer name. */
export const pickedIn = (note: string): readonly string[] => note.split(BETWEEN).filter((one) => one !== '');
export const noteOfPicked = (picked: readonly string[]): string => picked.join(BETWEEN);

const folded = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/**
 * Who can be picked, by what is typed of a name, a keyword or the number of a grid: first those picked most here, and
 * those the town gives such matters to; then the other departments; grids once something is typed, as there are many.
 */
export function groupTargets(
  { departments, grids }: NonNullable<Ask['targets']>,
  option: AskOption,
  typed: string,
  counts: PickCounts,
): {
  readonly often: readonly Target[];
  readonly others: readonly Target[];
  readonly grids: readonly Target[];
} {
  const words = folded(typed);
  const has = (...names: readonly string[]): boolean => names.some((name) => folded(name).includes(words));
  const found = departments.filter(({ name, keywords }) => has(name, ...keywords));
  const often = found
    .filter(({ id, likely }) => likely || counts[id] !== undefined)
    .sort(
      (a, b) => Number(b.likely ?? 0) - Number(a.likely ?? 0) || (counts[b.id] ?? 0) - (counts[a.id] ?? 0),
    )
    .slice(0, MOST_OFTEN);
  const target = ({ id, name }: (typeof departments)[number]): Target => ({ id, name, said: name });
  return {
    often: often.map(target),
    others: found.filter((one) => !often.includes(one)).map(target),
    grids:
      words === '' || takesSeveral(option)
        ? []
        : grids
            .filter(({ number, name }) => has(name) || String(number).startsWith(words))
            .map(({ number, name }) => ({ id: `grid-${number}`, name, said: String(number) })),
  };
}

export function pickCounts(keep: Keep): PickCounts {
  const kept = parseJson(keep.read(NAME) ?? '');
  return Object.fromEntries(
    Object.entries(isObject(kept) ? kept : {}).flatMap(([id, count]) => {
      const number = numberOf(count);
      return number === undefined ? [] : [[id, number] as const];
    }),
  );
}

/** Picked once more. */
export function countPicked(keep: Keep, { targets }: Ask, note: string): void {
  const said = pickedIn(note);
  const picked = (targets?.departments ?? []).filter(({ name }) => said.includes(name));
  if (picked.length === 0) return;
  const counts = pickCounts(keep);
  keep.write(
    NAME,
    JSON.stringify({ ...counts, ...Object.fromEntries(picked.map(({ id }) => [id, (counts[id] ?? 0) + 1])) }),
  );
}
