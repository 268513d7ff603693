import { dateTimeText } from '../../../contracts/pages/times.js';
import type { Ask } from '../ask.js';
import { usePage } from '../page-context.js';
import { photoPath } from '../photo-path.js';

interface ShownPhoto {
  readonly id: string;
  readonly name: string;
  /** When, and by whom. */
  readonly caption?: string;
}

/** The resident's photos, and those of colleagues who showed their work. */
export function AskPhotos({ ask, link }: { ask: Ask; link: string }) {
  const { messages, language, timeZone } = usePage();
  const { ask: words, photos } = messages;
  return (
    <>
      <PhotoList
        heading={words.photos}
        link={link}
        photos={(ask.photos ?? []).map((id, at) => ({ id, name: words.photo(at + 1) }))}
      />
      <PhotoList
        heading={photos.heading}
        link={link}
        photos={(ask.workPhotos ?? []).map(({ id, at, by }, index) => ({
          id,
          name: photos.work(index + 1, by),
          caption: `${by} ${dateTimeText(at, language, timeZone)}`,
        }))}
      />
    </>
  );
}

interface PhotoListProps {
  readonly heading: string;
  readonly link: string;
  readonly photos: readonly ShownPhoto[];
}

/** A photo opens whole by itself. */
function PhotoList({ heading, link, photos }: PhotoListProps) {
  if (photos.length === 0) return null;
  return (
    <>
      <h2>{heading}</h2>
      <ul class="photos">
        {photos.map(({ id, name, caption }) => (
          <li key={id}>
            <a href={photoPath(link, id)}>
              <img src={photoPath(link, id)} alt={name} loading="lazy" />
            </a>
            {caption !== undefined && <span class="hint">{caption}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
