import type * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { gridOfPlace } from '../../../domain/geography/grid-lookup.js';
import type { Point } from '../../../domain/geography/point.js';
import { findSimilar, mayBeNamed, type NearbyRequest } from '../../../domain/request/join-requests.js';
import { statusWord } from '../../../domain/request/status-words.js';
import type { Language } from '../../../domain/words/language.js';
import type { Grid, Town } from '../../../domain/town/schema.js';
import { limitAddress } from '../../http/caller-limits.js';
import { Problem } from '../../http/problem.js';
import { askedLanguage } from '../../http/request-language.js';
import type { similarAnswer, SimilarQuery } from '../../../contracts/resident/similar.js';
import type { FUNCTION } from './function.js';
import { ROUTES } from './routes.js';
import { whichTown } from '../../http/which-town.js';
import { routeHandler } from '../../http/route-handler.js';

const HOUR = 3_600_000;

/** `GET /requests/similar`: what was reported already and may be what somebody is about to report. */
export const createFindSimilar = (services: Services<typeof FUNCTION>) =>
  routeHandler('find-similar', ROUTES, {
    similar: async (call) => {
      const { town } = await whichTown(services, call.event);
      const query = call.query();
      await limitAddress(services, town, call, { act: 'similar', limit: town.settings.callers.others });
      const near = pointOf(query);
      const grid = gridOf(town, query, near);
      if (!grid) throw new Problem('not-found');
      const event = { category: query.category, createdAt: call.at, near };
      const nearby = await services.requests.nearby(town.settings.id, grid.number);
      const similar = findSimilar(event, town, nearby).filter((other) =>
        mayBeNamed(other, town, query.category),
      );
      const language = askedLanguage(call.event) ?? town.settings.defaultLanguage;
      return call.answer(200, {
        similar: similar.map((other) => showSimilar(other, grid, language)),
      });
    },
  });

const pointOf = ({ lat, lng }: SimilarQuery): Point | undefined =>
  lat === undefined || lng === undefined ? undefined : { lat, lng };

/** The grid as a report's own is found: by village and group before the point. */
const gridOf = (town: Town, query: SimilarQuery, location: Point | undefined): Grid | undefined =>
  query.grid === undefined
    ? gridOfPlace(town, { ...query, location })
    : town.grids.find(({ number }) => number === query.grid);

/** About when and about where, and how it stands: no words, no people. */
const showSimilar = (
  { id, category, status, createdAt, near }: NearbyRequest,
  { number, name }: Grid,
  language: Language,
): z.input<typeof similarAnswer>['similar'][number] => ({
  id,
  category,
  status,
  statusText: statusWord({ status }, language),
  reportedAt: new Date(Math.floor(createdAt / HOUR) * HOUR).toISOString(),
  grid: { number, name: name[language] },
  ...(near ? { near } : {}),
});
