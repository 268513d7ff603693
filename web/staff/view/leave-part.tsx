import { useState } from 'preact/hooks';
import type { Language } from '../../../domain/words/language.js';
import { dateText } from '../../../contracts/pages/times.js';
import type { Messages } from '../messages.js';
import { usePage } from '../page-context.js';
import { endLeaveRoute, takeLeaveRoute } from '../../../contracts/staff/work.js';
import type { Work } from '../ask.js';
import { patiently } from '../patiently.js';
import { ErrorSummary } from './error-summary.js';
import { Field } from './field.js';
import { SendButton } from './send-button.js';
import { useSending } from './use-sending.js';

type OwnLeave = Work['leave'][number];

export interface LeavePartProps {
  readonly leave: readonly OwnLeave[];
  /** The list is to be looked up again. */
  readonly onChanged: () => void;
}

/** The first and the last day in words; a single day alone. */
function daysText(
  { from, to }: Pick<OwnLeave, 'from' | 'to'>,
  messages: Messages,
  language: Language,
): string {
  const day = (date: string): string => dateText(date, language);
  return from === to ? day(from) : messages.leave.days(day(from), day(to));
}

/** Leave that is noted, ending it, and taking some. */
export function LeavePart({ leave, onChanged }: LeavePartProps) {
  const words = usePage().messages.leave;
  const [said, setSaid] = useState('');
  const changed = (done: string) => {
    setSaid(done);
    onChanged();
  };
  return (
    <section>
      <h2>{words.heading}</h2>
      {leave.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="cards">
          {leave.map((one) => (
            <LeaveCard key={`${one.from} ${one.to}`} leave={one} onEnded={changed} />
          ))}
        </ul>
      )}
      <p role="status" class={said === '' ? undefined : 'notice'}>
        {said}
      </p>
      <LeaveForm onTaken={changed} />
    </section>
  );
}

function LeaveCard({ leave, onEnded }: { leave: OwnLeave; onEnded: (said: string) => void }) {
  const { api, messages, language } = usePage();
  const words = messages.leave;
  const { errors, state, submit } = useSending();
  const dates = daysText(leave, messages, language);
  const end = async (): Promise<void> => {
    const send = () => patiently(() => api.call(endLeaveRoute, { params: { from: leave.from }, language }));
    const reply = await submit({ missing: [], send, fieldAt: () => 'from' });
    if (reply?.kind !== 'answer') return;
    const { leave: left } = reply.value;
    onEnded(left ? words.ended(daysText(left, messages, language)) : words.takenBack);
  };
  return (
    <li class="card">
      <strong>{dates}</strong>
      {leave.imported ? (
        <span class="hint">{words.imported}</span>
      ) : (
        <button
          type="button"
          class="second"
          aria-label={words.endOf(dates)}
          aria-disabled={state === 'sending'}
          onClick={() => void end()}
        >
          {words.end}
        </button>
      )}
      {(state === 'unsent' || errors.length > 0) && (
        <span class="error" role="alert">
          {errors[0]?.message ?? messages.signIn.failed}
        </span>
      )}
    </li>
  );
}

function LeaveForm({ onTaken }: { onTaken: (said: string) => void }) {
  const { api, messages, language } = usePage();
  const words = messages.leave;
  const [dates, setDates] = useState({ from: '', to: '' });
  const { errors, state, submit } = useSending();
  const send = async (): Promise<void> => {
    const to = dates.to === '' ? dates.from : dates.to;
    const reply = await submit({
      missing: dates.from === '' ? [{ field: 'from', message: words.missing.from }] : [],
      send: () => patiently(() => api.call(takeLeaveRoute, { body: { from: dates.from, to }, language })),
      fieldAt: (pointer) => pointer.replace(/^\//, ''),
    });
    if (reply?.kind !== 'answer') return;
    setDates({ from: '', to: '' });
    onTaken(words.taken(daysText(reply.value, messages, language)));
  };
  return (
    <form class="panel" noValidate onSubmit={(event) => (event.preventDefault(), void send())}>
      <p>{words.lead}</p>
      <ErrorSummary errors={errors} />
      {(['from', 'to'] as const).map((field) => (
        <Field
          key={field}
          field={field}
          label={words[field]}
          hint={field === 'to' ? words.toHint : undefined}
          errors={errors}
        >
          {(control) => (
            <input
              {...control}
              type="date"
              value={dates[field]}
              onInput={(event) => setDates({ ...dates, [field]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
      <SendButton words={words.take} state={state} failed={messages.signIn.failed} />
    </form>
  );
}
