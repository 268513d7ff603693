import { useState } from 'preact/hooks';
import { usePage } from '../page-context.js';
import type { Problem } from '../../problem.js';
import { randomKey } from '../../random-key.js';
import { sendThrough } from '../outbox.js';
import { missingInVisit, type VisitDraft } from '../visits.js';
import { ErrorSummary } from './error-summary.js';
import { Field } from './field.js';
import { SendButton } from './send-button.js';
import { useSending } from './use-sending.js';
import { useVisitItem, type VisitTarget } from './use-visit-item.js';

export interface VisitFormProps extends VisitTarget {
  /** The facts known of it already. */
  readonly draft: VisitDraft;
  /** Why it was not taken as it is. */
  readonly wrong?: Problem | undefined;
  /** It was sent, or is kept until there is a network. */
  readonly onDone: () => void;
}

/** A visit that was made: how many were met, and what was found. */
export function VisitForm(props: VisitFormProps) {
  const { visits, answer } = usePage().messages;
  const { draft, errors, isAsked, state, change, send } = useVisit(props);
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
      {isAsked && (
        <label class="option">
          <input type="checkbox" checked={draft.sure} onChange={() => change({ sure: !draft.sure })} />
          <span>{visits.sure}</span>
        </label>
      )}
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

/** Kept first and sent then, under a key of its own: it counts once. */
function useVisit({ draft: begun, wrong, onDone, ...target }: VisitFormProps) {
  const { household } = target;
  const { messages, outbox } = usePage();
  const [draft, setDraft] = useState(begun);
  const [key] = useState(randomKey);
  const itemOf = useVisitItem(target);
  const fieldOf = (name: string): string => `visit-${household}-${name}`;
  const fieldAt = (pointer: string): string => fieldOf(pointer.replace(/^.*\//, ''));
  const { errors, state, submit } = useSending(
    wrong?.errors.map(({ field, message }) => ({ field: fieldAt(field), message })),
  );
  const change = (part: Partial<VisitDraft>) => setDraft((before) => ({ ...before, ...part }));
  const send = async (): Promise<void> => {
    const { visits } = messages;
    const missing = missingInVisit(draft);
    const reply = await submit({
      missing: missing === undefined ? [] : [{ field: fieldOf(missing), message: visits.missing[missing] }],
      send: () => sendThrough(outbox, itemOf(draft, key)),
      fieldAt,
    });
    if (!reply) return;
    if (reply.kind === 'problem' && reply.problem.status === 422) outbox.drop(key);
    else onDone();
  };
  // The service asks about what can hardly be so: the number is there, and is doubted.
  const isDoubted =
    missingInVisit(draft) !== 'people' && errors.some(({ field }) => field === fieldOf('people'));
  return { draft, errors, isAsked: isDoubted || draft.sure, state, change, send };
}
