import type { Danger } from '../town/dangers.js';
import type { Path } from '../town/schema.js';
import { withEntry } from './decision.js';
import type { RequestRecord } from './record.js';
import { type Correctable, keptWords, type TimelineEntry } from './timeline.js';

export const CORRECTED_OUTCOMES = ['done', 'refused', 'not-done'] as const;
export type CorrectedOutcome = (typeof CORRECTED_OUTCOMES)[number];

/** The wrong parts of a request's record, as they should stand, and why. Parts that are not named stay as they are. */
export interface Correction {
  readonly category?: string | undefined;
  /** `none`: nobody is in danger after all. */
  readonly danger?: Danger | 'none' | undefined;
  readonly path?: Path | undefined;
  readonly place?:
    | {
        readonly village?: string | undefined;
        readonly group?: number | undefined;
        readonly grid?: number | undefined;
      }
    | undefined;
  readonly owner?: string | undefined;
  /** Who works on it: a member of staff, or a department. */
  readonly handler?: string | undefined;
  readonly department?: string | undefined;
  /** `not-done`: it was recorded as done or refused, and is to be worked on. */
  readonly outcome?: CorrectedOutcome | undefined;
  /** The request that it is the same event as; `none`: it is a matter of its own. */
  readonly joined?: string | undefined;
  readonly reason: string;
  /** A staff id. */
  readonly by: string;
  readonly at: number;
  /** The version of the town's data: a category's programme is that of the day. */
  readonly townVersion?: number | undefined;
}

/** A record while it is put right. */
export interface Draft {
  readonly record: RequestRecord;
  /** Whether all that is under way ends, and the work goes on from how the record stands. */
  readonly begun: boolean;
}

/** Records a correction, from what to what. A value that only follows from one has no reason of its own. */
export const withChange = (
  record: RequestRecord,
  { by, at, reason }: Pick<Correction, 'by' | 'at'> & { readonly reason?: string },
  what: Correctable,
  was: string | number | undefined,
  now: string | number | undefined,
): RequestRecord =>
  withEntry(record, {
    at,
    type: 'corrected',
    by,
    what,
    was: String(was ?? ''),
    now: String(now ?? ''),
    ...(reason === undefined ? {} : said(reason)),
  });

const said = (reason: string) =>
  reason === '' ? { unexplained: true as const } : { note: keptWords(reason) };

/** Why somebody corrected it, said afterwards; the same record where nothing of theirs lacks a reason. */
export function withReason(
  record: RequestRecord,
  { by, reason }: Pick<Correction, 'by' | 'reason'>,
): RequestRecord {
  const lacks = (entry: TimelineEntry): boolean =>
    entry.type === 'corrected' && entry.by === by && entry.unexplained === true;
  if (reason === '' || !record.timeline.some(lacks)) return record;
  const timeline = record.timeline.map((entry): TimelineEntry => {
    if (!lacks(entry) || entry.type !== 'corrected') return entry;
    const { unexplained: _asked, ...rest } = entry;
    return { ...rest, note: keptWords(reason) };
  });
  return { ...record, timeline };
}

/** Whether somebody corrected something of it themselves: then they may say why. */
export const hasCorrected = ({ timeline }: RequestRecord, staff: string): boolean =>
  timeline.some((entry) => entry.type === 'corrected' && entry.by === staff);

/** Whether they have said just this already. */
export const isExplainedSo = (
  { timeline }: RequestRecord,
  { by, reason }: Pick<Correction, 'by' | 'reason'>,
): boolean =>
  timeline.some((entry) => entry.type === 'corrected' && entry.by === by && entry.note === keptWords(reason));

/** A place as an entry of the timeline holds it. */
export const placeCode = ({
  village = '',
  group = '',
  grid = '',
}: {
  readonly village?: string | undefined;
  readonly group?: string | number | undefined;
  readonly grid?: string | number | undefined;
}): string => `${village}/${group}/${grid}`;

export const placeOfCode = (code: string) => {
  const [village = '', group = '', grid = ''] = code.split('/');
  return {
    ...(village === '' ? {} : { village }),
    ...(group === '' ? {} : { group: Number(group) }),
    ...(grid === '' ? {} : { grid: Number(grid) }),
  };
};

/** Nothing is left to be worked on: it was handled, or is closed. */
export const isHandled = ({ outcome, closedAs }: RequestRecord): boolean =>
  outcome !== undefined || closedAs !== undefined;

/** Whether a stage runs, or its place is waited for: some asks can be put anew, and the rest goes on. */
export const isInStage = ({ status, asks }: RequestRecord): boolean =>
  status === 'coordinating' && asks.every(({ stage, kind }) => stage !== undefined || kind === 'place');
