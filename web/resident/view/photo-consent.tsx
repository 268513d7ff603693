import { photoConsentRoute } from '../../../contracts/resident/request.js';
import type { TrackedRequest } from '../../../contracts/resident/tracked-request.js';
import { usePage } from '../page-context.js';
import { SendingLine } from './sending-line.js';
import type { AnswerTarget } from './use-answer.js';
import { useSending } from './use-sending.js';

interface PhotoConsentProps extends AnswerTarget {
  readonly showing: NonNullable<TrackedRequest['showing']>;
}

/** Whether everybody may see photos of it on the daily board: its resident says so here, and takes it back here. */
export function PhotoConsent({ showing, id, trackingKey, onSent }: PhotoConsentProps) {
  const { messages } = usePage();
  const { consent } = messages.photos;
  const { state, send } = useSending(photoConsentRoute, messages.ask.failed);
  const say = async (agreed: boolean) => {
    if (await send({ params: { id }, query: { key: trackingKey }, body: { agreed } })) onSent();
  };
  return (
    <section>
      <h2>{consent.heading}</h2>
      <p>{consent.states[showing]}</p>
      <p class="hint">{consent.hint}</p>
      <button type="button" class="second" onClick={() => void say(showing === 'open')}>
        {showing === 'open' ? consent.agree : consent.takeBack}
      </button>
      <SendingLine state={state} sent={consent.noted} />
    </section>
  );
}
