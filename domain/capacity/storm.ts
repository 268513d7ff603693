import { type Limit, LIMITS } from './limits.js';
import { type Area, busyHour, meanHour, type RequestUse } from './request-use.js';

const HOUR = 3600;

/** The requests an hour, of whatever shares the limit, at which it is reached. */
export const breaksAt = ({ most, takes }: Limit, use: RequestUse): number => (most / takes(use)) * HOUR;

/** A limit, and how far an area is from it. */
export interface Reached {
  readonly limit: Limit;
  /** Requests an hour, of one town where each has the limit to itself. */
  readonly atRequests: number;
  /** How often its usual load that is: of the busy hour or, filled over days, the mean; below 1 plain days break it. */
  readonly timesUsual: number;
}

const usual = ({ overDays }: Limit, area: Area): number =>
  overDays === true ? meanHour(area) : busyHour(area);

/** The limits of an area, first the one that is reached first. Its towns share a deployment. */
export function firstToBreak(
  area: Area,
  use: RequestUse,
  limits: readonly Limit[] = LIMITS,
): readonly Reached[] {
  return limits
    .map((limit) => {
      const atRequests = breaksAt(limit, use);
      const sharing = limit.of === 'town' ? area.towns : 1;
      return { limit, atRequests, timesUsual: (atRequests * sharing) / usual(limit, area) };
    })
    .toSorted((one, other) => one.timesUsual - other.timesUsual);
}

/**
 * How many towns one deployment carries, in an account of its own, through a storm of so many times the usual; what a
 * setting raises is taken as raised. Zero where one town alone is too much.
 */
export function townsOfCell(
  area: Area,
  use: RequestUse,
  storm: number,
  limits: readonly Limit[] = LIMITS,
): number {
  const kept = limits.filter(({ of, raisedBy }) => of === 'deployment' && raisedBy !== 'setting');
  const towns = kept.map((limit) => breaksAt(limit, use) / ((usual(limit, area) / area.towns) * storm));
  return Math.floor(Math.min(...towns));
}
