import type { PlannedAsk } from '../asks/planned-ask.js';
import type { Next } from './record.js';

/** Where the workflow waits for the answer of an ask. */
export function routeOf({ stage, kind }: PlannedAsk): Extract<Next, { ask: unknown }>['to'] {
  if (stage !== undefined) return 'ask';
  switch (kind) {
    case 'clarify':
    case 'consent':
      return 'clarify';
    case 'placement':
      return 'place';
    case 'acceptance':
    case 'taking-up':
    case 'complaint':
      return 'accept';
    case 'confirmation':
      return 'confirm';
    case 'joined':
      return 'joined';
    case 'attention':
      return 'attention';
    default:
      return 'same-day';
  }
}
