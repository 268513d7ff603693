import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { dateTimeText } from '../../times.js';
import type { Ask } from '../ask.js';
import { usePage } from '../page-context.js';
import { timeLeft } from '../time-left.js';

/** A countdown in minutes need not be looked at more often. Milliseconds. */
const EVERY = 20_000;

function useNow(): number {
  const { now } = usePage();
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), EVERY);
    return () => clearInterval(timer);
  }, []);
  return at;
}

/** What it is about, until when, and the resident's own words. */
export function AskFacts({ ask, link }: { ask: Ask; link: string }) {
  const { messages, language } = usePage();
  const left = timeLeft(ask.until, useNow(), messages);
  return (
    <section class="facts">
      <p class="until">
        <span class="hint">{messages.ask.until}</span>
        <time dateTime={new Date(ask.until).toISOString()}>{dateTimeText(ask.until, language)}</time>
        <strong>{left ?? messages.over.expired}</strong>
      </p>
      <dl>
        {ask.facts.map(({ fact, value }) => (
          <Fact key={fact} name={messages.facts[fact]}>
            {fact === 'phone' ? <a href={`tel:${value}`}>{value}</a> : value}
          </Fact>
        ))}
        {ask.request !== undefined && <Fact name={messages.ask.request}>{ask.request}</Fact>}
        <Fact name={messages.ask.asked}>{ask.asked}</Fact>
      </dl>
      {ask.words !== undefined && (
        <>
          <h2>{messages.ask.words}</h2>
          <blockquote>{ask.words}</blockquote>
        </>
      )}
      {ask.photos.length > 0 && <Photos photos={ask.photos} link={link} />}
      <details>
        <summary>{messages.ask.text}</summary>
        <p>{ask.text}</p>
      </details>
    </section>
  );
}

/** What the resident photographed; a photo opens whole by itself. */
function Photos({ photos, link }: { photos: readonly string[]; link: string }) {
  const { ask: words } = usePage().messages;
  const [path = '', query = ''] = link.split('?');
  return (
    <>
      <h2>{words.photos}</h2>
      <ul class="photos">
        {photos.map((photo, at) => (
          <li key={photo}>
            <a href={`${path}/photos/${photo}?${query}`}>
              <img src={`${path}/photos/${photo}?${query}`} alt={words.photo(at + 1)} loading="lazy" />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
