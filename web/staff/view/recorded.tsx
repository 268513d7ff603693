import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../page-context.js';
import type { NextName } from '../what-follows.js';

/** The answer is recorded, and what happens next. */
export function Recorded({ label, next }: { label: string; next?: NextName }) {
  const { messages } = usePage();
  const { sent } = messages;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="panel receipt">
      <h1 tabIndex={-1} ref={heading}>
        {sent.heading}
      </h1>
      <p class="status">{sent.recorded(label)}</p>
      {next !== undefined && <p>{messages.next[next]}</p>}
      <p class="hint">{sent.close}</p>
    </section>
  );
}
