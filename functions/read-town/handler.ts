import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Services } from '../../adapters/services.js';
import { gridByGroup, gridByPoint } from '../../domain/geography/grid-lookup.js';
import { staffName } from '../../domain/request/words.js';
import type { Town } from '../../domain/town/schema.js';
import { type HttpCall, httpHandler, json } from '../http/http-handler.js';
import { Problem } from '../http/problem.js';
import { readQuery } from '../http/read-query.js';
import {
  type categoriesAnswer,
  findGridQuery,
  type gridAnswer,
  type villagesAnswer,
} from '../http/schemas/town.js';
import { whichTown } from '../http/which-town.js';

/** Town data changes a few times a year; a minute keeps a slow network from asking again on every page. */
const CACHED = { 'cache-control': 'public, max-age=60' };

/** `GET /villages`, `GET /categories`, `GET /grids/find`: what everybody may know of the town. */
export const createReadTown = (services: Pick<Services, 'towns'>) =>
  httpHandler('read-town', async (call) => {
    const { town } = await whichTown(services, call.event);
    switch (call.event.routeKey) {
      case 'GET /villages':
        return json(200, villages(town), CACHED);
      case 'GET /categories':
        return json(200, categories(town), CACHED);
      case 'GET /grids/find':
        return findGrid(town, call);
      default:
        throw new Problem('not-found');
    }
  });

const villages = (town: Town): z.input<typeof villagesAnswer> => ({
  villages: town.villages.map(({ id, name, groups }) => ({
    id,
    name,
    groups: groups.map(({ number }) => ({ number })),
  })),
});

const categories = (town: Town): z.input<typeof categoriesAnswer> => ({
  categories: town.categories.map(({ id, name, path }) => ({ id, name, path })),
});

function findGrid(town: Town, call: HttpCall): APIGatewayProxyStructuredResultV2 {
  const query = readQuery(call, findGridQuery);
  const grid = 'village' in query ? gridByGroup(town, query.village, query.group) : gridByPoint(town, query);
  if (!grid) throw new Problem('not-found');
  const { a, b, c } = grid.posts;
  const people = [a, b, c].map((staff) => ({ name: staffName(town, staff) }));
  const { number, name, village } = grid;
  const answer: z.input<typeof gridAnswer> = { number, name, village, people };
  return json(200, answer, CACHED);
}
