import { showRequestId } from '../../../domain/codes/request-id.js';
import { optionOf, reopens } from '../../../domain/asks/verdict.js';
import type { Answer } from '../../../domain/request/decision.js';
import { recordLateVerdict, wordsAgain } from '../../../domain/request/late-verdict.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { notContacted, verdictIn } from '../../../domain/request/record-verdict.js';
import { verdictsIn } from '../../../domain/request/verdicts.js';
import { wordsOfAnswer } from '../../../domain/words/cut-words.js';
import { changeRequest } from '../../use-cases/change-request.js';
import { rulesIn } from '../../use-cases/load-rules.js';
import { sendNotices } from '../../use-cases/send-notices.js';
import { settleAsk } from '../../use-cases/settle-ask.js';
import { submitByText } from './report-by-text.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';
import type { Late } from './take-late.js';
import { type Acting, remarkOn } from './take-words.js';

/**
 * An answer after its time, of a resident, counts from then on. That it is not in order opens the matter again besides,
 * as a request of its own; what is said about a request that is still open reaches whoever works on it. Undefined where
 * it was no use: they are told how it stands.
 */
export async function takeLateOfResident(
  services: Acting,
  received: Received,
  { ask, would }: Late,
): Promise<Reply | undefined> {
  const record = await services.requests.load(ask.town, ask.subject);
  const { text } = received;
  if (record.closedAs === undefined) return remarkOn(services, received, record, text.body);
  if (ask.kind !== 'confirmation') return undefined;
  if (would.kind !== 'answer' && would.kind !== 'likely') return undefined;
  // Of what is not certain, what is said for certain counts; the rest of it is doubted only where nothing is.
  const said = would.kind === 'likely' && would.verdict ? optionOf(would.verdict) : would.option;
  if (would.kind === 'likely' && said === 'satisfied' && !would.verdict) return undefined;
  const given = { option: said, verdict: would.verdict, note: would.note, at: text.at };
  const isKept = await keepVerdict(services, received, record, given);
  if (said === 'satisfied' && !isKept) return undefined;
  const reply = said === 'satisfied' ? thanks(record) : await openAgain(services, received, record);
  const answer = { option: said, by: 'resident', at: text.at, key: text.id } as const;
  await settleAsk(services, { ...ask, waitsFor: undefined }, answer);
  return reply;
}

const thanks = ({ id }: RequestRecord): Reply => ({
  text: 'closed-satisfied',
  values: { request: showRequestId(id) },
  request: id,
});

/** Whether it stands with the request now; delivered again it was there before. */
async function keepVerdict(
  services: Acting,
  { current, text }: Received,
  { town, id }: RequestRecord,
  given: Pick<Answer, 'option' | 'verdict' | 'note' | 'at'>,
): Promise<boolean> {
  const note = given.note === '' ? undefined : wordsOfAnswer(given.note ?? '');
  const answer = { ...given, note };
  const kept = await changeRequest(services, town, id, async (found) => {
    const record = recordLateVerdict(found, answer);
    const before = verdictsIn(found.timeline).some(({ at }) => at === text.at);
    return { record, result: record ?? (before ? found : undefined) };
  });
  if (!kept) return false;
  const rules = await rulesIn(services, current.town, kept);
  const verdict = verdictIn(kept, answer) ?? {};
  const notices = reopens(verdict) ? [] : notContacted(kept, rules, verdict, answer);
  await sendNotices(services, {
    record: kept,
    rules,
    notices,
    purpose: `late-verdict:${text.id}`,
    at: text.at,
  });
  return true;
}

async function openAgain(
  services: Acting,
  { current, text }: Received,
  before: RequestRecord,
): Promise<Reply> {
  const person = await services.requests.person(before.town, before.id);
  const { category, village, group, language } = before;
  return submitByText(
    services,
    { current, text },
    {
      channel: 'sms',
      language,
      category,
      village,
      group,
      person: { ...person, description: wordsAgain(text.body, before, person) },
    },
  );
}
