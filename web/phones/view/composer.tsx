import { useRef, useState } from 'preact/hooks';
import { randomKey } from '../../random-key.js';
import type { DraftText } from '../local-api.js';
import { usePage } from '../page-context.js';

export interface ComposerProps {
  readonly phone: string;
  readonly name: string;
  readonly body: string;
  readonly onBody: (body: string) => void;
  readonly onSent: () => Promise<void>;
}

/** A line to text the town from a phone. Trying again after a failure sends the same text, not a second one. */
export function Composer({ phone, name, body, onBody, onSent }: ComposerProps) {
  const { messages, api, directory } = usePage();
  const [state, setState] = useState<'idle' | 'sending' | 'unsent'>('idle');
  const tried = useRef<DraftText | undefined>(undefined);
  const onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (body.trim() === '' || state === 'sending') return;
    const again = tried.current?.body === body ? tried.current : undefined;
    tried.current = again ?? { id: randomKey(), from: phone, to: directory.smsNumber, body };
    setState('sending');
    try {
      await api.send(tried.current);
      tried.current = undefined;
      onBody('');
      setState('idle');
    } catch {
      setState('unsent');
    }
    await onSent();
  };
  return (
    <form class="row" onSubmit={(event) => void onSubmit(event)}>
      <input
        type="text"
        autocomplete="off"
        aria-label={messages.phone.write(name)}
        placeholder={messages.phone.placeholder}
        value={body}
        onInput={(event) => onBody(event.currentTarget.value)}
      />
      <button type="submit" aria-disabled={state === 'sending'}>
        {messages.phone.send}
      </button>
      {state === 'unsent' && (
        <p class="error" role="alert">
          {messages.phone.unsent}
        </p>
      )}
    </form>
  );
}
