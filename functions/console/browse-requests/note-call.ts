import type { Services } from '../../../adapters/services.js';
import type { AskItem } from '../../../adapters/ask-store.js';
import { submissionOf } from '../../../adapters/contact.js';
import { plannedAsk } from '../../../domain/asks/plan-ask.js';
import type { Rules } from '../../../domain/request/decision.js';
import {
  callNotices,
  callWords,
  contactNamed,
  type FurtherCall,
  withCall,
} from '../../../domain/request/further-call.js';
import { contactOf } from '../../../domain/request/home-ladder.js';
import { isAnsweredByCall } from '../../../domain/request/milestones.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { Milestone } from '../../../domain/town/schema.js';
import { auditRequest } from '../audit.js';
import { Problem } from '../../http/problem.js';
import type { noteCallRoute } from '../../../contracts/console/calls.js';
import { answerAsk, type Answering } from '../../use-cases/answer-ask.js';
import { changeRequest } from '../../use-cases/change-request.js';
import { loadRules } from '../../use-cases/load-rules.js';
import { sendNotices } from '../../use-cases/send-notices.js';
import type { BrowseEffects } from './handler.js';
import { openRequest } from './open-request.js';
import type { CallOf } from '../../http/route-handler.js';

/**
 * `POST /admin/requests/{id}/calls`: somebody outside the ladder was called about an emergency. Whoever comes is as
 * good as one who answered: what others were asked for is settled by it, and whoever called is asked on.
 */
export async function noteCall(services: BrowseEffects, call: CallOf<typeof noteCallRoute>) {
  const before = await openRequest(services, call);
  const { contact: id, outcome, note } = call.body();
  const rules = await loadRules(services, before);
  const contact = contactNamed(before, rules, id);
  const by = call.user.staff ?? contactOf(rules, rules.town.settings.departments.dutyDesk, call.at);
  if (!contact || by === undefined) throw new Problem('not-found');
  const said: FurtherCall = { contact: id, outcome, by, note, at: call.at };
  await auditRequest(services, call, before, 'call.noted', `${id}: ${outcome}`);
  const record = await changeRequest(services, before.town, before.id, async (now) => {
    const called = withCall(now, rules, said);
    return { record: called, result: called };
  });
  if (!record) throw new Problem('request-over');
  if (outcome !== 'no-answer') {
    // Who is asked is told before their asks are settled: settling them tells of it too, in fewer words.
    const notices = callNotices(record, rules, contact, { by, at: call.at, milestone: outcome });
    await sendNotices(services, { record, rules, notices, purpose: `called:${id}:${call.at}`, at: call.at });
    await settleAsked(services, rules, record, said, {
      milestone: outcome,
      words: callWords(contact, said, rules.town),
    });
  }
  return call.answer(200, { contact: id, outcome });
}

/** Answers in the caller's name what is asked about the emergency and is reached by what they heard. */
async function settleAsked(
  services: Answering,
  rules: Rules,
  record: RequestRecord,
  { by, at, contact }: FurtherCall,
  { milestone, words }: { milestone: Milestone; words: string },
): Promise<void> {
  for (const ask of await openAsks(services, record)) {
    const planned = plannedAsk(record, ask.n);
    if (!planned || !isAnsweredByCall(record, rules, planned, milestone)) continue;
    await answerAsk(services, rules.town, ask, {
      option: 'done',
      by,
      note: words,
      milestone,
      at,
      key: submissionOf(`called ${record.id} ${ask.n} ${contact} ${at}`),
    });
  }
}

const openAsks = async (
  { asks }: Services<{ asks: 'list' }>,
  { town, id }: RequestRecord,
): Promise<AskItem[]> =>
  (await asks.ofRequest(town, id)).filter((ask) => ask.subject === id && ask.state === 'open');
