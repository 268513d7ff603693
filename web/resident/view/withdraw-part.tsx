import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../page-context.js';
import { AnswerStateLine } from './answer-state.js';
import { type AnswerTarget, useAnswer } from './use-answer.js';

/** Withdrawing, asked twice: what is withdrawn is not taken up again. */
export function WithdrawPart(target: AnswerTarget) {
  const { withdraw } = usePage().messages;
  const [asked, setAsked] = useState(false);
  if (asked) return <ConfirmWithdrawal {...target} onKeep={() => setAsked(false)} />;
  return (
    <button type="button" class="plain quiet" onClick={() => setAsked(true)}>
      {withdraw.open}
    </button>
  );
}

function ConfirmWithdrawal({ onKeep, ...target }: AnswerTarget & { onKeep: () => void }) {
  const { withdraw } = usePage().messages;
  const [reason, setReason] = useState('');
  const { state, send } = useAnswer(target);
  const question = useRef<HTMLHeadingElement>(null);
  useEffect(() => question.current?.focus(), []);
  return (
    <section class="panel">
      <h2 tabIndex={-1} ref={question}>
        {withdraw.question}
      </h2>
      <div class="field">
        <label for="withdraw-reason">{withdraw.reason}</label>
        <input
          id="withdraw-reason"
          type="text"
          maxLength={200}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <div class="answers" hidden={state.name === 'sent'}>
        <button type="button" class="main grave" onClick={() => void send(target.id, 'withdraw', reason)}>
          {withdraw.confirm}
        </button>
        <button type="button" class="second" onClick={onKeep}>
          {withdraw.keep}
        </button>
      </div>
      <AnswerStateLine state={state} />
    </section>
  );
}
