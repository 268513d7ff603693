import { useState } from 'preact/hooks';
import { correctAskRoute } from '../../../contracts/staff/ask.js';
import { correctionPath } from '../correction-path.js';
import { usePage } from '../page-context.js';
import { patiently } from '../patiently.js';
import { ErrorSummary } from './error-summary.js';
import { Field } from './field.js';
import { SendButton } from './send-button.js';
import { useSending } from './use-sending.js';

/** For whoever owns the request: what was recorded wrongly is put right, in words as by text. */
export function CorrectPart({ link, onCorrected }: { link: string; onCorrected: () => void }) {
  const { api, messages, language } = usePage();
  const words = messages.correcting;
  const [typed, setTyped] = useState('');
  const [done, setDone] = useState('');
  const { errors, state, submit } = useSending();
  const send = async (): Promise<void> => {
    const reply = await submit({
      missing: typed.trim() === '' ? [{ field: 'words', message: words.missing }] : [],
      send: () =>
        patiently(() =>
          api.call(correctAskRoute, { link: correctionPath(link), body: { words: typed }, language }),
        ),
      fieldAt: (pointer) => pointer.replace(/^\//, ''),
    });
    if (reply?.kind !== 'answer') return;
    setTyped('');
    setDone(words.done(reply.value.changes));
    onCorrected();
  };
  return (
    <details class="panel">
      <summary>{words.heading}</summary>
      <form noValidate onSubmit={(event) => (event.preventDefault(), void send())}>
        <ErrorSummary errors={errors} />
        <Field field="words" label={words.label} hint={words.hint} errors={errors}>
          {(control) => (
            <input
              {...control}
              type="text"
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <SendButton words={words.send} state={state} failed={messages.signIn.failed} />
      </form>
      <p role="status" class={done === '' ? undefined : 'notice'}>
        {done}
      </p>
    </details>
  );
}
