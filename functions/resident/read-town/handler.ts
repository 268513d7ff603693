import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { gridByGroup, gridByPoint } from '../../../domain/geography/grid-lookup.js';
import type { Town } from '../../../domain/town/schema.js';
import { type HttpCall, httpHandler, json } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { readQuery } from '../../http/read-query.js';
import {
  type categoriesAnswer,
  findGridQuery,
  type gridAnswer,
  type townAnswer,
  type villagesAnswer,
} from '../../../contracts/town.js';
import { whichTown } from '../../http/which-town.js';
import { places, receptionDays } from './places.js';

const POSTS = ['a', 'b', 'c'] as const;

/** Town data changes a few times a year; a minute keeps a slow network from asking again on every page. */
const CACHED = { 'cache-control': 'public, max-age=60' };

/** `GET /town`, `/villages`, `/categories`, `/places`, `/reception-days`, `/grids/find`: what everybody may know of the town. */
export const createReadTown = (services: Pick<Services, 'towns'>) =>
  httpHandler('read-town', async (call) => {
    const { town } = await whichTown(services, call.event);
    switch (call.event.routeKey) {
      case 'GET /town':
        return json(200, theTown(town), CACHED);
      case 'GET /villages':
        return json(200, villages(town), CACHED);
      case 'GET /categories':
        return json(200, categories(town), CACHED);
      case 'GET /places':
        return json(200, places(town), CACHED);
      case 'GET /reception-days':
        return receptionDays(town, call, CACHED);
      case 'GET /grids/find':
        return findGrid(town, call);
      default:
        throw new Problem('not-found');
    }
  });

const theTown = ({ settings }: Town): z.input<typeof townAnswer> => ({
  id: settings.id,
  name: settings.name,
  sample: settings.sample,
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
  categories: town.categories.map(({ id, name, plainly, path, programme }) => ({
    id,
    name,
    ...(plainly ? { plainly } : {}),
    path,
    documents: documentsOf(town, programme),
  })),
});

const documentsOf = ({ programmes }: Town, id: string | undefined) =>
  programmes.find((programme) => programme.id === id)?.documents.map(({ name }) => name) ?? [];

function findGrid(town: Town, call: HttpCall): APIGatewayProxyStructuredResultV2 {
  const query = readQuery(call, findGridQuery);
  const grid = 'village' in query ? gridByGroup(town, query.village, query.group) : gridByPoint(town, query);
  if (!grid) throw new Problem('not-found');
  const people = POSTS.flatMap((post) => {
    const member = town.staff.find(({ id }) => id === grid.posts[post]);
    return member ? [{ name: member.name, post, duty: member.duty }] : [];
  });
  const { number, name, village } = grid;
  const answer: z.input<typeof gridAnswer> = { number, name, village, people };
  return json(200, answer, CACHED);
}
