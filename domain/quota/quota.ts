import * as z from 'zod';
import { localDate } from '../calendar/local-time.js';
import type { ProgrammePlaces } from '../town/programme-places.js';
import type { Town } from '../town/schema.js';

/** A request with a place. `by` names the change that gave it, so that the same change made again finds its own. */
const givenSchema = z.object({ request: z.string(), at: z.number(), by: z.string() });

/** A request's turn in line. */
const turnSchema = z.object({
  request: z.string(),
  /** Points of need; more come first. */
  need: z.number().int().nonnegative(),
  /** When the request came in; of equal need the earlier comes first. */
  since: z.number(),
  /** The position its resident was told last, and the change that did so. */
  told: z.number().int().positive().optional(),
  toldBy: z.string().optional(),
});
export type Turn = z.infer<typeof turnSchema>;

/** Who has the places of a programme, and who waits for one, in order. One item, one conditional write a change. */
export const quotaSchema = z.object({
  town: z.string(),
  programme: z.string(),
  /** Counts writes; 0: none yet. */
  version: z.number().int(),
  given: z.array(givenSchema),
  waiting: z.array(turnSchema),
});
export type Quota = z.infer<typeof quotaSchema>;

/** As much of the town's data as says how places are given out. */
export interface QuotaRules extends Pick<ProgrammePlaces, 'count' | 'per'> {
  readonly tellAt: readonly number[];
  readonly timeZone: string;
}

/** A programme that has no quota any more has a place for everybody. */
const UNLIMITED = { count: Infinity, per: 'total', tellAt: [] } as const;

/** How places are given out today, whatever the programme said when a request began. */
export const quotaRules = ({ programmes, settings }: Town, programme: string): QuotaRules => ({
  ...(programmes.find(({ id }) => id === programme)?.places ?? UNLIMITED),
  timeZone: settings.timeZone,
});

export const emptyQuota = (town: string, programme: string): Quota => ({
  town,
  programme,
  version: 0,
  given: [],
  waiting: [],
});

/** A change of a quota: when, and a name that the same change has again when it is retried. */
export interface QuotaChange {
  readonly request: string;
  readonly at: number;
  readonly by: string;
}

/** Takes a place where one is free and nobody is before them, else a turn in line. Made again it changes nothing. */
export function takePlace(
  quota: Quota,
  rules: QuotaRules,
  { need, since, ...change }: QuotaChange & Pick<Turn, 'need' | 'since'>,
): Quota {
  const { request, by } = change;
  if (hasPlace(quota, request)) return quota;
  const before = quota.waiting.find((turn) => turn.request === request);
  if (before?.toldBy === by) return quota;
  // Whoever looks again after a while keeps their turn, and is told where they stand now.
  const turn = { request, need: before?.need ?? need, since: before?.since ?? since };
  const others = quota.waiting.filter((one) => one !== before);
  return giveOut({ ...quota, waiting: [...others, turn].toSorted(byNeedThenDate) }, rules, change);
}

/** Gives a place, or a turn, up; the next in line has it. Made again it changes nothing. */
export function freePlace(quota: Quota, rules: QuotaRules, change: QuotaChange): Quota {
  const isOther = ({ request }: { request: string }): boolean => request !== change.request;
  const left = { ...quota, given: quota.given.filter(isOther), waiting: quota.waiting.filter(isOther) };
  const isSame = left.given.length === quota.given.length && left.waiting.length === quota.waiting.length;
  return isSame ? quota : giveOut(left, rules, change);
}

export const hasPlace = ({ given }: Quota, request: string): boolean =>
  given.some((one) => one.request === request);

/** The position in line, from 1; undefined for who is not in it. */
export function positionOf({ waiting }: Quota, request: string): number | undefined {
  const index = waiting.findIndex((turn) => turn.request === request);
  return index < 0 ? undefined : index + 1;
}

/** Who was given a place by this change besides whoever made it. */
export const givenBy = ({ given }: Quota, { by, request }: QuotaChange): string[] =>
  given.filter((one) => one.by === by && one.request !== request).map((one) => one.request);

/** Who is told their position by this change. */
export const toldBy = ({ waiting }: Quota, { by }: QuotaChange): { request: string; position: number }[] =>
  waiting.flatMap((turn, index) =>
    turn.toldBy === by ? [{ request: turn.request, position: index + 1 }] : [],
  );

/** By need, then date; ids settle what is left, so that the order is one and the same for everybody. */
const byNeedThenDate = (a: Turn, b: Turn): number =>
  b.need - a.need || a.since - b.since || (a.request < b.request ? -1 : 1);

/** Every free place goes to the next in line. Places of a period that is over count no more. */
function giveOut(quota: Quota, rules: QuotaRules, { at, by }: QuotaChange): Quota {
  // A change that was begun before another one and comes after it does not turn the calendar back.
  const now = Math.max(at, ...quota.given.map((one) => one.at));
  const given = quota.given.filter((one) => periodOf(one.at, rules) === periodOf(now, rules));
  const free = Math.max(0, rules.count - given.length);
  const lucky = quota.waiting.slice(0, free).map(({ request }) => ({ request, at: now, by }));
  const waiting = quota.waiting.slice(free).map((turn, index) => tell(turn, index + 1, rules, by));
  return { ...quota, given: [...given, ...lucky], waiting };
}

/** A position is told at first, and when it has come to one of those that the programme names. */
function tell(turn: Turn, position: number, { tellAt }: QuotaRules, by: string): Turn {
  const { told = Infinity } = turn;
  const isNews = told === Infinity || tellAt.some((mark) => position <= mark && mark < told);
  return isNews ? { ...turn, told: position, toldBy: by } : turn;
}

/** The calendar year or month of the town in which places given count together. */
function periodOf(at: number, { per, timeZone }: Pick<QuotaRules, 'per' | 'timeZone'>): string {
  switch (per) {
    case 'year':
      return localDate(at, timeZone).slice(0, 4);
    case 'month':
      return localDate(at, timeZone).slice(0, 7);
    case 'total':
      return '';
  }
}
