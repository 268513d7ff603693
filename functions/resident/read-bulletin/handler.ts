import type * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { type Bulletin, bulletinSchema } from '../../../domain/daily-close/bulletin.js';
import { httpHandler, json } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { readQuery } from '../../http/read-query.js';
import { type bulletinAnswer, bulletinQuery } from '../../../contracts/bulletin.js';
import { whichTown } from '../../http/which-town.js';

const CACHED = { 'cache-control': 'public, max-age=60' };

/** `GET /bulletin`: what the daily close published of a day, or of the last one that was closed. */
export const createReadBulletin = (services: Pick<Services, 'towns' | 'rounds'>) =>
  httpHandler('read-bulletin', async (call) => {
    const { date } = readQuery(call, bulletinQuery);
    const { town } = await whichTown(services, call.event);
    const { id } = town.settings;
    const bulletin = await published(services, id, date);
    if (!bulletin) throw new Problem('not-found');
    const names = new Map(town.grids.map(({ number, name }) => [number, name]));
    const answer: z.input<typeof bulletinAnswer> = {
      ...bulletin,
      town: id,
      grids: bulletin.grids.map((counts) => ({ ...counts, name: names.get(counts.grid) })),
    };
    return json(200, answer, CACHED);
  });

/** The schema lets through what is published and nothing else of the report; a day still being closed has none yet. */
async function published(
  { rounds }: Pick<Services, 'rounds'>,
  town: string,
  date: string | undefined,
): Promise<Bulletin | undefined> {
  const round =
    date === undefined
      ? await rounds.latest(town, 'daily-close')
      : await rounds.find(town, 'daily-close', date);
  return bulletinSchema.safeParse(round?.report).data;
}
