import type * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { agree, disagree, showingOf } from '../../../domain/request/publish-photos.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { photoConsentAnswer } from '../../../contracts/resident/photos.js';
import type { photoConsentRoute } from '../../../contracts/resident/request.js';
import { Problem } from '../../http/problem.js';
import type { CallOf } from '../../http/route-handler.js';
import { changeWorkPhotos } from '../../use-cases/change-work-photos.js';

type Effects = Services<{ towns: 'read'; workPhotos: 'read' | 'save'; publishedPhotos: 'remove' }>;

/**
 * `POST /requests/{id}/photo-consent?key=`. The word that was taken back is stored first: from then on no copy is
 * shown, even where removing them fails; asked again, it removes what is left.
 */
export async function takeConsent(
  services: Effects,
  record: RequestRecord,
  call: CallOf<typeof photoConsentRoute>,
): Promise<z.input<typeof photoConsentAnswer>> {
  const { agreed } = call.body();
  const { town: id, id: request } = record;
  const { town } = await services.towns.load(id);
  const all = await changeWorkPhotos(services, id, request, (now) => {
    if (!agreed) return disagree(now);
    if (showingOf(record, now, town) === undefined) throw new Problem('photos-stay');
    return agree(now, { at: call.at, by: 'resident' });
  });
  if (!agreed) await services.publishedPhotos.remove(id, request);
  const showing = showingOf(record, all, town);
  return showing === undefined ? {} : { showing };
}
