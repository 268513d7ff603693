import type { AskOption } from '../asks/ask-kinds.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import type { Refused } from '../request/admit-answer.js';
import type { Town } from '../town/schema.js';

/** Checks an answer before it is taken: a rectification is extended as often as the town allows, and no more. */
export function admitTaskAnswer(
  town: Town,
  ask: PlannedAsk,
  option: AskOption,
): { readonly admitted: true } | Refused {
  const spent = (ask.extensions ?? 0) >= town.settings.limits.extensions;
  return option === 'extend' && spent
    ? { admitted: false, reply: 'reply-extended-before' }
    : { admitted: true };
}
