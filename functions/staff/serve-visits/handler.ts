import { mannerOf } from '../manner-of.js';
import type * as z from 'zod';
import { submissionOf } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import { doubtVisit, type VisitDoubt } from '../../../domain/visits/doubt-visit.js';
import type { VisitFacts } from '../../../domain/visits/visit-record.js';
import type { Household } from '../../../domain/town/schema.js';
import { householdOf, stillDue } from '../../../domain/visits/visit-round.js';
import { placeName } from '../../../domain/request/words.js';
import type { Bilingual, Language } from '../../../domain/words/language.js';
import type { HttpCall } from '../../http/http-handler.js';
import { staffPage, wantsPage } from '../staff-page.js';
import { Problem } from '../../http/problem.js';
import type { recordedVisitsAnswer } from '../../../contracts/staff/visits.js';
import { recordVisit, visitId, type VisitMade } from '../../use-cases/record-visit.js';
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
    town: mannerOf(current.town),
    due: (list?.due ?? []).map((due) => ({
      ...due,
      ...whereIs(opened, due.household, language),
      class: settings.visits.classes.find(({ id }) => id === due.class)?.name[language] ?? due.class,
      visited: !left.has(due.household),
    })),
    waiting: list?.waiting ?? 0,
  });
}

/** Where a household is, as far as its number does not tell; one that left the town's data is a number. */
function whereIs(
  { current: { town }, grid }: OpenedList,
  number: number,
  language: Language,
): { place?: string } {
  const household = householdOf(town, grid.number, number);
  return household ? { place: placeName(household, { town }, language) } : {};
}

async function record(services: Effects, opened: OpenedList, call: CallOf<typeof ROUTES.record>) {
  const { current, grid } = opened;
  const { at } = call;
  const visits = visitsIn(opened, call);
  const before = await visitsOfGrid(services, current.town, grid.number, at);
  checkDoubts(visits, before, opened, call);
  const recorded: z.input<typeof recordedVisitsAnswer>['recorded'] = [];
  for (const visit of visits) {
    const request = await recordVisit(services, current, visit);
    recorded.push({ household: visit.household.number, ...(request ? { request: request.id } : {}) });
  }
  const made = visits.map(({ household, people }) => factsOf(household, people, at));
  const left = await leftOf(services, opened, at, made);
  return call.answer(202, { recorded, left: left.size });
}

type SaidVisit = VisitMade & { readonly sure: boolean };

function visitsIn({ current, grid, staff: by }: OpenedList, call: CallOf<typeof ROUTES.record>): SaidVisit[] {
  const { at } = call;
  const day = localDate(at, current.town.settings.timeZone);
  return call
    .body()
    .visits.map(({ household: number, people, problem = false, note = '', key, sure = false }, index) => {
      const household = householdOf(current.town, grid.number, number);
      if (!household) throw unknownHousehold(index, call);
      // The same visit sent twice by a slow network is one visit.
      const named = key ?? `${day} ${submissionOf(JSON.stringify([number, people, problem, note]))}`;
      const own = `link ${grid.number} ${by.id} ${named}`;
      return { key: own, at, household, by, people, problem, note, sure };
    });
}

/** An unlikely visit is sent back, unless whoever visited confirms it. */
function checkDoubts(
  visits: readonly SaidVisit[],
  before: readonly VisitFacts[],
  { current: { town } }: OpenedList,
  { language }: HttpCall,
): void {
  const own = new Set(visits.map(({ key }) => visitId(town.settings.id, key)));
  const seen = before.filter(({ id }) => !own.has(id));
  for (const [index, visit] of visits.entries()) {
    const doubt = visit.sure ? undefined : doubtVisit(visit, seen, town.settings);
    if (doubt) {
      const message = DOUBTED[doubt.is][language].replace('{people}', String(doubt.people));
      throw new Problem('invalid-body', [{ field: `/visits/${index}/people`, message }]);
    }
    seen.push(factsOf(visit.household, visit.people, visit.at));
  }
}

const DOUBTED: Readonly<Record<VisitDoubt['is'], Bilingual>> = {
  many: {
    'zh-CN': '见到{people}人，比这户该有的多；确是这么多，请勾选“就是这样”',
    en: '{people} met is more than live there; if it is so, say so below',
  },
  again: {
    'zh-CN': '今天已登记过这一户（见到{people}人）；确实又去了一次，请勾选“就是这样”',
    en: 'The household was recorded today already, {people} met; if this is a second visit, say so below',
  },
};

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
