import { useState } from 'preact/hooks';
import { remarkAskRoute } from '../../../contracts/staff/correcting.js';
import type { Problem } from '../../problem.js';
import type { AnswerError } from '../answer.js';
import type { Ask } from '../ask.js';
import { besideAsk, endingOf } from '../beside-ask.js';
import { usePage } from '../page-context.js';
import { patiently } from '../patiently.js';
import { ErrorSummary } from './error-summary.js';
import { Field } from './field.js';
import { useSending } from './use-sending.js';

interface WordsPartProps {
  readonly ask: Ask;
  readonly link: string;
  /** The answer that is chosen, and whether these words go along with it or only by themselves. */
  readonly label: string;
  readonly goes: 'along' | 'apart';
  readonly words: string;
  readonly onWords: (words: string) => void;
  /** What is wrong with them as words of the answer. */
  readonly errors: readonly AnswerError[];
  /** The ask ended before they came. */
  readonly onOver: (problem: Problem) => void;
}

/** Words on what is asked: they go along with the answer, or by themselves, and then nothing is answered. */
export function WordsPart({ ask, link, label, goes, words, onWords, errors, onOver }: WordsPartProps) {
  const { answer } = usePage().messages;
  const field = goes === 'along' ? 'note' : 'remark';
  const { remarking, isSent, send } = useRemark(link, field, { words, onOver });
  const onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await send()) onWords('');
  };
  return (
    <form noValidate onSubmit={(event) => void onSubmit(event)}>
      <ErrorSummary errors={remarking.errors} />
      <Field
        field={field}
        label={answer.notes.anything}
        after={answer.optional}
        hint={goes === 'along' ? answer.along(label) : answer.apart(label)}
        errors={[...remarking.errors, ...errors]}
      >
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={500}
            value={words}
            onInput={(event) => onWords(event.currentTarget.value)}
          />
        )}
      </Field>
      {ask.mayRemark && (
        <>
          <button type="submit" class="second" aria-disabled={remarking.state === 'sending'}>
            {answer.alone}
          </button>
          <p class="hint">{answer.aloneHint}</p>
          <p role="status" class={isSent ? 'notice' : undefined}>
            {remarking.state === 'sending' ? answer.sending : isSent ? answer.aloneSent : ''}
          </p>
          {remarking.state === 'unsent' && (
            <p class="error" role="alert">
              {answer.failed}
            </p>
          )}
        </>
      )}
    </form>
  );
}

/** Sends words by themselves, and answers whether they came. */
function useRemark(link: string, field: string, { words, onOver }: Pick<WordsPartProps, 'words' | 'onOver'>) {
  const { api, messages, language } = usePage();
  const [isSent, setSent] = useState(false);
  const { submit, ...remarking } = useSending();
  const send = async (): Promise<boolean> => {
    setSent(false);
    const reply = await submit({
      missing: words.trim() === '' ? [{ field, message: messages.answer.missing.remark }] : [],
      send: () =>
        patiently(() =>
          api.call(remarkAskRoute, { link: besideAsk(link, 'remarks'), body: { words }, language }),
        ),
      fieldAt: () => field,
    });
    const ending = endingOf(reply);
    if (ending) onOver(ending);
    setSent(reply?.kind === 'answer');
    return reply?.kind === 'answer';
  };
  // What is typed next is not sent yet.
  return { remarking, isSent: isSent && words === '', send };
}
