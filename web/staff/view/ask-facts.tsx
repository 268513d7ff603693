import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { PHONES } from '../../../contracts/pages/telephone.js';
import { dateTimeText } from '../../../contracts/pages/times.js';
import { Dialled } from '../../dialled.js';
import type { Ask } from '../ask.js';
import { usePage } from '../page-context.js';
import { timeLeft } from '../time-left.js';
import { AskPhotos } from './ask-photos.js';
import { ProgrammePart } from './programme-part.js';

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

/** Until when, what it is about and whose, in their own words, with the form and the photos; what is seldom looked for comes last. */
export function AskFacts({ ask, link }: { ask: Ask; link: string }) {
  const { messages, language, timeZone } = usePage();
  const left = timeLeft(Date.parse(ask.until), useNow(), messages);
  return (
    <section class="facts">
      <p class="until">
        <strong>{left ?? messages.over.expired}</strong>
        <span class="hint">
          {messages.ask.until} <time dateTime={ask.until}>{dateTimeText(ask.until, language, timeZone)}</time>
        </span>
      </p>
      {ask.words !== undefined && (
        <>
          <h2>{messages.ask.words}</h2>
          <blockquote>
            <Dialled words={ask.words} numbers={PHONES} />
          </blockquote>
        </>
      )}
      <dl>
        {ask.facts.map(({ fact, value, shown }) => (
          <Fact
            key={fact}
            name={
              fact === 'phone' && ask.kind === 'returned' ? messages.ask.residentPhone : messages.facts[fact]
            }
          >
            {fact === 'phone' ? <a href={`tel:${value}`}>{shown ?? value}</a> : value}
          </Fact>
        ))}
      </dl>
      <ProgrammePart ask={ask} />
      <AskPhotos ask={ask} link={link} />
      <details>
        <summary>{messages.ask.more}</summary>
        <dl>
          {ask.request !== undefined && <Fact name={messages.ask.request}>{ask.request}</Fact>}
          <Fact name={messages.ask.asked}>{ask.asked}</Fact>
          <Fact name={messages.ask.text}>
            <Dialled words={ask.text} numbers={PHONES} />
          </Fact>
        </dl>
      </details>
    </section>
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
