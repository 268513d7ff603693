import { dateTimeText } from '../../../contracts/pages/times.js';
import { mayAskNews } from '../../../contracts/resident/may-add.js';
import { askNewsRoute } from '../../../contracts/resident/request.js';
import type { TrackedRequest } from '../../../contracts/resident/tracked-request.js';
import { usePage } from '../page-context.js';
import { SendingLine } from './sending-line.js';
import type { AnswerTarget } from './use-answer.js';
import { useSending } from './use-sending.js';

/** To ask how it stands: whoever has it is texted, once in a while. */
export function NewsPart({ request, id, trackingKey, onSent }: AnswerTarget & { request: TrackedRequest }) {
  const { messages, language, now, timeZone } = usePage();
  const { news, ask } = messages;
  const { state, send } = useSending(askNewsRoute, ask.failed);
  const may = mayAskNews(request, now());
  const { newsAgainAt: again } = request;
  if (may === 'never') return null;
  const onAsk = async () => {
    if (await send({ params: { id }, query: { key: trackingKey }, body: {} })) onSent();
  };
  return (
    <section>
      {may === 'now' && state.name !== 'sent' && (
        <>
          <button type="button" class="second" onClick={() => void onAsk()}>
            {news.open}
          </button>
          <p class="hint">{news.hint}</p>
        </>
      )}
      <SendingLine state={state} sent={news.asked} />
      {may === 'later' && again !== undefined && (
        <p class="hint">{news.again(dateTimeText(again, language, timeZone))}</p>
      )}
    </section>
  );
}
