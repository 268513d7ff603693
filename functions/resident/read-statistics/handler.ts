import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { DEFINITIONS, FIGURES } from '../../../domain/statistics/figures.js';
import { statisticsOf } from '../../../domain/statistics/statistics.js';
import { statisticsCsv } from '../../../domain/statistics/statistics-csv.js';
import { openPoints } from '../../../domain/daily-close/open-points.js';
import type { Town } from '../../../domain/town/schema.js';
import { Problem } from '../../http/problem.js';
import type { HttpCall } from '../../http/http-handler.js';
import { statisticsQuery } from '../../../contracts/resident/statistics.js';
import { plainPage } from '../plain-pages/plain-page.js';
import { problemOfPage } from '../plain-pages/problem-of-page.js';
import { visitOf } from '../plain-pages/visit.js';
import type { FUNCTION } from './function.js';
import { ROUTES } from './routes.js';
import { happeningsIn, periodOf } from '../../use-cases/happenings.js';
import { whichTown } from '../../http/which-town.js';
import { colouredBy } from './statistics-map.js';
import { queryOf, statisticsBody } from './statistics-page.js';
import { routeHandler } from '../../http/route-handler.js';

type Query = z.output<typeof statisticsQuery>;

/** Today's figures change, those of the past do not; a minute spares hundreds of reads to whoever presses twice. */
const CACHED = { 'cache-control': 'public, max-age=60', vary: 'accept, accept-language' };

/** `GET /statistics`: the figures of a period, with their definitions. `/map/points`: where open requests are. */
export const createReadStatistics = (services: Services<typeof FUNCTION>) =>
  routeHandler(
    'read-statistics',
    ROUTES,
    {
      statistics: async (call) => {
        const query = call.query();
        const { town } = await whichTown(services, call.event);
        const period = periodOf(query, town, call.at);
        const statistics = statisticsOf(town, query.by, await happeningsIn(services, town, period), period);
        if (wantsCsv(call, query))
          return csv(statisticsCsv(statistics, call.language, town.settings.currency), town, query);
        const { from, to, by } = query;
        return call.answer(
          200,
          {
            town: town.settings.id,
            from,
            to,
            by,
            currency: town.settings.currency,
            definitions: FIGURES.map((figure) => ({ figure, ...DEFINITIONS[figure] })),
            total: statistics.total,
            places: [...statistics.places],
            causes: [...statistics.causes],
          },
          CACHED,
        );
      },
      points: async (call) => {
        const { town } = await whichTown(services, call.event);
        if (!town.settings.map.pointsForResidents) throw new Problem('not-found');
        const { requests } = await happeningsIn(services, town, { from: call.at, to: call.at + 1 });
        return call.answer(200, { points: openPoints(requests, town, call.at, 'resident') }, CACHED);
      },
      plain: (call) => showStatistics(services, call),
    },
    problemOfPage,
  );

/** `GET /plain/statistics`: the same on a page without scripts. */
async function showStatistics(services: Services<typeof FUNCTION>, { event, at }: HttpCall) {
  const { town } = await whichTown(services, event);
  const visit = visitOf(event, town);
  const query = queryOf(event, visit, at);
  const period = periodOf(query, town, at);
  const statistics = statisticsOf(town, query.by, await happeningsIn(services, town, period), period);
  const { from, to, by } = query;
  return plainPage(visit, {
    path: '/plain/statistics',
    query: { from, to, by, map: colouredBy(event) },
    heading: visit.messages.statistics.heading,
    current: 'statistics',
    body: statisticsBody(visit, event, query, statistics),
  });
}

const wantsCsv = ({ event }: HttpCall, { format }: Query): boolean =>
  format === undefined ? (event.headers['accept'] ?? '').includes('text/csv') : format === 'csv';

function csv(body: string, town: Town, { from, to, by }: Query): APIGatewayProxyStructuredResultV2 {
  const name = `${town.settings.id}-${from}-${to}-${by}.csv`;
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    ...CACHED,
  };
  return { statusCode: 200, headers, body };
}
