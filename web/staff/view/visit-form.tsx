import { useState } from 'preact/hooks';
import { usePage } from '../page-context.js';
import { EMPTY_VISIT, missingInVisit, type RecordedVisit, visitBody, type VisitDraft } from '../visits.js';
import { ErrorSummary } from './error-summary.js';
import { Field } from './field.js';
import { SendButton } from './send-button.js';
import { useSending } from './use-sending.js';

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
      <SendButton words={visits.record} state={state} />
    </form>
  );
}

/** The same visit sent again counts once. */
function useVisit({ link, household, onRecorded }: VisitFormProps) {
  const { api, language, messages } = usePage();
  const [draft, setDraft] = useState<VisitDraft>(EMPTY_VISIT);
  const { errors, state, submit } = useSending();
  const change = (part: Partial<VisitDraft>) => setDraft((before) => ({ ...before, ...part }));
  const fieldOf = (name: string): string => `visit-${household}-${name}`;
  const send = async (): Promise<void> => {
    const missing = missingInVisit(draft);
    const body = visitBody(household, draft);
    const reply = await submit({
      missing:
        missing === undefined ? [] : [{ field: fieldOf(missing), message: messages.visits.missing[missing] }],
      send: () => api.recordVisit(link, body, language),
      fieldAt: (pointer) => fieldOf(pointer.split('/').at(-1) ?? ''),
    });
    if (reply?.kind === 'answer') onRecorded(reply.value, body.people > 0);
  };
  return { draft, errors, state, change, send };
}
