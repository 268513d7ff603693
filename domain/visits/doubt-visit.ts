import { localDate } from '../calendar/local-time.js';
import type { Household, TownSettings } from '../town/schema.js';
import type { VisitFacts } from './visit-record.js';

/** Why a visit is asked about before it is recorded; one digit confirms it. */
export type VisitDoubt =
  /** More people than live there, or than anybody meets in one visit. */
  | { readonly is: 'many'; readonly household: number; readonly people: number }
  /** The household was visited on the same day already; `people` were met then. */
  | { readonly is: 'again'; readonly household: number; readonly people: number };

export interface VisitSaid {
  readonly household: Household;
  readonly people: number;
  readonly at: number;
}

/** The most people that are taken for met without asking. */
export const mostMet = ({ people }: Pick<Household, 'people'>, { visits }: TownSettings): number =>
  Math.min(people ?? Infinity, visits.mostPeople);

/** The doubts about a visit, beside those to its grid so far. Whoever found nobody at home may well come again. */
export function doubtVisit(
  { household, people, at }: VisitSaid,
  before: readonly VisitFacts[],
  settings: TownSettings,
): VisitDoubt | undefined {
  const { number } = household;
  if (people > mostMet(household, settings)) return { is: 'many', household: number, people };
  const day = localDate(at, settings.timeZone);
  const met = before.find(
    (one) =>
      one.household === number &&
      one.grid === household.grid &&
      one.people > 0 &&
      localDate(one.at, settings.timeZone) === day,
  );
  return met && people > 0 ? { is: 'again', household: number, people: met.people } : undefined;
}
