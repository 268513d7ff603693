import type { Waiting } from '../outbox.js';
import { usePage } from '../page-context.js';

/** How many photos go with something that waits, and whether the device keeps them. */
export function PhotosWith({ item: { photos, photosUnkept } }: { item: Waiting }) {
  const { photos: words } = usePage().messages;
  if (photos === undefined) return null;
  return (
    <>
      <p>{words.with(photos)}</p>
      {photosUnkept && (
        <p class="notice" role="alert">
          {words.noRoom}
        </p>
      )}
    </>
  );
}
