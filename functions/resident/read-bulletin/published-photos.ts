import type * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import { PUBLISHED_FOR } from '../../../domain/photos/limits.js';
import type { WorkPhotos } from '../../../domain/photos/work-photos.js';
import { isReadyToPublish } from '../../../domain/request/publish-photos.js';
import { categoryTitle } from '../../../domain/request/words.js';
import type { Town } from '../../../domain/town/schema.js';
import { given } from '../../../domain/words/given.js';
import type { publishedPhotoRoute, publishedPhotosAnswer } from '../../../contracts/resident/photos.js';
import { pictureAnswer } from '../../http/photo-answer.js';
import { Problem } from '../../http/problem.js';
import type { CallOf } from '../../http/route-handler.js';
import { whichTown } from '../../http/which-town.js';

/** More than anybody scrolls through. */
const MOST_SHOWN = 60;

/** Photos of things put right lately; expired items go within days, not at once. */
export async function publishedPhotosOf(
  { publishedPhotos }: Services<{ publishedPhotos: 'list' }>,
  town: Town,
  at: number,
): Promise<z.input<typeof publishedPhotosAnswer>> {
  const all = await publishedPhotos.list(town.settings.id);
  const shown = all.filter((one) => one.at > at - PUBLISHED_FOR).slice(0, MOST_SHOWN);
  return {
    items: shown.map(({ request, category, village, before, at: since }) => ({
      request,
      category: categoryTitle(town, category),
      ...given({ village: villageOf(town, village) }),
      on: localDate(since, town.settings.timeZone),
      before,
    })),
  };
}

function villageOf(town: Town, village: string | undefined) {
  const found = town.villages.find(({ id }) => id === village);
  return found && { id: found.id, name: found.name };
}

/**
 * `GET /board/photos/{id}/{which}`: only while the request itself says that they are shown, and is done: whoever took
 * that back need not trust a list, and what is opened again is not shown as put right.
 */
export async function showPublishedPhoto(
  services: Services<{
    towns: 'read' | 'find';
    requests: 'read';
    publishedPhotos: 'show';
    workPhotos: 'read';
  }>,
  call: CallOf<typeof publishedPhotoRoute>,
) {
  const { id, which } = call.params;
  const request = readRequestId(id);
  if (request === undefined || (which !== 'before' && which !== 'after')) throw new Problem('not-found');
  const { town } = await whichTown(services, call.event);
  const { id: townId } = town.settings;
  const [record, work] = await Promise.all([
    services.requests.find(townId, request),
    services.workPhotos.load(townId, request),
  ]);
  const isShown = record && isReadyToPublish(record, work, town) && isAmong(work, which);
  const picture = isShown ? await services.publishedPhotos.find(townId, request, which) : undefined;
  if (!picture) throw new Problem('not-found');
  return pictureAnswer(picture);
}

const isAmong = ({ published }: WorkPhotos, which: 'before' | 'after'): boolean =>
  published !== undefined && (which === 'after' || published.before);
