import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../page-context.js';
import type { NextName } from '../what-follows.js';
import { PhotosFollow } from './photos-follow.js';

export interface RecordedProps {
  readonly link: string;
  readonly label: string;
  readonly next?: NextName;
}

/** The answer is recorded, and what happens next. */
export function Recorded({ link, label, next }: RecordedProps) {
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
      <PhotosFollow link={link} />
    </section>
  );
}
