import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import type { Services } from '../../adapters/services.js';
import { gridByGroup, gridByPoint } from '../../domain/geography/grid-lookup.js';
import { staffName } from '../../domain/request/words.js';
import type { Town } from '../../domain/town/schema.js';
import { type HttpCall, httpHandler, json } from '../http/http-handler.js';
import { Problem } from '../http/problem.js';
import { COMMON_QUERY, readQuery } from '../http/read-query.js';
import { whichTown } from '../http/which-town.js';

/** Town data changes a few times a year; a minute keeps a slow network from asking again on every page. */
const CACHED = { 'cache-control': 'public, max-age=60' };

const findSchema = z.union([
  z.strictObject({
    village: z.string(),
    group: z.coerce.number().int(),
    ...COMMON_QUERY,
  }),
  z.strictObject({
    lat: z.coerce.number().min(-90).max(90),
    lng: z.coerce.number().min(-180).max(180),
    ...COMMON_QUERY,
  }),
]);

/** `GET /villages`, `GET /categories`, `GET /grids/find`: what everybody may know of the town. */
export const createReadTown = (services: Pick<Services, 'towns'>) =>
  httpHandler('read-town', async (call) => {
    const { town } = await whichTown(services, call.event);
    switch (call.event.routeKey) {
      case 'GET /villages':
        return json(200, { villages: town.villages.map(villageView) }, CACHED);
      case 'GET /categories':
        return json(
          200,
          { categories: town.categories.map(({ id, name, path }) => ({ id, name, path })) },
          CACHED,
        );
      case 'GET /grids/find':
        return findGrid(town, call);
      default:
        throw new Problem('not-found');
    }
  });

const villageView = ({ id, name, groups }: Town['villages'][number]) => ({
  id,
  name,
  groups: groups.map(({ number }) => ({ number })),
});

function findGrid(town: Town, call: HttpCall): APIGatewayProxyStructuredResultV2 {
  const query = readQuery(call, findSchema);
  const grid = 'village' in query ? gridByGroup(town, query.village, query.group) : gridByPoint(town, query);
  if (!grid) throw new Problem('not-found');
  const { a, b, c } = grid.posts;
  const people = [a, b, c].map((staff) => ({ name: staffName(town, staff) }));
  return json(200, { number: grid.number, name: grid.name, village: grid.village, people }, CACHED);
}
