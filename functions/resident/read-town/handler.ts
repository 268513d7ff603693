import type * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { gridByGroup, gridByPoint } from '../../../domain/geography/grid-lookup.js';
import { documentsOf } from '../../../domain/programme/documents.js';
import type { Town } from '../../../domain/town/schema.js';
import type { HttpCall } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import type {
  categoriesAnswer,
  gridAnswer,
  townAnswer,
  villagesAnswer,
} from '../../../contracts/resident/town.js';
import { whichTown } from '../../http/which-town.js';
import type { FUNCTION } from './function.js';
import { ROUTES } from './routes.js';
import { mapOf } from './map.js';
import { places, receptionDays } from './places.js';
import { type CallOf, routeHandler } from '../../http/route-handler.js';

const POSTS = ['a', 'b', 'c'] as const;

/** Town data changes a few times a year; a minute keeps a slow network from asking again on every page. */
const CACHED = { 'cache-control': 'public, max-age=60' };

/** `GET /town`, `/villages`, `/categories`, `/map`, `/places`, `/reception-days`, `/grids/find`: public town data. */
export const createReadTown = (services: Services<typeof FUNCTION>) =>
  routeHandler('read-town', ROUTES, {
    town: async (call) => call.answer(200, theTown(await townOf(services, call)), CACHED),
    villages: async (call) => call.answer(200, villages(await townOf(services, call)), CACHED),
    categories: async (call) => call.answer(200, categories(await townOf(services, call)), CACHED),
    map: async (call) => call.answer(200, mapOf(await townOf(services, call)), CACHED),
    places: async (call) => call.answer(200, places(await townOf(services, call)), CACHED),
    receptionDays: async (call) =>
      call.answer(200, receptionDays(await townOf(services, call), call), CACHED),
    findGrid: async (call) => call.answer(200, findGrid(await townOf(services, call), call), CACHED),
  });

const townOf = async (services: Services<{ towns: 'read' | 'find' }>, { event }: HttpCall): Promise<Town> =>
  (await whichTown(services, event)).town;

const theTown = ({ settings }: Town): z.input<typeof townAnswer> => ({
  id: settings.id,
  name: settings.name,
  sample: settings.sample,
  timeZone: settings.timeZone,
  number: settings.sms.number,
  emergencyNumbers: settings.emergencyNumbers,
});

const villages = (town: Town): z.input<typeof villagesAnswer> => ({
  villages: town.villages.map(({ id, name, groups }) => ({
    id,
    name,
    groups: groups.map(({ number }) => ({ number })),
  })),
});

const categories = (town: Town): z.input<typeof categoriesAnswer> => ({
  categories: town.categories.map(({ id, name, plainly, path }) => ({
    id,
    name,
    ...(plainly ? { plainly } : {}),
    path,
    documents: documentsOf(town, id),
  })),
});

function findGrid(town: Town, call: CallOf<typeof ROUTES.findGrid>): z.input<typeof gridAnswer> {
  const query = call.query();
  const grid = 'village' in query ? gridByGroup(town, query.village, query.group) : gridByPoint(town, query);
  if (!grid) throw new Problem('not-found');
  const people = POSTS.flatMap((post) => {
    const member = town.staff.find(({ id }) => id === grid.posts[post]);
    return member ? [{ name: member.name, post, duty: member.duty }] : [];
  });
  const { number, name, village } = grid;
  return { number, name, village, people };
}
