import { useState } from 'preact/hooks';
import { dateTimeText, dayText } from '../../../contracts/pages/times.js';
import { signOutRoute, workRoute } from '../../../contracts/staff/work.js';
import type { Work } from '../ask.js';
import { WORK } from '../staff-api.js';
import { usePage } from '../page-context.js';
import { timeLeft } from '../time-left.js';
import { AsOf } from './as-of.js';
import { Dotted } from './dotted.js';
import { LeavePart } from './leave-part.js';
import { Heading } from './heading.js';
import { Opening } from './opening.js';
import { OwnedPart } from './owned-part.js';
import { PageLink } from './page-link.js';
import { SignIn } from './sign-in.js';
import { TakeAlong } from './take-along.js';
import { useOpened } from './use-opened.js';

/** Where staff come in without a link: what they are asked, their visits, their leave. */
export function WorkPage() {
  const { opened, retry } = useOpened(workRoute, WORK);
  const [hasChanged, setChanged] = useState(false);
  const onSession = () => {
    setChanged(true);
    retry();
  };
  if (opened.name === 'over' && opened.problem.status === 401)
    return <SignIn isAgain={hasChanged} onSignedIn={onSession} />;
  if (opened.name !== 'open') return <Opening opened={opened} onRetry={retry} />;
  return (
    <SignedIn
      work={opened.value}
      asOf={opened.asOf}
      hasChanged={hasChanged}
      onChanged={retry}
      onSignedOut={onSession}
    />
  );
}

interface SignedInProps {
  readonly work: Work;
  readonly asOf: number | undefined;
  /** Whether somebody signed in here. */
  readonly hasChanged: boolean;
  readonly onChanged: () => void;
  readonly onSignedOut: () => void;
}

function SignedIn({ work, asOf, hasChanged, onChanged, onSignedOut }: SignedInProps) {
  const { messages } = usePage();
  return (
    <article>
      <Heading hasChanged={hasChanged}>{messages.work.heading(work.name)}</Heading>
      <AsOf at={asOf} onRetry={onChanged} />
      <section>
        <h2>{messages.work.asks(work.asks.length)}</h2>
        {work.asks.length === 0 ? (
          <p>{messages.work.noAsks}</p>
        ) : (
          <ul class="cards">
            {work.asks.map((ask) => (
              <AskCard key={ask.id} ask={ask} />
            ))}
          </ul>
        )}
        <button type="button" class="second" onClick={onChanged}>
          {messages.work.again}
        </button>
      </section>
      <OwnedPart work={work} onChanged={onChanged} />
      {work.visits.length > 0 && (
        <section>
          <h2>{messages.work.visits}</h2>
          <ul class="cards">
            {work.visits.map((visits) => (
              <VisitsCard key={visits.grid} visits={visits} />
            ))}
          </ul>
        </section>
      )}
      <TakeAlong work={work} />
      <LeavePart leave={work.leave} onChanged={onChanged} />
      <SignOut until={work.until} onSignedOut={onSignedOut} />
    </article>
  );
}

function AskCard({ ask }: { ask: Work['asks'][number] }) {
  const { messages, language, now, timeZone } = usePage();
  return (
    <li>
      <PageLink class="card" to={ask.link}>
        <strong>{messages.kinds[ask.kind]}</strong>
        <span>
          <Dotted parts={[...ask.facts.map(({ value }) => value), ask.request]} />
        </span>
        <span class="hint">
          {messages.ask.until} {dateTimeText(ask.until, language, timeZone)}
          {language === 'en' ? ', ' : '，'}
          {timeLeft(Date.parse(ask.until), now(), messages) ?? messages.over.expired}
        </span>
      </PageLink>
    </li>
  );
}

function VisitsCard({ visits: { name, left, due, until, link } }: { visits: Work['visits'][number] }) {
  const { messages, language, timeZone } = usePage();
  return (
    <li>
      <PageLink class="card" to={link}>
        <strong>{name[language]}</strong>
        <span>{left === 0 ? messages.work.visitsDone : messages.work.visitsLeft(left, due)}</span>
        <span class="hint">{messages.visits.until(dayText(Date.parse(until) - 1, language, timeZone))}</span>
      </PageLink>
    </li>
  );
}

function SignOut({ until, onSignedOut }: { until: string; onSignedOut: () => void }) {
  const { api, messages, language, timeZone } = usePage();
  const [failed, setFailed] = useState(false);
  const leave = async (): Promise<void> => {
    const reply = await api.call(signOutRoute, { language });
    setFailed(reply.kind !== 'answer');
    if (reply.kind !== 'answer') return;
    api.forget();
    onSignedOut();
  };
  return (
    <section>
      <p class="hint">{messages.signIn.until(dateTimeText(until, language, timeZone))}</p>
      <button type="button" class="second" onClick={() => void leave()}>
        {messages.signIn.out}
      </button>
      {failed && (
        <p class="error" role="alert">
          {messages.signIn.failed}
        </p>
      )}
    </section>
  );
}
