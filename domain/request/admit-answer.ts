import type { AskOption } from '../asks/ask-kinds.js';
import type { TextKey } from '../texts/text-keys.js';
import type { Rules } from './decision.js';
import { findTarget } from './find-target.js';
import { programmeOf } from './programme-of.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import type { RequestRecord } from './record.js';

/** Why an answer cannot be taken; the question stays open and the person is told what to do. */
export interface Refused {
  readonly admitted: false;
  readonly reply: Extract<
    TextKey,
    'reply-extended-before' | 'reply-transfer-unknown' | 'reply-transfer-limit'
  >;
}

/** Checks an answer against the request before it is taken: nobody waits for a workflow to learn that it was refused. */
export function admitAnswer(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  option: AskOption,
  note: string | undefined,
): { readonly admitted: true } | Refused {
  const { limits } = rules.town.settings;
  if (
    option === 'extend' &&
    (ask.extensions ?? 0) >= extensionsAllowed(record, rules, ask, limits.extensions)
  ) {
    return { admitted: false, reply: 'reply-extended-before' };
  }
  // Past the limit the duty desk decides, so the words need not name a place.
  const decides = option === 'transfer' && record.transfers >= limits.transfers;
  if ((option === 'transfer' || option === 'place') && !decides && !findTarget(rules.town, note)) {
    return { admitted: false, reply: 'reply-transfer-unknown' };
  }
  return { admitted: true };
}

function extensionsAllowed(record: RequestRecord, rules: Rules, ask: PlannedAsk, limit: number): number {
  if (ask.stage === undefined) return limit;
  const step = programmeOf(record, rules).stages[ask.stage]?.steps.find(
    (candidate) => candidate.id === ask.step,
  );
  return step?.extendBy ? limit : 0;
}
