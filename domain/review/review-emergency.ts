import { deadline } from '../deadlines/deadline.js';
import type { RequestRecord } from '../request/record.js';
import { entriesOf, sinceRaised, type TimelineType } from '../request/timeline.js';
import { MILESTONES } from '../town/field-schemas.js';
import type { Milestone, TownSettings } from '../town/schema.js';
import { type AskedPerson, askedPeople } from './asked-people.js';

const MINUTE = 60_000;

/** How far an emergency was, after how many minutes, and whether that was in time. */
export interface ReviewedMilestone {
  /** `taken`: somebody came forward at all. */
  readonly milestone: 'taken' | Milestone;
  readonly at?: number | undefined;
  readonly minutes?: number | undefined;
  /** Until when it had to be, in minutes from the report; absent: there is no limit. */
  readonly limit?: number | undefined;
  readonly isLate: boolean;
}

/** A telephone call to somebody outside the ladder. */
export interface ReviewedCall {
  readonly contact: string;
  readonly by?: string | undefined;
  readonly at: number;
  readonly isAnswered: boolean;
  readonly note?: string | undefined;
}

/** The course of an emergency: who of those called said what when, how long everything took, and how it ended. */
export interface EmergencyReview {
  readonly reportedAt: number;
  /** Who was only told, and when. */
  readonly told: readonly { readonly staff: string; readonly at: number }[];
  readonly asked: readonly AskedPerson[];
  readonly milestones: readonly ReviewedMilestone[];
  /** When everybody on a ladder had been silent. */
  readonly calledUpAt?: number | undefined;
  readonly calls: readonly ReviewedCall[];
  readonly ended?: ReviewedEnd | undefined;
}

export interface ReviewedEnd {
  readonly at: number;
  readonly how: 'stood-down' | 'safe' | 'done' | 'referred';
  /** Who ended it, and their words. */
  readonly by?: string | undefined;
  readonly note?: string | undefined;
}

/** Whoever came forward said that they take it, or how far they are. */
const COMING: ReadonlySet<TimelineType> = new Set([...MILESTONES, 'accepted', 'called', 'step-done']);

/** Looks back on an emergency, over or not, from its record alone. */
export function reviewEmergency(record: RequestRecord, settings: TownSettings, now: number): EmergencyReview {
  const { createdAt } = record;
  const ended = endOf(record);
  return {
    reportedAt: createdAt,
    told: entriesOf(record, 'told').map(({ to, at }) => ({ staff: to, at })),
    asked: askedPeople(record),
    milestones: milestonesOf(record, settings, ended?.at ?? now, ended !== undefined),
    calledUpAt: entriesOf(record, 'call-list')[0]?.at,
    calls: entriesOf(record, 'called', 'call-unanswered').map(({ type, to, by, at, note }) => ({
      contact: to,
      by,
      at,
      note,
      isAnswered: type === 'called',
    })),
    ended,
  };
}

function milestonesOf(
  record: RequestRecord,
  settings: TownSettings,
  until: number,
  isOver: boolean,
): ReviewedMilestone[] {
  const { createdAt } = record;
  const timeline = sinceRaised(record);
  const { acceptWithin, settleWithin } = settings.paths.emergency;
  const limits = { taken: acceptWithin, 'on-site': settings.emergencies?.onSiteWithin, safe: settleWithin };
  const reached = {
    taken: timeline.find(({ type }) => COMING.has(type))?.at,
    'on-the-way': timeline.find(({ type }) => type === 'on-the-way')?.at,
    'on-site': timeline.find(({ type }) => type === 'on-site')?.at,
    safe: timeline.find(({ type }) => type === 'safe')?.at,
    restored: timeline.find(({ type }) => type === 'restored')?.at,
  };
  return (['taken', ...MILESTONES] as const).map((milestone) => {
    const at = reached[milestone];
    const allowance = milestone in limits ? limits[milestone as keyof typeof limits] : undefined;
    const by = allowance && deadline(createdAt, allowance, settings);
    return {
      milestone,
      at,
      minutes: minutesBetween(createdAt, at),
      limit: minutesBetween(createdAt, by),
      // A milestone that was not reached when it ended is not late for that: it may have been a false alarm.
      isLate: by !== undefined && (at === undefined ? !isOver && until > by : at > by),
    };
  });
}

const minutesBetween = (from: number, to: number | undefined): number | undefined =>
  to === undefined ? undefined : Math.round((to - from) / MINUTE);

/** Who ended it, and why: a leader's word, whoever said that it is safe, the last who did a step; the duty desk that sent it elsewhere. */
function endOf(record: RequestRecord): ReviewedEnd | undefined {
  const { outcome, closedAt } = record;
  const last = { timeline: sinceRaised(record) };
  const stoodDown = entriesOf(last, 'stood-down').at(-1);
  if (stoodDown) return { how: 'stood-down', at: stoodDown.at, by: stoodDown.by, note: stoodDown.note };
  const done = entriesOf(last, 'done').at(-1);
  if (done) {
    const safe = entriesOf(last, 'safe').at(-1);
    const steps = entriesOf(last, 'step-done');
    const step = steps.at(-1);
    const words = steps.findLast(({ by }) => by === safe?.by);
    return safe
      ? { how: 'safe', at: safe.at, by: safe.by, note: words?.note }
      : { how: 'done', at: done.at, by: done.by ?? step?.by, note: step?.note };
  }
  return outcome?.as === 'referred' && closedAt !== undefined
    ? { how: 'referred', at: closedAt, note: outcome.reason }
    : undefined;
}
