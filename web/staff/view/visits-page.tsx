import { useState } from 'preact/hooks';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { dayText } from '../../../contracts/pages/times.js';
import type { Outbox } from '../outbox.js';
import { usePage } from '../page-context.js';
import { visitsRoute } from '../../../contracts/staff/visits.js';
import { type DueHousehold, recordedVisitOf, sentVisitOf } from '../visits.js';
import { AsOf } from './as-of.js';
import { Opening } from './opening.js';
import { useOpened } from './use-opened.js';
import { useOutbox } from './use-outbox.js';
import { VisitForm } from './visit-form.js';

/** Visits that were sent from this page, and the households whose visits wait for a network. */
function madeOn(link: string, outbox: Outbox) {
  const recorded = outbox.sent().flatMap(({ item, answer }) => {
    const visit = item.link === link ? sentVisitOf(item.body) : undefined;
    return visit ? [{ ...visit, request: recordedVisitOf(answer)?.request }] : [];
  });
  const waiting = outbox.items().flatMap(({ link: to, refused, body }) => {
    const visit = to === link && refused === undefined ? sentVisitOf(body) : undefined;
    return visit ? [visit.household] : [];
  });
  return { recorded, waiting };
}

/** A week's visits to a grid: who is due, and writing each visit down. */
export function VisitsPage({ link }: { link: string }) {
  const { messages, language } = usePage();
  const { opened, retry } = useOpened(visitsRoute, link);
  const { recorded, waiting } = madeOn(link, useOutbox());
  if (opened.name !== 'open') return <Opening opened={opened} onRetry={retry} />;
  const { value, asOf } = opened;
  const isVisited = ({ household, visited }: DueHousehold): boolean =>
    visited || recorded.some((one) => one.household === household && one.people > 0);
  const left = value.due.filter((one) => !isVisited(one));
  const done = value.due.filter(isVisited);
  return (
    <article>
      <h1>{messages.visits.heading(value.name[language])}</h1>
      <AsOf at={asOf} onRetry={retry} />
      <p role="status">
        {left.length === 0 ? messages.visits.none : messages.visits.left(left.length)}{' '}
        {messages.visits.until(dayText(Date.parse(value.until) - 1, language))}
      </p>
      {recorded.map(({ household, people, request }, index) => (
        <p key={index} class="notice">
          {people > 0 ? messages.visits.recorded(household) : messages.visits.nobody(household)}{' '}
          {request !== undefined && messages.visits.became(shownNumber(request))}
        </p>
      ))}
      {left.map((one) => (
        <Household
          key={one.household}
          link={link}
          place={value.name[language]}
          due={one}
          isWaiting={waiting.includes(one.household)}
        />
      ))}
      {value.waiting > 0 && <p class="hint">{messages.visits.waiting(value.waiting)}</p>}
      {done.length > 0 && <Done households={done} />}
    </article>
  );
}

function Done({ households }: { households: readonly DueHousehold[] }) {
  const { visits } = usePage().messages;
  return (
    <section>
      <h2>{visits.done}</h2>
      <ul>
        {households.map(({ household }) => (
          <li key={household}>{visits.household(household)}</li>
        ))}
      </ul>
    </section>
  );
}

interface HouseholdProps {
  readonly link: string;
  readonly place: string;
  readonly due: DueHousehold;
  /** A visit to it is kept until there is a network. */
  readonly isWaiting: boolean;
}

function Household({ link, place, due, isWaiting }: HouseholdProps) {
  const { visits, outbox } = usePage().messages;
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="panel" aria-label={visits.household(due.household)}>
      <h2>{visits.household(due.household)}</h2>
      <p>
        {due.class} {due.carriedOver && <strong>{visits.carriedOver}</strong>}
      </p>
      <p class="hint">
        {visits.dueOn(due.dueOn)} {due.lastVisit !== undefined && visits.lastVisit(due.lastVisit)}
      </p>
      <div role="status">{isWaiting && !isOpen && <p class="notice">{outbox.keptVisit}</p>}</div>
      {isOpen ? (
        <VisitForm link={link} place={place} household={due.household} onDone={() => setOpen(false)} />
      ) : (
        <button type="button" class="second" onClick={() => setOpen(true)}>
          {visits.open}
        </button>
      )}
    </section>
  );
}
