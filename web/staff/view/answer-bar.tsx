import { useEffect, useRef } from 'preact/hooks';
import type { Ask } from '../ask.js';
import { usePage } from '../page-context.js';
import { ANSWER_BUTTON } from './answer-button.js';
import type { SendingState } from './use-sending.js';

interface AnswerBarProps {
  readonly ask: Ask;
  /** The id of the form that it sends. */
  readonly form: string;
  readonly words: string;
  readonly state: SendingState;
  readonly isChoosing: boolean;
  readonly onChoosing: () => void;
}

/** Stays at the foot of the screen, under the thumb: the answer, whom to call, and any other answer. */
export function AnswerBar({ ask, form, words, state, isChoosing, onChoosing }: AnswerBarProps) {
  const { answer } = usePage().messages;
  const phone = ask.facts.find(({ fact }) => fact === 'phone');
  // Whoever decides sees at first sight where to say no.
  const mayRefuse = ask.kind === 'approval' && ask.options.some(({ option }) => option === 'refuse');
  const opened = useRef(isChoosing);
  useEffect(() => {
    // Whoever asks for another answer goes on among them; whoever comes back to one stays where they are.
    if (isChoosing && !opened.current) {
      const chosen = document.querySelector<HTMLElement>(`#${form} input[type=radio]:checked`);
      chosen?.focus({ preventScroll: true });
      // All of them are seen, and what the next one wants besides.
      chosen?.closest('fieldset')?.scrollIntoView();
    }
    opened.current = isChoosing;
  }, [isChoosing]);
  return (
    <div class="answer-bar">
      <p role="status">{state === 'sending' ? answer.sending : ''}</p>
      {state === 'unsent' && (
        <p class="error" role="alert">
          {answer.failed}
        </p>
      )}
      {phone !== undefined && (
        <a
          class="second"
          href={`tel:${phone.value}`}
          aria-label={answer.callNumber(phone.shown ?? phone.value)}
        >
          {answer.call}
        </a>
      )}
      <button type="submit" form={form} id={ANSWER_BUTTON} class="main" aria-disabled={state === 'sending'}>
        {words}
      </button>
      {ask.options.length > 1 && !isChoosing && (
        <button type="button" class="second" onClick={onChoosing}>
          {mayRefuse ? answer.refuseOr : answer.others}
        </button>
      )}
    </div>
  );
}
