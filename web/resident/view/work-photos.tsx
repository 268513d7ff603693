import { ofTown } from '../../of-town.js';
import { dateTimeText } from '../../times.js';
import type { WorkPhoto } from '../../work-photo.js';
import { usePage } from '../page-context.js';
import { photoPath } from '../resident-api.js';

export interface WorkPhotosProps {
  readonly id: string;
  readonly trackingKey: string;
  readonly photos: readonly WorkPhoto[];
}

/** What the staff showed of what they did, and who did when. It stands before the question whether it is good. */
export function WorkPhotos({ id, trackingKey, photos }: WorkPhotosProps) {
  const { messages, language } = usePage();
  const { photos: words } = messages;
  if (photos.length === 0) return null;
  return (
    <section>
      <h2>{words.work}</h2>
      <ul class="photos">
        {photos.map(({ id: photo, at, by }, index) => {
          const address = ofTown(photoPath(id, trackingKey, photo), location.search);
          return (
            <li key={photo}>
              <a href={address}>
                <img src={address} alt={words.workOne(index + 1, by)} loading="lazy" />
              </a>
              <span class="hint">
                {by} <time dateTime={new Date(at).toISOString()}>{dateTimeText(at, language)}</time>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
