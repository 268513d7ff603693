import { useState } from 'preact/hooks';
import { shownNumber } from '../../request-number.js';
import { dayText } from '../../times.js';
import { usePage } from '../page-context.js';
import type { DueHousehold, RecordedVisit, Visits } from '../visits.js';
import { Opening } from './opening.js';
import { useOpened } from './use-opened.js';
import { VisitForm } from './visit-form.js';

/** A week's visits to a grid: who is due, and writing each visit down. */
export function VisitsPage({ link }: { link: string }) {
  const { messages, api, language } = usePage();
  const { opened, retry } = useOpened<Visits>(link, () => api.visits(link, language));
  const [recorded, setRecorded] = useState<readonly (RecordedVisit & { met: boolean })[]>([]);
  if (opened.name !== 'open') return <Opening opened={opened} onRetry={retry} />;
  const { name, due, until, waiting } = opened.value;
  const isVisited = ({ household, visited }: DueHousehold): boolean =>
    visited || recorded.some((one) => one.household === household && one.met);
  const left = due.filter((one) => !isVisited(one));
  const done = due.filter(isVisited);
  return (
    <article>
      <h1>{messages.visits.heading(name[language])}</h1>
      <p role="status">
        {left.length === 0 ? messages.visits.none : messages.visits.left(left.length)}{' '}
        {messages.visits.until(dayText(until - 1, language))}
      </p>
      {recorded.map(({ household, met, request }, index) => (
        <p key={index} class="notice">
          {met ? messages.visits.recorded(household) : messages.visits.nobody(household)}{' '}
          {request !== undefined && messages.visits.became(shownNumber(request))}
        </p>
      ))}
      {left.map((one) => (
        <Household
          key={one.household}
          link={link}
          due={one}
          onRecorded={(visit, met) => setRecorded((before) => [...before, { ...visit, met }])}
        />
      ))}
      {waiting > 0 && <p class="hint">{messages.visits.waiting(waiting)}</p>}
      {done.length > 0 && (
        <section>
          <h2>{messages.visits.done}</h2>
          <ul>
            {done.map(({ household }) => (
              <li key={household}>{messages.visits.household(household)}</li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

interface HouseholdProps {
  readonly link: string;
  readonly due: DueHousehold;
  readonly onRecorded: (visit: RecordedVisit, met: boolean) => void;
}

function Household({ link, due, onRecorded }: HouseholdProps) {
  const { visits } = usePage().messages;
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
      {isOpen ? (
        <VisitForm
          link={link}
          household={due.household}
          onRecorded={(visit, met) => {
            setOpen(false);
            onRecorded(visit, met);
          }}
        />
      ) : (
        <button type="button" class="second" onClick={() => setOpen(true)}>
          {visits.open}
        </button>
      )}
    </section>
  );
}
