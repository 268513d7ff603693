import { useEffect, useRef } from 'preact/hooks';
import { dateTimeText } from '../../../contracts/pages/times.js';
import type { Waiting } from '../outbox.js';
import { usePage } from '../page-context.js';
import { PhotosWith } from './photos-with.js';
import { useOutbox } from './use-outbox.js';

/** An answer that is kept on the device until there is a network. */
export function WaitingAnswer({ item, onChange }: { item: Waiting; onChange: () => void }) {
  const { messages, language, timeZone } = usePage();
  const words = messages.outbox;
  const outbox = useOutbox();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="panel waiting">
      <h2 tabIndex={-1} ref={heading}>
        {words.kept}
      </h2>
      <p class="status said">{item.said}</p>
      <PhotosWith item={item} />
      <p>{words.keptHint}</p>
      <p class="hint">{words.written(dateTimeText(item.at, language, timeZone))}</p>
      <p class="choices">
        <button type="button" class="second" onClick={() => void outbox.flush()}>
          {words.sendNow}
        </button>
        <button type="button" class="plain" onClick={onChange}>
          {words.change}
        </button>
      </p>
    </section>
  );
}
