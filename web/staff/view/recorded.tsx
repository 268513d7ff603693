import type { ComponentChildren } from 'preact';
import { usePage } from '../page-context.js';
import type { NextName } from '../what-follows.js';
import { NextPart } from './next-part.js';
import { PhotosFollow } from './photos-follow.js';
import { useKeptFocus } from './use-kept-focus.js';

export interface RecordedProps {
  readonly link: string;
  readonly label: string;
  readonly next?: NextName | undefined;
  /** It is not recorded yet. */
  readonly isHeld?: boolean;
  /** It is not sent yet, and can be taken back. */
  readonly onTakeBack?: (() => void) | undefined;
}

/** The answer is given: it can be taken back for a moment, then it is recorded; the next step, and the next ask. */
export function Recorded({ link, label, next, isHeld = false, onTakeBack }: RecordedProps) {
  const { messages } = usePage();
  const { sent } = messages;
  return (
    <section class="panel receipt">
      <ReceiptHeading isHeld={isHeld}>{isHeld ? label : sent.heading}</ReceiptHeading>
      <div role="status">
        {isHeld ? (
          <p>{onTakeBack ? sent.held : messages.answer.sending}</p>
        ) : (
          <p class="status">{sent.recorded(label)}</p>
        )}
        {next !== undefined && !isHeld && <p>{messages.next[next]}</p>}
      </div>
      {onTakeBack && (
        <button type="button" class="second" onClick={onTakeBack}>
          {sent.takeBack}
        </button>
      )}
      {!isHeld && <p class="hint">{sent.slip}</p>}
      <NextPart link={link} />
      <PhotosFollow link={link} />
    </section>
  );
}

/** Read out at first, and again where what had the focus is gone. */
function ReceiptHeading({ isHeld, children }: { isHeld: boolean; children: ComponentChildren }) {
  const heading = useKeptFocus<HTMLHeadingElement>(isHeld ? 'held' : 'recorded', 'opened');
  return (
    <h1 tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}
