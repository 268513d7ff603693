import { usePage } from '../page-context.js';
import type { SendingState } from './use-sending.js';

export interface SendButtonProps {
  readonly words: string;
  readonly state: SendingState;
  /** The notice when it could not be sent. */
  readonly failed?: string;
}

/** Sends a form, and says how that goes. */
export function SendButton({ words, state, failed }: SendButtonProps) {
  const { answer } = usePage().messages;
  return (
    <>
      <button type="submit" class="main" aria-disabled={state === 'sending'}>
        {words}
      </button>
      <p role="status">{state === 'sending' ? answer.sending : ''}</p>
      {state === 'unsent' && (
        <p class="error" role="alert">
          {failed ?? answer.failed}
        </p>
      )}
    </>
  );
}
