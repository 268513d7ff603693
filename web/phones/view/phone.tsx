import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { usePage } from '../page-context.js';
import { type ReadMarks, unreadOf } from '../read-marks.js';
import type { Thread } from '../threads.js';
import { holderOf, phoneName, readable } from '../whose-phone.js';
import { Composer } from './composer.js';
import { roleText } from './people-list.js';
import { TextList } from './text-list.js';

/** Somebody wants to see a phone, and perhaps to write on it at once. */
export interface Called {
  readonly phone: string;
  readonly toWrite: boolean;
}

export interface PhoneProps {
  readonly thread: Thread;
  readonly read: ReadMarks;
  /** Set where this phone is the one that was asked for last: it comes into view. */
  readonly called: Called | undefined;
  /** The unsent words on it. */
  readonly draft: string;
  readonly onDraft: (body: string) => void;
  readonly onClose: (phone: string) => void;
  /** Called when somebody touches the phone, or a text arrives while they are at it: what has arrived is then read. */
  readonly onRead: (thread: Thread) => void;
  readonly onSent: () => Promise<void>;
}

/** One person's phone: whose it is, its texts, and a line to write to the town. */
export function Phone({ thread, read, called, draft, onDraft, onClose, onRead, onSent }: PhoneProps) {
  const { messages, directory, language } = usePage();
  const { phone } = thread;
  const person = holderOf(directory, phone);
  const name = phoneName(directory, phone);
  const role = roleText(person, language) ?? messages.people.resident;
  const unread = unreadOf(thread, read);
  const touched = () => onRead(thread);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (document.hasFocus() && section.current?.contains(document.activeElement)) touched();
  }, [thread.arrived]);
  useLayoutEffect(() => {
    if (!called) return;
    const show = () => section.current?.scrollIntoView({ block: 'end', inline: 'center' });
    show();
    // Once more when the list that was pressed has its new length.
    requestAnimationFrame(show);
    if (called.toWrite) section.current?.querySelector('input')?.focus({ preventScroll: true });
  }, [called]);
  return (
    <section
      ref={section}
      class={unread > 0 ? 'phone new' : 'phone'}
      aria-label={name}
      onPointerDown={touched}
      onFocusIn={touched}
    >
      <div class="owner">
        <h2>
          {name} {unread > 0 && <span class="unread">{messages.people.unread(unread)}</span>}
        </h2>
        <p class="role" title={role}>
          {role}
        </p>
        {person && <p class="role">{readable(directory, phone)}</p>}
        <button
          type="button"
          class="close"
          aria-label={messages.phone.close(name)}
          onClick={() => onClose(phone)}
        >
          ×
        </button>
      </div>
      <TextList thread={thread} name={name} />
      <Composer phone={phone} name={name} body={draft} onBody={onDraft} onSent={onSent} />
    </section>
  );
}
