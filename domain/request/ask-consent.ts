import { planAsk, withoutAsk } from '../asks/plan-ask.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import { timeToAnswer } from '../deadlines/time-to-answer.js';
import { openPetition } from '../petition/petition.js';
import { askAcceptance } from './ask-acceptance.js';
import { proceed } from './assign-request.js';
import { type Answer, type Decision, type Rules, withEntry } from './decision.js';
import { tellResident } from './notices.js';
import { categoryOf } from './programme-of.js';
import type { RequestRecord } from './record.js';

/** May it go the normal way, where whoever handles it learns who reported it? */
export function askConsent(record: RequestRecord, rules: Rules, at: number): Decision {
  const { settings } = rules.town;
  const until = timeToAnswer(at, settings.confirmWithin, settings, { urgent: false });
  const planned = planAsk(
    withEntry(record, { at, type: 'consent-asked', due: until }),
    { kind: 'consent', to: { who: 'resident' }, until },
    at,
  );
  return { record: planned.record, notices: [], next: { to: 'clarify', ask: planned.ask } };
}

/** With its resident's consent it goes the normal way; without it, or without an answer, it stays where it is. */
export function recordConsent(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  { option, at }: Pick<Answer, 'option' | 'at'>,
): Decision {
  const settled = withoutAsk(record, ask.n);
  if (option !== 'allow') return keepSealed(settled, rules, at);
  return proceed(withEntry(unsealed(settled, rules), { at, type: 'consented' }), rules, { at });
}

function keepSealed(record: RequestRecord, rules: Rules, at: number): Decision {
  const { confidential } = record;
  if (!confidential) return proceed(record, rules, { at });
  const kept: RequestRecord = { ...record, confidential: { ...confidential, kept: true } };
  const decision = askAcceptance(withEntry(kept, { at, type: 'stays-confidential' }), rules, at);
  return { ...decision, notices: [tellResident(kept, rules, 'stays-confidential'), ...decision.notices] };
}

/** As it would have been received had nobody taken it for a complaint about staff. */
function unsealed(record: RequestRecord, rules: Rules): RequestRecord {
  const { confidential, owner: _inspector, handler: _works, dueAt: _due, petition: _, ...rest } = record;
  const { village, group } = confidential ?? {};
  const category = categoryOf(record, rules);
  const { path } = category;
  return {
    ...rest,
    status: 'received',
    path,
    ...(village === undefined ? {} : { village }),
    ...(group === undefined ? {} : { group }),
    ...(path === 'petition'
      ? {
          petition: openPetition(category, rules.town.settings, {
            channel: record.channel,
            at: record.createdAt,
          }),
        }
      : {}),
  };
}
