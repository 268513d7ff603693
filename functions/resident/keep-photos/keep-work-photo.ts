import { pictureId } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import { PHOTOS_FOLLOW_FOR } from '../../../domain/photos/limits.js';
import { addWorkPhoto, photosOfAsk, takesPhotos } from '../../../domain/photos/work-photos.js';
import type { HttpCall } from '../../http/http-handler.js';
import { notOpen } from '../../http/not-open.js';
import { type AskCall, type OpenedAsk, openAsk } from '../../http/open-ask.js';
import { Problem } from '../../http/problem.js';
import { readPhoto } from './read-photo.js';
import { changeWorkPhotos } from '../../use-cases/change-work-photos.js';
import { type KeptPhoto, keptPhoto } from './kept-photo.js';

type Effects = Services<{
  requests: 'read';
  asks: 'find';
  photos: 'keep';
  towns: 'find';
  linkKeys: 'check';
  workPhotos: 'read' | 'save';
}>;

/**
 * `POST /asks/{id}/photos?sig=`: a photo of what was done, by whoever said that it is. It follows the answer and does
 * not bring it: three photos take minutes on a weak signal, and the answer has a deadline. Stored first and named
 * second, as a resident's.
 */
export async function keepWorkPhoto(services: Effects, call: AskCall): Promise<KeptPhoto> {
  const opened = await openAsk(services, call, ['request']);
  const { town, subject: request, n } = opened.ask;
  mustFollowAnswer(opened, call);
  const { withdrawnAt } = await services.requests.load(town, request);
  if (withdrawnAt !== undefined) throw new Problem('request-over');
  const picture = readPhoto(call);
  const photo = { id: pictureId(picture), at: call.at, ask: n, by: opened.staff };
  addWorkPhoto(await services.workPhotos.load(town, request), photo);
  await services.photos.put(town, request, photo, picture);
  const all = await changeWorkPhotos(services, town, request, (current) => addWorkPhoto(current, photo));
  return keptPhoto(photo, photosOfAsk(all, n));
}

/** The request may be closed by then, for a resident who is asked at once may answer at once. */
function mustFollowAnswer({ ask, staff }: OpenedAsk, { at, language }: HttpCall): void {
  const { answer, kind } = ask;
  if (answer && answer.by !== staff) throw notOpen(ask, language);
  if (!answer || !takesPhotos(kind, answer.option)) throw new Problem('photos-after-done');
  if (at > answer.at + PHOTOS_FOLLOW_FOR) throw new Problem('link-expired');
}
