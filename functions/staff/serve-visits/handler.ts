import type * as z from 'zod';
import { submissionOf } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import type { VisitFacts } from '../../../domain/statistics/history-facts.js';
import type { Household } from '../../../domain/town/schema.js';
import { householdOf, stillDue } from '../../../domain/visits/visit-round.js';
import { type HttpCall, httpHandler, json } from '../../http/http-handler.js';
import { staffPage, wantsPage } from '../staff-page.js';
import { Problem } from '../../http/problem.js';
import { readBody } from '../../http/read-body.js';
import { type recordedVisitsAnswer, type visitsAnswer, visitsBody } from '../../../contracts/visits.js';
import { recordVisit } from '../../use-cases/record-visit.js';
import { visitsOfGrid } from '../../use-cases/visit-list.js';
import { type OpenedList, openList } from './open-list.js';

type Effects = Pick<
  Services,
  'towns' | 'rounds' | 'history' | 'visits' | 'requests' | 'workflow' | 'linkKeys'
>;

/** `GET` and `POST /visits/{grid}?sig=`: a week's visits, opened by the signed link that the grid's head was texted. */
export const createServeVisits = (services: Effects) =>
  httpHandler('serve-visits', async (call) => {
    if (wantsPage(call)) return staffPage(call.language);
    const opened = await openList(services, call);
    return call.event.routeKey.startsWith('POST ')
      ? record(services, opened, call)
      : show(services, opened, call);
  });

async function show(services: Effects, opened: OpenedList, { at, language }: HttpCall) {
  const { current, round, grid, until } = opened;
  const { settings } = current.town;
  const list = round.report.grids.find((one) => one.grid === grid.number);
  const left = await leftOf(services, opened, at);
  const answer: z.input<typeof visitsAnswer> = {
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
  };
  return json(200, answer);
}

async function record(services: Effects, opened: OpenedList, call: HttpCall) {
  const { current, grid, staff: by } = opened;
  const { at } = call;
  const day = localDate(at, current.town.settings.timeZone);
  const visits = readBody(call, visitsBody).visits.map((visit, index) => {
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
  const answer: z.input<typeof recordedVisitsAnswer> = { recorded, left: left.size };
  return json(202, answer);
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
