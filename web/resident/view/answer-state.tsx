import { usePage } from '../page-context.js';
import type { AnswerState } from './use-answer.js';

/** How sending an answer goes, read out as it changes. */
export function AnswerStateLine({ state }: { state: AnswerState }) {
  const { ask } = usePage().messages;
  switch (state.name) {
    case 'idle':
      return <p role="status" />;
    case 'sending':
      return <p role="status">{ask.sending}</p>;
    case 'sent':
      return <p role="status">{ask.thanks}</p>;
    case 'failed':
      return (
        <p class="error" role="alert">
          {state.message}
        </p>
      );
  }
}
