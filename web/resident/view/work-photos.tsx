import { ofTown } from '../../of-town.js';
import { dateTimeText } from '../../../contracts/pages/times.js';
import { photoRoute } from '../../../contracts/resident/request.js';
import type { TrackedRequest } from '../../../contracts/resident/tracked-request.js';
import { addressOf } from '../../call-route.js';
import { usePage } from '../page-context.js';

export interface WorkPhotosProps {
  readonly id: string;
  readonly trackingKey: string;
  readonly photos: NonNullable<TrackedRequest['workPhotos']>;
}

/** The staff's photos of their work, and who took each when. They stand before the question whether it is good. */
export function WorkPhotos({ id, trackingKey, photos }: WorkPhotosProps) {
  const { messages, language, timeZone } = usePage();
  const { photos: words } = messages;
  if (photos.length === 0) return null;
  return (
    <section>
      <h2>{words.work}</h2>
      <ul class="photos">
        {photos.map(({ id: photo, at, by }, index) => {
          const place = { params: { id, photo }, query: { key: trackingKey } };
          const address = ofTown(addressOf(photoRoute, place), location.search);
          return (
            <li key={photo}>
              <a href={address}>
                <img src={address} alt={words.workOne(index + 1, by)} loading="lazy" />
              </a>
              <span class="hint">
                {by} <time dateTime={at}>{dateTimeText(at, language, timeZone)}</time>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
