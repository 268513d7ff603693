import type { Bilingual } from '../../domain/words/language.js';
import { instantOf, isObject, listOf, numberOf, textOf } from '../json.js';
import { bilingualOf } from '../language.js';
import { type AskSummary, askSummaryOf } from './ask.js';

/** The list of visits of a grid, and how far it got. */
export interface VisitsSummary {
  readonly grid: number;
  readonly name: Bilingual;
  /** Epoch milliseconds. */
  readonly until: number;
  readonly due: number;
  readonly left: number;
  readonly link: string;
}

/** Leave, by its first and last day (YYYY-MM-DD). */
export interface OwnLeave {
  readonly from: string;
  readonly to: string;
  /** It stands in the town's files, and only an administrator changes it. */
  readonly imported: boolean;
}

/** What whoever signed in has to do: the answer of `GET /staff/work`. */
export interface Work {
  readonly name: string;
  /** When they must sign in again, epoch milliseconds. */
  readonly until: number;
  /** What is due first before the rest. */
  readonly asks: readonly AskSummary[];
  readonly visits: readonly VisitsSummary[];
  readonly leave: readonly OwnLeave[];
}

function visitsOf(value: unknown): VisitsSummary | undefined {
  if (!isObject(value)) return undefined;
  const grid = numberOf(value['grid']);
  const name = bilingualOf(value['name']);
  const until = instantOf(value['until']);
  const link = textOf(value['link']);
  if (grid === undefined || !name || until === undefined || link === undefined) return undefined;
  return { grid, name, until, link, due: numberOf(value['due']) ?? 0, left: numberOf(value['left']) ?? 0 };
}

export function leaveOf(value: unknown): OwnLeave | undefined {
  if (!isObject(value)) return undefined;
  const from = textOf(value['from']);
  const to = textOf(value['to']);
  if (from === undefined || to === undefined) return undefined;
  return { from, to, imported: value['imported'] === true };
}

/** The answer of `GET /staff/work`; undefined when it is none. */
export function workOf(value: unknown): Work | undefined {
  if (!isObject(value)) return undefined;
  const name = textOf(value['name']);
  const until = instantOf(value['until']);
  if (name === undefined || until === undefined) return undefined;
  return {
    name,
    until,
    asks: listOf(value['asks'], askSummaryOf),
    visits: listOf(value['visits'], visitsOf),
    leave: listOf(value['leave'], leaveOf),
  };
}
