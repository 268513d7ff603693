import { useState } from 'preact/hooks';
import { usePage } from '../page-context.js';
import { useOutbox } from './use-outbox.js';

/** How far the photos are that follow an answer which is recorded. What was refused stands with what is not sent. */
export function PhotosFollow({ link }: { link: string }) {
  const { photos: words, sent } = usePage().messages;
  const item = useOutbox()
    .items()
    .find((one) => one.link === link && one.answered !== undefined);
  const left = item?.refused ? 0 : (item?.photos ?? 0);
  const [had] = useState(left > 0);
  return (
    <>
      <div role="status">
        {left > 0 && <p>{words.following(left)}</p>}
        {left > 0 && item?.photosUnkept && <p class="notice">{words.noRoom}</p>}
        {had && left === 0 && !item?.refused && <p>{words.sent}</p>}
      </div>
      {left === 0 && <p class="hint">{sent.close}</p>}
    </>
  );
}
