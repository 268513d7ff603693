import { usePage } from '../page-context.js';
import type { AnswerState } from './use-answer.js';

/** How sending something goes, read out as it changes. */
export function SendingLine({ state, sent }: { state: AnswerState; sent: string }) {
  const { ask } = usePage().messages;
  switch (state.name) {
    case 'idle':
      return <p role="status" />;
    case 'sending':
      return <p role="status">{ask.sending}</p>;
    case 'sent':
      return (
        <p role="status" class="notice">
          {sent}
        </p>
      );
    case 'failed':
      return (
        <p class="error" role="alert">
          {state.message}
        </p>
      );
  }
}
