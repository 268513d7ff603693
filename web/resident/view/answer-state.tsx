import { usePage } from '../page-context.js';
import { SendingLine } from './sending-line.js';
import type { AnswerState } from './use-answer.js';

/** How sending an answer goes. */
export function AnswerStateLine({ state }: { state: AnswerState }) {
  return <SendingLine state={state} sent={usePage().messages.ask.thanks} />;
}
