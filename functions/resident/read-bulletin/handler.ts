import type { Services } from '../../../adapters/services.js';
import { type Bulletin, bulletinSchema } from '../../../domain/daily-close/bulletin.js';
import { categoryTitle } from '../../../domain/request/words.js';
import type { Town } from '../../../domain/town/schema.js';
import { given } from '../../../domain/words/given.js';
import { Problem } from '../../http/problem.js';
import type { FUNCTION } from './function.js';
import { ROUTES } from './routes.js';
import { whichTown } from '../../http/which-town.js';
import { routeHandler } from '../../http/route-handler.js';

const CACHED = { 'cache-control': 'public, max-age=60' };

/** `GET /bulletin`: what the daily close published of a day, or of the last one that was closed. */
export const createReadBulletin = (services: Services<typeof FUNCTION>) =>
  routeHandler('read-bulletin', ROUTES, {
    bulletin: async (call) => {
      const { date } = call.query();
      const { town } = await whichTown(services, call.event);
      const { id } = town.settings;
      const bulletin = await published(services, id, date);
      if (!bulletin) throw new Problem('not-found');
      return call.answer(
        200,
        {
          ...bulletin,
          town: id,
          grids: bulletin.grids.map((row) => rowOf(row, town)),
        },
        CACHED,
      );
    },
  });

/** A grid's row, with the names that the town has for what it says. */
function rowOf({ grid, done, ...counts }: Bulletin['grids'][number], town: Town) {
  const found = town.grids.find(({ number }) => number === grid);
  const village = town.villages.find(({ id }) => id === found?.village)?.name;
  return {
    grid,
    ...counts,
    ...given({ name: found?.name, village }),
    ...(done && {
      done: done.map((kind) => ({ name: categoryTitle(town, kind.category), count: kind.count })),
    }),
  };
}

/** The schema lets through what is published and nothing else of the report; a day still being closed has none yet. */
async function published(
  { rounds }: Services<{ rounds: 'find' | 'list' }>,
  town: string,
  date: string | undefined,
): Promise<Bulletin | undefined> {
  const round =
    date === undefined
      ? await rounds.latest(town, 'daily-close')
      : await rounds.find(town, 'daily-close', date);
  return bulletinSchema.safeParse(round?.report).data;
}
