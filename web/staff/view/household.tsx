import { useState } from 'preact/hooks';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { dateText, nearDateText } from '../../../contracts/pages/times.js';
import { usePage } from '../page-context.js';
import type { Problem } from '../../problem.js';
import { type DueHousehold, dueWhen, EMPTY_VISIT, type VisitDraft } from '../visits.js';
import { Dotted } from './dotted.js';
import { useKeptFocus } from './use-kept-focus.js';
import { useTappedVisit } from './use-tapped-visit.js';
import { VisitForm } from './visit-form.js';

/** As many as are met in most visits; 0: nobody was at home. */
const MET = [1, 2, 3, 4, 0];

interface HouseholdProps {
  readonly link: string;
  /** The grid by name. */
  readonly place: string;
  readonly due: DueHousehold;
  /** Nobody was met there yet. */
  readonly isLeft: boolean;
  /** Visits recorded from this page. */
  readonly made: readonly { readonly people: number; readonly request?: string | undefined }[];
  /** A visit to it is kept until there is a network. */
  readonly isWaiting: boolean;
}

/** What kind of household it is and, as long as it is to be visited, until when and when it was seen last. */
function Facts({ due, isLeft }: Pick<HouseholdProps, 'due' | 'isLeft'>) {
  const { messages, language, now, timeZone } = usePage();
  const { visits } = messages;
  return (
    <p class="hint">
      {due.class} {due.carriedOver && <strong>{visits.carriedOver}</strong>}
      {isLeft && (
        <>
          <br />
          {visits.due[dueWhen(due, now(), timeZone)](nearDateText(due.dueOn, language))}
        </>
      )}
      {isLeft && due.lastVisit !== undefined && (
        <>
          <br />
          {visits.lastVisit(dateText(due.lastVisit, language))}
        </>
      )}
    </p>
  );
}

/** A household of the list: where it is, and its visit in one tap; the form is for what else there is to say. */
export function Household({ link, place, due, isLeft, made, isWaiting }: HouseholdProps) {
  const { messages } = usePage();
  const { visits, outbox, sent } = messages;
  const { household } = due;
  const [form, setForm] = useState<{ readonly draft: VisitDraft; readonly wrong?: Problem | undefined }>();
  const { held, tap, takeBack } = useTappedVisit({ link, place, household }, (draft, wrong) =>
    setForm({ draft, wrong }),
  );
  const shown = [
    form && 'form',
    held && 'held',
    takeBack && 'not sent',
    isLeft && 'left',
    isWaiting && 'kept',
  ];
  const heading = useKeptFocus<HTMLHeadingElement>(shown.filter(Boolean).join(' '));
  return (
    <section class="panel visit" aria-label={visits.household(household)}>
      <h2 tabIndex={-1} ref={heading}>
        <Dotted parts={[visits.household(household), due.place]} />
      </h2>
      <Facts due={due} isLeft={isLeft} />
      <div role="status">
        {made.map(({ people, request }, index) => (
          <p key={index} class="notice">
            {people > 0 ? visits.recorded(household) : visits.nobody(household)}
            {request !== undefined && (
              <>
                <br />
                {visits.became(shownNumber(request))}
              </>
            )}
          </p>
        ))}
        {held && <p class="notice">{held.said}</p>}
        {isWaiting && !held && !form && <p class="notice">{outbox.keptVisit}</p>}
      </div>
      {held && takeBack && (
        <button type="button" class="second" onClick={takeBack}>
          {sent.takeBack}
        </button>
      )}
      {form && (
        <VisitForm
          {...form}
          link={link}
          place={place}
          household={household}
          onDone={() => setForm(undefined)}
        />
      )}
      {isLeft && !held && !form && !isWaiting && (
        <Met onTap={tap} onMore={() => setForm({ draft: EMPTY_VISIT })} />
      )}
    </section>
  );
}

interface MetProps {
  readonly onTap: (people: number) => Promise<void>;
  /** More is to be said than how many. */
  readonly onMore: () => void;
}

/** How many were met, each a thumb wide. */
function Met({ onTap, onMore }: MetProps) {
  const { visits } = usePage().messages;
  return (
    <div class="choices" role="group" aria-label={visits.people}>
      <span aria-hidden="true">{visits.metShort}</span>
      {MET.map((people) => (
        <button
          key={people}
          type="button"
          class="second"
          aria-label={people === 0 ? visits.nobodyIn : visits.met(people)}
          onClick={() => void onTap(people)}
        >
          {people === 0 ? visits.nobodyShort : people}
        </button>
      ))}
      <button type="button" class="plain" onClick={onMore}>
        {visits.open}
      </button>
    </div>
  );
}
