import { useState } from 'preact/hooks';
import type { AnswerError } from '../answer.js';
import { usePage } from '../page-context.js';
import { EMPTY_VISIT, missingInVisit, type RecordedVisit, visitBody, type VisitDraft } from '../visits.js';
import { ErrorSummary } from './error-summary.js';
import { Field } from './field.js';

export interface VisitFormProps {
  readonly link: string;
  readonly household: number;
  /** `met`: whether anybody was at home. */
  readonly onRecorded: (visit: RecordedVisit, met: boolean) => void;
}

/** A visit that was made: how many were met, and what was found. */
export function VisitForm(props: VisitFormProps) {
  const { visits, answer } = usePage().messages;
  const { draft, errors, state, change, send } = useVisit(props);
  const id = `visit-${props.household}`;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void send();
  };
  return (
    <form noValidate onSubmit={onSubmit}>
      <ErrorSummary errors={errors} />
      <Field field={`${id}-people`} label={visits.people} hint={visits.peopleHint} errors={errors}>
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={draft.people}
            onInput={(event) => change({ people: event.currentTarget.value })}
          />
        )}
      </Field>
      <label class="option">
        <input type="checkbox" checked={draft.problem} onChange={() => change({ problem: !draft.problem })} />
        <span>{visits.problem}</span>
      </label>
      <Field
        field={`${id}-note`}
        label={draft.problem ? visits.finding : visits.note}
        after={draft.problem ? answer.required : answer.optional}
        hint={draft.problem ? visits.findingHint : undefined}
        errors={errors}
      >
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={500}
            value={draft.note}
            onInput={(event) => change({ note: event.currentTarget.value })}
          />
        )}
      </Field>
      <button type="submit" class="main" aria-disabled={state === 'sending'}>
        {visits.record}
      </button>
      <p role="status">{state === 'sending' ? answer.sending : ''}</p>
      {state === 'unsent' && (
        <p class="error" role="alert">
          {answer.failed}
        </p>
      )}
    </form>
  );
}

function useVisit({ link, household, onRecorded }: VisitFormProps) {
  const { api, language, messages } = usePage();
  const [draft, setDraft] = useState<VisitDraft>(EMPTY_VISIT);
  const [errors, setErrors] = useState<readonly AnswerError[]>([]);
  const [state, setState] = useState<'idle' | 'sending' | 'unsent'>('idle');
  const change = (part: Partial<VisitDraft>) => setDraft((before) => ({ ...before, ...part }));
  const send = async (): Promise<void> => {
    if (state === 'sending') return;
    const missing = missingInVisit(draft);
    setErrors(
      missing === undefined
        ? []
        : [{ field: `visit-${household}-${missing}`, message: messages.visits.missing[missing] }],
    );
    if (missing !== undefined) return;
    setState('sending');
    const body = visitBody(household, draft);
    const reply = await api.recordVisit(link, body, language);
    if (reply.kind === 'answer') return onRecorded(reply.value, body.people > 0);
    // The same visit sent again counts once.
    setState('unsent');
  };
  return { draft, errors, state, change, send };
}
