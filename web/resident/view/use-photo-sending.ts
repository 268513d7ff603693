import { useEffect, useState } from 'preact/hooks';
import { sendPhotoRoute } from '../../../contracts/resident/request.js';
import { usePage } from '../page-context.js';
import { isWorthRetrying, type Reply } from '../../reply.js';
import { jpegFrom } from '../../shrink-photo.js';
import { useOnline } from '../../use-online.js';

export interface PhotoTarget {
  readonly id: string;
  readonly trackingKey: string;
  /** Called when the service has one more, or all. */
  readonly onSent: () => void;
}

export type SendingState = 'idle' | 'sending' | 'unsent' | 'refused';

const stateAfter = (reply: Reply<unknown>): SendingState => (isWorthRetrying(reply) ? 'unsent' : 'refused');

/** Sends this request's waiting photos one after another; unsent ones stay, and go when there is a network. */
export function usePhotoSending({ id, trackingKey, onSent }: PhotoTarget) {
  const { call, language, photos } = usePage();
  const mine = (): readonly string[] => photos.get(id);
  const [pending, setPending] = useState(mine);
  const [state, setState] = useState<SendingState>('idle');
  const keep = (pictures: readonly string[]) => {
    photos.set(id, pictures);
    setPending(pictures);
  };
  const send = async (): Promise<void> => {
    let [next] = mine();
    if (next === undefined) return;
    setState('sending');
    while (next !== undefined) {
      const sent: string = next;
      const reply = await call(sendPhotoRoute, {
        params: { id },
        query: { key: trackingKey },
        picture: jpegFrom(sent),
        language,
      });
      const state = reply.kind === 'answer' ? 'sending' : stateAfter(reply);
      // A refused photo would be refused again.
      if (state !== 'unsent') keep(mine().filter((picture) => picture !== sent));
      if (state !== 'sending') return setState(state);
      [next] = mine();
    }
    setState('idle');
    onSent();
  };
  const sendUnlessSending = () => {
    if (state !== 'sending') void send();
  };
  useEffect(sendUnlessSending, [id]);
  useOnline(() => {
    if (state === 'unsent') void send();
  });
  const add = (pictures: readonly string[]) => {
    keep([...mine(), ...pictures]);
    sendUnlessSending();
  };
  return { pending, state, add, retry: sendUnlessSending };
}
