import { useEffect, useRef, useState } from 'preact/hooks';
import { ofTown } from '../../of-town.js';
import { usePage } from '../page-context.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { trackingPath } from '../route.js';

/** The receipt: the number to read out, the link and the key to come back with. */
export function Receipt({ id, trackingKey }: { id: string; trackingKey: string }) {
  const { receipt } = usePage().messages;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const link = new URL(ofTown(trackingPath(id, trackingKey), location.search), location.href).href;
  return (
    <section class="panel receipt">
      <h1 tabIndex={-1} ref={heading}>
        {receipt.heading}
      </h1>
      <dl>
        <dt>{receipt.number}</dt>
        <dd class="number">{shownNumber(id)}</dd>
        <dt>{receipt.key}</dt>
        <dd class="key">{trackingKey}</dd>
        <dt>{receipt.link}</dt>
        <dd>
          <a href={link}>{link}</a> <CopyButton text={link} />
        </dd>
      </dl>
      <p class="hint">{receipt.linkHint}</p>
    </section>
  );
}

/** Copies a text; absent where the browser cannot (a page without TLS). */
function CopyButton({ text }: { text: string }) {
  const { receipt } = usePage().messages;
  const [copied, setCopied] = useState(false);
  if (!('clipboard' in navigator)) return null;
  const copy = () => {
    const written = navigator.clipboard.writeText(text);
    void written.then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <button type="button" class="plain" onClick={copy}>
      <span role="status">{copied ? receipt.copied : receipt.copy}</span>
    </button>
  );
}
