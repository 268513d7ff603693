import type { Services } from '../../../adapters/services.js';
import { type Bulletin, bulletinSchema } from '../../../domain/daily-close/bulletin.js';
import { Problem } from '../../http/problem.js';
import type { FUNCTION } from './function.js';
import { ROUTES } from './routes.js';
import { gridRow } from './grid-row.js';
import { publishedPhotosOf, showPublishedPhoto } from './published-photos.js';
import { todayOf } from './today.js';
import { whichTown } from '../../http/which-town.js';
import { routeHandler } from '../../http/route-handler.js';

const CACHED = { 'cache-control': 'public, max-age=60' };

/** Shorter than a wall display waits until it looks again. */
const LIVE = { 'cache-control': 'public, max-age=10' };

/**
 * `GET /bulletin`: what the daily close published of a day, or of the last one that was closed. `GET /today`: the day
 * as it stands. `GET /board/photos`: what was put right, before and after.
 */
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
          grids: bulletin.grids.map((row) => gridRow(row, town)),
        },
        CACHED,
      );
    },
    today: async (call) => {
      const { town } = await whichTown(services, call.event);
      return call.answer(200, await todayOf(services, town, call.at), LIVE);
    },
    photos: async (call) => {
      const { town } = await whichTown(services, call.event);
      return call.answer(200, await publishedPhotosOf(services, town, call.at), CACHED);
    },
    photo: (call) => showPublishedPhoto(services, call),
  });

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
