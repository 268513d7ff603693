import { dateTimeText } from '../../times.js';
import type { Waiting } from '../outbox.js';
import { usePage } from '../page-context.js';
import { overWords } from './over.js';
import { useOutbox } from './use-outbox.js';

/** What was written and is not sent, on every page: what waits for a network, and what the service did not take. */
export function OutboxPart({ link }: { link: string | undefined }) {
  const { outbox: words } = usePage().messages;
  const outbox = useOutbox();
  // The page of the link itself says what waits there.
  const items = outbox.items().filter((item) => item.link !== link || item.refused !== undefined);
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

function Item({ item: { link, about, said, at, refused }, isHere, onDrop }: ItemProps) {
  const { messages, language } = usePage();
  const { outbox: words } = messages;
  return (
    <li class={refused ? 'card refused' : 'card'}>
      <strong>{about}</strong>
      <span class="said">{said}</span>
      <span class="hint">{words.written(dateTimeText(at, language))}</span>
      {refused ? (
        <>
          <span class="error">
            {words.refused} {refused.errors[0]?.message ?? overWords(refused, messages, language)}
          </span>
          <span class="choices">
            {!isHere && <a href={link}>{words.open}</a>}
            <button type="button" class="plain" onClick={onDrop}>
              {words.drop}
            </button>
          </span>
        </>
      ) : (
        <span>{words.waits}</span>
      )}
    </li>
  );
}
