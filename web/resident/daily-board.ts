import type { DayCounts } from '../../domain/daily-close/bulletin.js';
import type { WaitReason } from '../../domain/request/waits-for.js';
import type { Bilingual } from '../../domain/words/language.js';
import { isObject, listOf, numberOf, textOf } from '../json.js';
import { bilingualOf } from '../language.js';

/** How many requests did what on a day. */
export type BoardCounts = Omit<DayCounts, 'waiting'>;

export interface BoardRow extends BoardCounts {
  readonly grid: number;
  readonly name?: Bilingual;
}

/** What the daily close published of a day: the answer of `GET /bulletin`. */
export interface DailyBoard {
  /** The day, a local date. */
  readonly date: string;
  readonly total: BoardCounts;
  /** How many of those carried over wait for what. */
  readonly waiting: readonly { readonly for: WaitReason; readonly count: number }[];
  readonly grids: readonly BoardRow[];
}

function countsOf(value: unknown): BoardCounts | undefined {
  if (!isObject(value)) return undefined;
  const count = (name: keyof BoardCounts): number => numberOf(value[name]) ?? 0;
  return {
    reported: count('reported'),
    handled: count('handled'),
    closed: count('closed'),
    carriedOver: count('carriedOver'),
    overdue: count('overdue'),
  };
}

function rowOf(value: unknown): BoardRow | undefined {
  const counts = countsOf(value);
  if (!isObject(value) || counts === undefined) return undefined;
  const grid = numberOf(value['grid']);
  return grid === undefined ? undefined : { ...counts, grid, name: bilingualOf(value['name']) };
}

const waitingOf = (value: unknown): DailyBoard['waiting'] =>
  Object.entries(isObject(value) ? value : {}).flatMap(([reason, count]) =>
    typeof count === 'number' && count > 0 ? [{ for: reason as WaitReason, count }] : [],
  );

export function dailyBoardOf(value: unknown): DailyBoard | undefined {
  if (!isObject(value)) return undefined;
  const date = textOf(value['date']);
  const total = countsOf(value['total']);
  if (date === undefined || total === undefined) return undefined;
  const waiting = waitingOf(isObject(value['total']) ? value['total']['waiting'] : undefined);
  return { date, total, waiting, grids: listOf(value['grids'], rowOf) };
}
