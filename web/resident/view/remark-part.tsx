import { useState } from 'preact/hooks';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { remarkRoute } from '../../../contracts/resident/request.js';
import { usePage } from '../page-context.js';
import { SendingLine } from './sending-line.js';
import type { AnswerTarget } from './use-answer.js';
import { useSending } from './use-sending.js';

/** To add a word: it reaches whoever has the request. What is written stays until it is sent. */
export function RemarkPart({ id, trackingKey, onSent }: AnswerTarget) {
  const { remark, ask } = usePage().messages;
  const { state, send } = useSending(remarkRoute, ask.failed);
  const [words, setWords] = useState('');
  const [sent, setSent] = useState(remark.sent);
  const [isMissing, setMissing] = useState(false);
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    setMissing(words.trim() === '');
    if (words.trim() === '') return document.getElementById('remark-words')?.focus();
    const body = { words: words.trim() };
    const answer = await send({ params: { id }, query: { key: trackingKey }, body });
    if (!answer) return;
    setSent(answer.opened === undefined ? remark.sent : remark.opened(shownNumber(answer.opened)));
    setWords('');
    onSent();
  };
  return (
    <details>
      <summary>{remark.open}</summary>
      <form onSubmit={(event) => void onSubmit(event)} noValidate>
        <div class={isMissing ? 'field wrong' : 'field'}>
          <label for="remark-words">{remark.label}</label>
          <p class="hint" id="remark-hint">
            {remark.hint}
          </p>
          {isMissing && (
            <p class="error" role="alert">
              {remark.missing}
            </p>
          )}
          <textarea
            id="remark-words"
            rows={3}
            maxLength={500}
            aria-describedby="remark-hint"
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </div>
        <button type="submit" class="second">
          {remark.send}
        </button>
      </form>
      <SendingLine state={state} sent={sent} />
    </details>
  );
}
