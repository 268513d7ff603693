import type { Problem } from '../../problem.js';
import { dateTimeText } from '../../../contracts/pages/times.js';
import { areGone, type Waiting } from '../outbox.js';
import { usePage } from '../page-context.js';
import { overWords } from './over.js';
import { PhotosWith } from './photos-with.js';
import { useOutbox } from './use-outbox.js';

/**
 * Answers that are written and not sent, on every page: those that wait for a network, and those that the service did
 * not take.
 */
export function OutboxPart({ link }: { link: string | undefined }) {
  const { outbox: words } = usePage().messages;
  const outbox = useOutbox();
  // The page of the link itself says what waits there.
  const items = outbox
    .items()
    .filter(
      ({ id, ...item }) => (item.link !== link && !outbox.isUnderWay(id)) || item.refused !== undefined,
    );
  if (items.length === 0) return null;
  const hasWaiting = items.some(({ refused }) => refused === undefined);
  return (
    <section class="outbox" aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <ul class="cards">
        {items.map((item) => (
          <Item key={item.id} item={item} isHere={item.link === link} onDrop={() => outbox.drop(item.id)} />
        ))}
      </ul>
      {hasWaiting && (
        <button type="button" class="second" onClick={() => void outbox.flush()}>
          {words.sendNow}
        </button>
      )}
    </section>
  );
}

interface ItemProps {
  readonly item: Waiting;
  /** Whether this is the page that it was written on. */
  readonly isHere: boolean;
  readonly onDrop: () => void;
}

function Item({ item, isHere, onDrop }: ItemProps) {
  const page = usePage();
  const { messages, language, timeZone } = page;
  const { outbox: words } = messages;
  const { link, about, said, at, refused, answered } = item;
  const isOfPhotos = answered !== undefined;
  // An answer comes too late because of another; photos for reasons of their own.
  const reason = (problem: Problem): string | undefined =>
    areGone(problem)
      ? messages.photos.gone
      : (problem.errors[0]?.message ?? (isOfPhotos ? problem.title : overWords(problem, page)));
  return (
    <li class={refused ? 'card refused' : 'card'}>
      <strong>{about}</strong>
      <span class="said">{said}</span>
      <PhotosWith item={item} />
      <span class="hint">{words.written(dateTimeText(at, language, timeZone))}</span>
      {refused ? (
        <>
          <span class="error">
            {isOfPhotos ? messages.photos.refused : words.refused}
            {reason(refused)}
          </span>
          <span class="choices">
            {!isHere && (!isOfPhotos || areGone(refused)) && <a href={link}>{words.open}</a>}
            <button type="button" class="plain" onClick={onDrop}>
              {words.drop}
            </button>
          </span>
        </>
      ) : (
        <span>{isOfPhotos ? messages.photos.following(item.photos ?? 0) : words.waits}</span>
      )}
    </li>
  );
}
