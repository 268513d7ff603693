import type { ComponentChildren } from 'preact';
import { shownPhone } from '../../../contracts/pages/telephone.js';
import { dateTimeText } from '../../../contracts/pages/times.js';
import { joined } from '../../../contracts/pages/join-words.js';
import { dueNext, nextStep, standsAs, wantsDocuments } from '../../../contracts/resident/next-step.js';
import { Dialled } from '../../dialled.js';
import { usePage } from '../page-context.js';
import { isOver, type TrackedRequest } from '../../../contracts/resident/tracked-request.js';
import { useCategories } from './use-town-lists.js';

/** How it stands, who owns it, and what happens next by when. Read out when it changes. */
export function RequestFacts({ request }: { request: TrackedRequest }) {
  const { messages, language, town, timeZone } = usePage();
  const { track } = messages;
  const found = useCategories().find(({ id }) => id === request.category);
  const category = found?.name[language] ?? request.category;
  const open = !isOver(request);
  const { appointment } = request;
  const paused = request.waitingPosition === undefined ? track.paused : track.waiting;
  return (
    <section class={`facts ${request.status}`}>
      <div role="status">
        <p class="status">{standsAs(request, messages)}</p>
        <p>{nextStep(request, messages)}</p>
      </div>
      {request.unanswered && <DangerLine />}
      {request.pausedSince !== undefined && (
        <p class="notice">{paused(dateTimeText(request.pausedSince, language, timeZone))}</p>
      )}
      <dl>
        {appointment && <Fact name={appointment.name}>{appointment.text}</Fact>}
        <DueFact request={request} />
        {(open || request.owner !== undefined) && (
          <Fact name={track.owner}>
            {request.owner ?? track.noOwner}
            {open && request.owner !== undefined && <span class="hint">{track.ownerHint}</span>}
          </Fact>
        )}
        {open && request.phone !== undefined && (
          <dd>
            <a class="call" href={`tel:${request.phone}`}>
              {track.call(shownPhone(request.phone, town?.number ?? ''))}
            </a>
          </dd>
        )}
        {request.grid !== undefined && <Fact name={track.grid}>{track.gridName(String(request.grid))}</Fact>}
        <Fact name={track.category}>{category}</Fact>
        {wantsDocuments(request) && found && found.documents.length > 0 && (
          <Fact name={track.bring}>
            <ul>
              {found.documents.map((name) => (
                <li key={name[language]}>{name[language]}</li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </section>
  );
}

/** What is due next from the town, and that its time is over. */
function DueFact({ request }: { request: TrackedRequest }) {
  const { messages, language, now, timeZone } = usePage();
  const { track } = messages;
  const due = dueNext(request, now());
  if (!due) return null;
  const time = dateTimeText(due.at, language, timeZone);
  return (
    <Fact name={due.step === undefined ? track.due : track.nextStep}>
      {due.step === undefined ? time : track.stepBy(due.step, time)}
      {due.isLate && <strong class="late">{track.late}</strong>}
    </Fact>
  );
}

/** Whom to call first while nobody has come yet. */
function DangerLine() {
  const { messages, language, town } = usePage();
  return (
    <p class="danger">
      <Dialled words={messages.danger(joined(town?.emergencyNumbers ?? [], language, 'disjunction'))} />
    </p>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
