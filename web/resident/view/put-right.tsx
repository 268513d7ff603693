import { useEffect, useState } from 'preact/hooks';
import { dateText } from '../../../contracts/pages/times.js';
import { publishedPhotoRoute, publishedPhotosRoute } from '../../../contracts/resident/photos.js';
import type { AnswerOf } from '../../../contracts/route.js';
import { addressOf } from '../../call-route.js';
import { ofTown } from '../../of-town.js';
import { usePage } from '../page-context.js';

type Pair = AnswerOf<typeof publishedPhotosRoute>['items'][number];

/** So many at first: each is up to 200 KB, and most look for their own village. */
const AT_FIRST = 3;

/** Before and after, as residents agreed: one's own village first. Nothing where there is none, or none readable. */
export function PutRight({ mine }: { mine: string }) {
  const { call, messages } = usePage();
  const { daily } = messages;
  const [pairs, setPairs] = useState<readonly Pair[]>([]);
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    let gone = false;
    void call(publishedPhotosRoute, {}).then((reply) => {
      if (!gone && reply.kind === 'answer') setPairs(reply.value.items);
    });
    return () => {
      gone = true;
    };
  }, []);
  if (pairs.length === 0) return null;
  const isMine = ({ village }: Pair): boolean => village?.id === mine;
  const inOrder = [...pairs.filter(isMine), ...pairs.filter((pair) => !isMine(pair))];
  return (
    <section>
      <h2>{daily.putRight}</h2>
      <p class="hint">{daily.putRightHint}</p>
      {inOrder.slice(0, isWhole ? undefined : AT_FIRST).map((pair) => (
        <BeforeAndAfter key={pair.request} pair={pair} />
      ))}
      {!isWhole && inOrder.length > AT_FIRST && (
        <button type="button" class="second" onClick={() => setWhole(true)}>
          {daily.putRightMore(inOrder.length - AT_FIRST)}
        </button>
      )}
    </section>
  );
}

/** One that was taken back meanwhile is not shown at all. */
function BeforeAndAfter({ pair }: { pair: Pair }) {
  const { messages, language } = usePage();
  const { daily } = messages;
  const [isGone, setGone] = useState(false);
  if (isGone) return null;
  const { request: id, category, village, on } = pair;
  const what = [category[language], village?.name[language]].filter(Boolean).join(' · ');
  const day = dateText(on, language);
  return (
    <figure class="before-after">
      <div>
        {(pair.before ? (['before', 'after'] as const) : (['after'] as const)).map((which) => {
          const address = ofTown(addressOf(publishedPhotoRoute, { params: { id, which } }), location.search);
          return (
            <a key={which} href={address}>
              <img
                src={address}
                alt={daily.putRightOne[which](what)}
                loading="lazy"
                onError={() => setGone(true)}
              />
              <span>{daily[which]}</span>
            </a>
          );
        })}
      </div>
      <figcaption>{`${what} · ${day}`}</figcaption>
    </figure>
  );
}
