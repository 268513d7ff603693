import { useState } from 'preact/hooks';
import { optionOf, type Verdict } from '../../../domain/asks/verdict.js';
import { usePage } from '../page-context.js';
import type { TrackedRequest } from '../../../contracts/resident/tracked-request.js';
import { AnswerStateLine } from './answer-state.js';
import { type AnswerTarget, useAnswer } from './use-answer.js';
import { VerdictFields } from './verdict-fields.js';

type Ask = NonNullable<TrackedRequest['ask']>;

/** The question put to the resident: one button an answer, and room for their own words. */
export function AskForm({ ask, ...target }: AnswerTarget & { ask: Ask }) {
  const { messages } = usePage();
  const [note, setNote] = useState('');
  const [verdict, setVerdict] = useState<Verdict>({});
  const [isMissing, setMissing] = useState(false);
  const { state, send } = useAnswer(target);
  if (state.name === 'sent')
    return (
      <section class="panel ask">
        <AnswerStateLine state={state} />
      </section>
    );
  const { questions } = ask;
  const sendVerdict = (said: Verdict) => {
    const lacks = (questions ?? []).some((question) => said[question] === undefined);
    setMissing(lacks);
    if (!lacks) void send(ask.id, optionOf(said), note, said);
  };
  const button = (label: string, onClick: () => void) => (
    <button key={label} type="button" class="main" aria-disabled={state.name === 'sending'} onClick={onClick}>
      {label}
    </button>
  );
  return (
    <section class="panel ask">
      <h2>{messages.ask.heading}</h2>
      <p>{ask.text}</p>
      {questions && <VerdictFields questions={questions} verdict={verdict} onVerdict={setVerdict} />}
      <NoteField note={note} onNote={setNote} />
      <p role="alert">{isMissing && <span class="notice">{messages.ask.missing}</span>}</p>
      <div class="answers">
        {questions
          ? [
              button(messages.ask.allYes, () => sendVerdict(allYes(questions))),
              button(messages.ask.send, () => sendVerdict(verdict)),
            ]
          : ask.options.map(({ option, label }) => button(label, () => void send(ask.id, option, note)))}
      </div>
      <AnswerStateLine state={state} />
    </section>
  );
}

const allYes = (questions: NonNullable<Ask['questions']>): Verdict =>
  Object.fromEntries(questions.map((question) => [question, true]));

function NoteField({ note, onNote }: { note: string; onNote: (note: string) => void }) {
  const { messages } = usePage();
  return (
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
        onInput={(event) => onNote(event.currentTarget.value)}
      />
    </div>
  );
}
