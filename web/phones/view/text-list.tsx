import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { dayText, timeText } from '../../../contracts/pages/times.js';
import { usePage } from '../page-context.js';
import type { TextMessage } from '../text-message.js';
import { textPieces } from '../text-pieces.js';
import type { Thread } from '../threads.js';

/** The texts of a phone, newest last and in view, with a line wherever a new day begins. */
export function TextList({ thread, name }: { thread: Thread; name: string }) {
  const { messages, language, directory } = usePage();
  const list = useRef<HTMLDivElement>(null);
  const { timeZone } = directory.town;
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [thread.texts.length]);
  const dayOf = (text: TextMessage | undefined) => text && dayText(text.at, language, timeZone);
  return (
    <div class="texts" role="log" aria-label={messages.phone.texts(name)} tabIndex={0} ref={list}>
      {thread.texts.length === 0 && <p class="hint">{messages.phone.empty}</p>}
      {thread.texts.map((text, place) => (
        <Fragment key={place}>
          {dayOf(text) !== dayOf(thread.texts[place - 1]) && <p class="day">{dayOf(text)}</p>}
          <Bubble text={text} own={text.from === thread.phone} time={timeText(text.at, language, timeZone)} />
        </Fragment>
      ))}
    </div>
  );
}

function Bubble({ text, own, time }: { text: TextMessage; own: boolean; time: string }) {
  const { messages } = usePage();
  return (
    <p class={own ? 'text own' : 'text'}>
      <span class="unseen">{own ? messages.phone.from : messages.phone.to} </span>
      {textPieces(text.body).map((piece, place) =>
        piece.isAddress ? (
          <a key={place} href={piece.text} target="_blank" rel="noreferrer">
            {piece.text}
          </a>
        ) : (
          piece.text
        ),
      )}
      <time dateTime={new Date(text.at).toISOString()}> {time}</time>
    </p>
  );
}
