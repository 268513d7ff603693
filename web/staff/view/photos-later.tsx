import { useState } from 'preact/hooks';
import type { Answered } from '../../problem.js';
import { usePage } from '../page-context.js';
import { PhotoFields } from './photo-fields.js';
import { PhotosFollow } from './photos-follow.js';

export interface PhotosLaterProps {
  readonly link: string;
  /** The answer, and whether photos may still follow it. */
  readonly answered: Answered | undefined;
}

/** Photos of what was done, where that was said before: most say it by text. */
export function PhotosLater({ link, answered }: PhotosLaterProps) {
  const { messages, outbox, now } = usePage();
  const { photos: words } = messages;
  const [pictures, setPictures] = useState<readonly string[]>([]);
  const [isSent, setSent] = useState(false);
  const { label = '', mostPhotos = 0 } = answered ?? {};
  if (mostPhotos === 0) return null;
  if (isSent)
    return (
      <section class="panel">
        <PhotosFollow link={link} />
      </section>
    );
  const onSubmit = (event: Event) => {
    event.preventDefault();
    // An answer that was refused may still stand under the link's own name.
    const item = { id: `${link} photos`, link, about: words.heading, said: label, body: null, at: now() };
    outbox.add({ ...item, answered: { label } }, pictures);
    setSent(true);
    void outbox.flush();
  };
  return (
    <form class="panel" onSubmit={onSubmit}>
      <PhotoFields pictures={pictures} most={mostPhotos} onPictures={setPictures} />
      {pictures.length > 0 && (
        <button type="submit" class="main">
          {words.send}
        </button>
      )}
    </form>
  );
}
