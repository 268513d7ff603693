import { teamOf } from '../posts/held-posts.js';
import * as z from 'zod';
import type { Period } from '../statistics/count-figures.js';
import { statisticsOf } from '../statistics/statistics.js';
import type { Happenings } from '../statistics/count-figures.js';
import type { RequestFacts } from '../request/facts.js';
import { isOverdue } from '../request/running-deadline.js';
import { closedAsSchema } from '../request/timeline.js';
import type { Town } from '../town/schema.js';
import { countChecks } from './count-checks.js';
import type { InspectionCheck } from './inspection-report.js';

const count = z.number().int().nonnegative();
const shareSchema = z.object({ part: z.number(), of: z.number(), share: z.number().nullable() });

/** Packs from before December 2026 lack these. */
const saidSchema = shareSchema.default({ part: 0, of: 0, share: null });

const figuresSchema = z.object({
  people: z.number(),
  handled: count,
  solved: count,
  petitionsMediated: count,
  yuan: z.number(),
  received: count,
  closed: count,
  responseRate: shareSchema,
  onTimeRate: shareSchema,
  resolutionRate: shareSchema,
  satisfactionRate: shareSchema,
  claimedDone: saidSchema,
  saidContacted: saidSchema,
  saidSolved: saidSchema,
  saidSatisfied: saidSchema,
  medianHoursToClose: z.number().nullable(),
  p90HoursToClose: z.number().nullable(),
});

/** A request in the ledger: what a team would otherwise have to write down once more for the inspection. */
const ledgerLineSchema = z.object({
  id: z.string(),
  category: z.string(),
  receivedAt: z.number(),
  /** When it got its first outcome, and by when it had to. */
  handledAt: z.number().optional(),
  dueAt: z.number().optional(),
  closedAt: z.number().optional(),
  closedAs: closedAsSchema.optional(),
  extensions: count,
});

/** How much was asked of a grid's team: what was texted to them, what they had to answer, and the time that takes. */
export const effortSchema = z.object({ people: count, texts: count, asks: count, minutes: z.number() });
export type Effort = z.infer<typeof effortSchema>;

/**
 * The pack for a month's inspection of a grid, made of records that exist anyway: nobody writes a report, takes a photo
 * or checks in for it, and no grid is compared with another.
 */
export const inspectionPackSchema = z.object({
  town: z.string(),
  /** The month, YYYY-MM. */
  date: z.string(),
  grid: z.number().int(),
  period: z.object({ from: z.number(), to: z.number() }),
  figures: figuresSchema,
  /** Requests that are open at the end of the period. */
  open: count,
  overdue: count,
  visits: count,
  /** Requests of public places; what concerns somebody's home, health or quarrel is counted in `unlisted`. */
  ledger: z.array(ledgerLineSchema),
  unlisted: count,
  /** The results of the weekly inspections of the period. */
  checks: z.object({ made: count, passed: count, failed: count, missed: count }),
  effort: effortSchema,
});
export type InspectionPack = z.infer<typeof inspectionPackSchema>;

export interface PackSources {
  readonly date: string;
  readonly period: Period;
  readonly happenings: Happenings;
  /** Of the weekly inspections in the period. */
  readonly checks: readonly InspectionCheck[];
  /** By staff id. */
  readonly efforts: ReadonlyMap<string, { readonly texts: number; readonly asks: number }>;
}

/** The packs of all grids, by number. */
export function inspectionPacks(town: Town, sources: PackSources): InspectionPack[] {
  const { date, period, happenings, checks } = sources;
  const { places } = statisticsOf(town, 'grid', happenings, period);
  const figures = new Map(places.map((place) => [place.id, place.figures]));
  return town.grids.flatMap((grid) => {
    const { number } = grid;
    const ofGrid = figures.get(String(number));
    if (!ofGrid) return [];
    const requests = happenings.requests.filter((request) => request.grid === number);
    const made = countChecks(checks.filter((check) => check.grid === number));
    const { open, overdue } = openAt(requests, period.to);
    return [
      {
        town: town.settings.id,
        date,
        grid: number,
        period: { from: period.from, to: period.to },
        figures: ofGrid,
        open,
        overdue,
        visits: happenings.visits.filter((visit) => visit.grid === number).length,
        ...ledgerOf(requests, town, period),
        checks: { made: made.checks, passed: made.passed, failed: made.failed, missed: made.missed },
        effort: effortOf(teamOf(town, number), town, sources.efforts),
      },
    ];
  });
}

function openAt(requests: readonly RequestFacts[], at: number): { open: number; overdue: number } {
  const open = requests.filter(({ closedAt }) => closedAt === undefined || closedAt >= at);
  const overdue = open.filter((request) => isOverdue(request, at));
  return { open: open.length, overdue: overdue.length };
}

/** The requests that were open in the period, oldest first. */
function ledgerOf(requests: readonly RequestFacts[], town: Town, { from, to }: Period) {
  const isPublic = new Set(town.categories.filter((category) => category.public).map(({ id }) => id));
  const alive = requests.filter(
    ({ createdAt, closedAt }) => createdAt < to && (closedAt === undefined || closedAt >= from),
  );
  const listed = alive.filter(({ category }) => isPublic.has(category));
  return {
    ledger: listed.toSorted((a, b) => a.createdAt - b.createdAt).map(ledgerLine),
    unlisted: alive.length - listed.length,
  };
}

const ledgerLine = (request: RequestFacts): z.infer<typeof ledgerLineSchema> =>
  ledgerLineSchema.parse({
    ...request,
    receivedAt: request.createdAt,
    dueAt: request.handleBy ?? request.dueAt,
  });

/** The effort of somebody who serves several grids counts in each: it is their time. */
function effortOf(team: readonly string[], { inspections }: Town, efforts: PackSources['efforts']): Effort {
  const { minutesPerText, minutesPerAsk } = inspections.effort;
  const people = [...new Set(team)];
  const sum = (of: 'texts' | 'asks'): number =>
    people.reduce((total, staff) => total + (efforts.get(staff)?.[of] ?? 0), 0);
  const [texts, asks] = [sum('texts'), sum('asks')];
  return { people: people.length, texts, asks, minutes: texts * minutesPerText + asks * minutesPerAsk };
}
