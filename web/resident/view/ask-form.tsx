import { useState } from 'preact/hooks';
import { usePage } from '../page-context.js';
import type { TrackedRequest } from '../../../contracts/resident/tracked-request.js';
import { AnswerStateLine } from './answer-state.js';
import { type AnswerTarget, useAnswer } from './use-answer.js';

/** The question put to the resident: one button an answer, and room for their own words. */
export function AskForm({ ask, ...target }: AnswerTarget & { ask: NonNullable<TrackedRequest['ask']> }) {
  const { messages } = usePage();
  const [note, setNote] = useState('');
  const { state, send } = useAnswer(target);
  if (state.name === 'sent')
    return (
      <section class="panel ask">
        <AnswerStateLine state={state} />
      </section>
    );
  return (
    <section class="panel ask">
      <h2>{messages.ask.heading}</h2>
      <p>{ask.text}</p>
      <div class="field">
        <label for="ask-note">{messages.ask.note}</label>
        <p class="hint" id="ask-note-hint">
          {messages.ask.noteHint}
        </p>
        <textarea
          id="ask-note"
          rows={2}
          maxLength={500}
          aria-describedby="ask-note-hint"
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      <div class="answers">
        {ask.options.map(({ option, label }) => (
          <button
            key={option}
            type="button"
            class="main"
            aria-disabled={state.name === 'sending'}
            onClick={() => void send(ask.id, option, note)}
          >
            {label}
          </button>
        ))}
      </div>
      <AnswerStateLine state={state} />
    </section>
  );
}
