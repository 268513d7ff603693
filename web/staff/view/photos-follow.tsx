import { useState } from 'preact/hooks';
import { usePage } from '../page-context.js';
import { useOutbox } from './use-outbox.js';

/** How far the photos are that follow an answer which is recorded. What was refused stands with what is not sent. */
export function PhotosFollow({ link }: { link: string }) {
  const { photos: words } = usePage().messages;
  const item = useOutbox()
    .items()
    .find(({ id }) => id === link);
  const left = item?.refused ? 0 : (item?.photos ?? 0);
  const [had] = useState(left > 0);
  if (!had || item?.refused) return null;
  return (
    <div role="status">
      <p>{left > 0 ? words.following(left) : words.sent}</p>
      {left > 0 && item?.photosUnkept && <p class="notice">{words.noRoom}</p>}
    </div>
  );
}
