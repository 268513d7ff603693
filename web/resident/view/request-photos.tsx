import { MOST_PHOTOS } from '../../../domain/photos/limits.js';
import { ofTown } from '../../of-town.js';
import { PhotoChoice } from '../../photo-choice.js';
import { usePage } from '../page-context.js';
import { photoRoute } from '../../../contracts/resident/request.js';
import { addressOf } from '../../call-route.js';
import { usePhotoSending } from './use-photo-sending.js';

export interface RequestPhotosProps {
  readonly id: string;
  readonly trackingKey: string;
  /** Those that the service has. */
  readonly photos: readonly string[];
  readonly takesMore: boolean;
  readonly onSent: () => void;
}

/** The photos of a request, those on their way, and room for more. */
export function RequestPhotos({ id, trackingKey, photos, takesMore, onSent }: RequestPhotosProps) {
  const { photos: words } = usePage().messages;
  const { pending, state, add, retry } = usePhotoSending({ id, trackingKey, onSent });
  const room = MOST_PHOTOS - photos.length - pending.length;
  if (photos.length === 0 && !takesMore) return null;
  return (
    <section>
      <h2>{words.heading}</h2>
      {photos.length > 0 && (
        <ul class="photos">
          {photos.map((photo, at) => (
            <li key={photo}>
              <img
                src={ofTown(
                  addressOf(photoRoute, { params: { id, photo }, query: { key: trackingKey } }),
                  location.search,
                )}
                alt={words.one(at + 1)}
                loading="lazy"
              />
            </li>
          ))}
        </ul>
      )}
      <div role="status">
        {state === 'sending' && <p class="hint">{words.sending(pending.length)}</p>}
        {state === 'unsent' && (
          <p class="notice">
            {words.unsent(pending.length)}{' '}
            <button type="button" class="plain" onClick={retry}>
              {words.retry}
            </button>
          </p>
        )}
        {state === 'refused' && <p class="notice">{words.refused}</p>}
      </div>
      {takesMore && state !== 'sending' && room > 0 && (
        <>
          <p class="hint" id="photos-hint">
            {words.hint}
          </p>
          <PhotoChoice words={words} pictures={[]} most={room} onPictures={add} />
        </>
      )}
    </section>
  );
}
