import type * as z from 'zod';
import { submissionOf } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import type { VisitFacts } from '../../../domain/statistics/history-facts.js';
import type { Household } from '../../../domain/town/schema.js';
import { householdOf, stillDue } from '../../../domain/visits/visit-round.js';
import type { HttpCall } from '../../http/http-handler.js';
import { staffPage, wantsPage } from '../staff-page.js';
import { Problem } from '../../http/problem.js';
import type { recordedVisitsAnswer } from '../../../contracts/staff/visits.js';
import { recordVisit } from '../../use-cases/record-visit.js';
import { visitsOfGrid } from '../../use-cases/visit-list.js';
import type { FUNCTION } from './function.js';
import { ROUTES } from './routes.js';
import { type OpenedList, openList } from './open-list.js';
import { type CallOf, routeHandler } from '../../http/route-handler.js';

type Effects = Services<typeof FUNCTION>;

/** `GET` and `POST /visits/{grid}?sig=`: a week's visits, opened by the signed link that the grid's head was texted. */
export const createServeVisits = (services: Effects) =>
  routeHandler('serve-visits', ROUTES, {
    visits: async (call) =>
      wantsPage(call) ? staffPage(call.language) : show(services, await openList(services, call), call),
    record: async (call) => record(services, await openList(services, call), call),
  });

async function show(services: Effects, opened: OpenedList, call: CallOf<typeof ROUTES.visits>) {
  const { at, language } = call;
  const { current, round, grid, until } = opened;
  const { settings } = current.town;
  const list = round.report.grids.find((one) => one.grid === grid.number);
  const left = await leftOf(services, opened, at);
  return call.answer(200, {
    grid: grid.number,
    name: grid.name,
    week: round.date,
    until: new Date(until).toISOString(),
    due: (list?.due ?? []).map((due) => ({
      ...due,
      class: settings.visits.classes.find(({ id }) => id === due.class)?.name[language] ?? due.class,
      visited: !left.has(due.household),
    })),
    waiting: list?.waiting ?? 0,
  });
}

async function record(services: Effects, opened: OpenedList, call: CallOf<typeof ROUTES.record>) {
  const { current, grid, staff: by } = opened;
  const { at } = call;
  const day = localDate(at, current.town.settings.timeZone);
  const visits = call.body().visits.map((visit, index) => {
    const household = householdOf(current.town, grid.number, visit.household);
    if (!household) throw unknownHousehold(index, call);
    return { ...visit, household };
  });
  const recorded: z.input<typeof recordedVisitsAnswer>['recorded'] = [];
  const made: VisitFacts[] = [];
  for (const { household, people, problem = false, note = '', key: named } of visits) {
    // The same visit sent twice by a slow network is one visit.
    const said = JSON.stringify([household.number, people, problem, note]);
    const key = `link ${grid.number} ${by.id} ${named ?? `${day} ${submissionOf(said)}`}`;
    const request = await recordVisit(services, current, { key, at, household, by, people, problem, note });
    recorded.push({ household: household.number, ...(request ? { request: request.id } : {}) });
    made.push(factsOf(household, people, at));
  }
  const left = await leftOf(services, opened, at, made);
  return call.answer(202, { recorded, left: left.size });
}

const factsOf = ({ grid, number }: Household, people: number, at: number): VisitFacts => ({
  id: '',
  at,
  grid,
  household: number,
  people,
});

/** Households of the list that nobody was met in yet. An index may not show what was just written, so that is given. */
async function leftOf(
  services: Effects,
  { current: { town }, round, grid }: OpenedList,
  at: number,
  made: readonly VisitFacts[] = [],
): Promise<Set<number>> {
  const visits = await visitsOfGrid(services, town, grid.number, at);
  const left = stillDue(round, grid.number, [...visits, ...made], town.settings);
  return new Set(left.map(({ household }) => household));
}

const UNKNOWN = { 'zh-CN': '网格内没有这一户', en: 'is no household of this grid' } as const;

const unknownHousehold = (index: number, { language }: HttpCall): Problem =>
  new Problem('invalid-body', [{ field: `/visits/${index}/household`, message: UNKNOWN[language] }]);
