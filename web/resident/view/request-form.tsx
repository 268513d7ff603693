import { useEffect, useRef } from 'preact/hooks';
import { joined } from '../../../contracts/pages/join-words.js';
import { Dialled } from '../../dialled.js';
import { usePage } from '../page-context.js';
import { ErrorSummary } from './error-summary.js';
import { TickField } from './field.js';
import type { FieldsProps } from './fields-props.js';
import { PersonFields } from './person-fields.js';
import { PlaceFields } from './place-fields.js';
import { useSubmission } from './use-submission.js';
import { useVillageOfLink } from './use-village-of-link.js';
import { WhatFields } from './what-fields.js';

/** The form with which a resident says what they need. */
export function RequestForm() {
  const { messages, language, town } = usePage();
  const danger = messages.danger(joined(town?.emergencyNumbers ?? [], language, 'disjunction'));
  const submission = useSubmission();
  const { draft, errors, change, submit } = submission;
  useVillageOfLink(submission);
  const fields: FieldsProps = { draft, errors, onChange: change };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <h1>{messages.form.heading}</h1>
      <p class="lead">{messages.form.lead}</p>
      <p class="danger">
        <Dialled words={danger} />
      </p>
      <ErrorSummary errors={errors} />
      <WhatFields {...fields} round={submission.round} />
      <PlaceFields {...fields} />
      <PersonFields {...fields} />
      <TickField
        field="consent"
        label={messages.form.consent}
        hint={messages.form.consentHint}
        errors={errors}
      >
        {(control) => (
          <input
            {...control}
            type="checkbox"
            required
            checked={submission.consent}
            onChange={(event) => submission.setConsent(event.currentTarget.checked)}
          />
        )}
      </TickField>
      <ConsentMore />
      <SubmitPart {...submission} />
    </form>
  );
}

/** The details of the consent, for those who want to know. */
function ConsentMore() {
  const { form } = usePage().messages;
  return (
    <details>
      <summary>{form.consentMore}</summary>
      <ul>
        {form.consentParts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </details>
  );
}

function SubmitPart({ state, clear }: Pick<ReturnType<typeof useSubmission>, 'state' | 'clear'>) {
  const { messages } = usePage();
  const unsent = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state === 'unsent') unsent.current?.focus();
  }, [state]);
  const words = { idle: messages.form.submit, sending: messages.form.sending, unsent: messages.form.retry };
  return (
    <div class="submit">
      {state === 'unsent' && (
        <p class="panel summary" role="alert" tabIndex={-1} ref={unsent}>
          {messages.form.unsent}
        </p>
      )}
      <button type="submit" class="main" aria-disabled={state === 'sending'}>
        {words[state]}
      </button>
      <p class="hint">
        {messages.form.kept}{' '}
        <button type="button" class="plain" onClick={clear}>
          {messages.form.clear}
        </button>
      </p>
    </div>
  );
}
