import { dayText } from '../../../contracts/pages/times.js';
import type { Outbox } from '../outbox.js';
import { usePage } from '../page-context.js';
import { visitsRoute } from '../../../contracts/staff/visits.js';
import { type DueHousehold, recordedVisitOf, sentVisitOf } from '../visits.js';
import { AsOf } from './as-of.js';
import { Household } from './household.js';
import { Heading } from './heading.js';
import { Opening } from './opening.js';
import { useOpened } from './use-opened.js';
import { useOutbox } from './use-outbox.js';

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

/** A week's visits to a grid: each household is recorded where it stands, so that nothing moves under a thumb. */
export function VisitsPage({ link }: { link: string }) {
  const { messages, language, timeZone } = usePage();
  const { opened, retry } = useOpened(visitsRoute, link);
  const { recorded, waiting } = madeOn(link, useOutbox());
  if (opened.name !== 'open') return <Opening opened={opened} onRetry={retry} />;
  const { value, asOf } = opened;
  const madeAt = (household: number) => recorded.filter((one) => one.household === household);
  const isLeft = ({ household }: DueHousehold): boolean =>
    !madeAt(household).some(({ people }) => people > 0);
  const listed = value.due.filter(({ visited }) => !visited);
  const left = listed.filter(isLeft).length;
  return (
    <article>
      <Heading>{messages.visits.heading(value.name[language])}</Heading>
      <AsOf at={asOf} onRetry={retry} />
      <p role="status">
        {left === 0 ? messages.visits.none : messages.visits.left(left)}
        {language === 'en' && ' '}
        {messages.visits.until(dayText(Date.parse(value.until) - 1, language, timeZone))}
      </p>
      {listed.map((one) => (
        <Household
          key={one.household}
          link={link}
          place={value.name[language]}
          due={one}
          isLeft={isLeft(one)}
          made={madeAt(one.household)}
          isWaiting={waiting.includes(one.household)}
        />
      ))}
      {value.waiting > 0 && <p class="hint">{messages.visits.waiting(value.waiting)}</p>}
      <Done households={value.due.filter(({ visited }) => visited)} />
    </article>
  );
}

function Done({ households }: { households: readonly DueHousehold[] }) {
  const { visits } = usePage().messages;
  if (households.length === 0) return null;
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
