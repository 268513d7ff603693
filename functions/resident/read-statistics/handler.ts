import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { instantAt } from '../../../domain/calendar/local-time.js';
import { addDays } from '../../../domain/calendar/plain-dates.js';
import type { Happenings, Period } from '../../../domain/statistics/count-figures.js';
import { DEFINITIONS, FIGURES } from '../../../domain/statistics/figures.js';
import { statisticsOf } from '../../../domain/statistics/statistics.js';
import { statisticsCsv } from '../../../domain/statistics/statistics-csv.js';
import type { Town } from '../../../domain/town/schema.js';
import type { HttpCall } from '../../http/http-handler.js';
import { statisticsQuery } from '../../../contracts/resident/statistics.js';
import type { FUNCTION } from './function.js';
import { ROUTES } from './routes.js';
import { whichTown } from '../../http/which-town.js';
import { routeHandler } from '../../http/route-handler.js';

type Query = z.output<typeof statisticsQuery>;

/** The figures of today move, those of the past do not; a minute spares a few hundred reads to whoever presses twice. */
const CACHED = { 'cache-control': 'public, max-age=60', vary: 'accept, accept-language' };

/** `GET /statistics`: the figures of a period, computed from what happened, with what each of them means. */
export const createReadStatistics = (services: Services<typeof FUNCTION>) =>
  routeHandler('read-statistics', ROUTES, {
    statistics: async (call) => {
      const query = call.query();
      const { town } = await whichTown(services, call.event);
      const period = periodOf(query, town, call.at);
      const statistics = statisticsOf(town, query.by, await happenings(services, town, period), period);
      if (wantsCsv(call, query)) return csv(statisticsCsv(statistics, call.language), town, query);
      const { from, to, by } = query;
      return call.answer(
        200,
        {
          town: town.settings.id,
          from,
          to,
          by,
          definitions: FIGURES.map((figure) => ({ figure, ...DEFINITIONS[figure] })),
          total: statistics.total,
          places: [...statistics.places],
        },
        CACHED,
      );
    },
  });

/** Local days, both included, as far as they have passed: what will be due tomorrow is not late today. */
function periodOf({ from, to }: Query, { settings: { timeZone } }: Town, now: number): Period {
  const end = instantAt(addDays(to, 1), '00:00', timeZone);
  return { from: instantAt(from, '00:00', timeZone), to: Math.min(end, now + 1) };
}

/** Requests that were received before the period may be handled or closed in it. */
async function happenings(
  { history }: Services<{ history: 'read' }>,
  { settings, grids }: Town,
  period: Period,
): Promise<Happenings> {
  const everywhere = [0, ...grids.map(({ number }) => number)];
  const before = settings.statistics.lookBackDays * 86_400_000;
  const received = { from: Math.max(0, period.from - before), to: period.to };
  const [requests, visits, receptions] = await Promise.all([
    history.ofTown(settings.id, everywhere, 'request', received),
    history.ofTown(settings.id, everywhere, 'visit', period),
    history.ofTown(settings.id, everywhere, 'reception', period),
  ]);
  return { requests, visits, receptions };
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
