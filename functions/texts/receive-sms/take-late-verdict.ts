import { showRequestId } from '../../../domain/codes/request-id.js';
import { recordLateSatisfaction, wordsAgain } from '../../../domain/request/late-verdict.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { changeRequest } from '../../use-cases/change-request.js';
import { settleAsk } from '../../use-cases/settle-ask.js';
import { submitByText } from './report-by-text.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';
import type { Late } from './take-late.js';
import { type Acting, remarkOn } from './take-words.js';

/**
 * An answer after its time, of a resident. That they are content is recorded after all; that they are not opens the matter again, as a request of its
 * own; what is said about a request that is still open reaches whoever works on it. Undefined where it was no use: they are told how it stands.
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
  const isContent = would.kind === 'answer' && would.option === 'satisfied';
  const isUnhappy = (would.kind === 'answer' || would.kind === 'likely') && would.option === 'unsatisfied';
  if (!isContent && !isUnhappy) return undefined;
  const reply = isContent
    ? await thanks(services, received, record, would.note)
    : await openAgain(services, received, record);
  const answer = {
    option: isContent ? 'satisfied' : 'unsatisfied',
    by: 'resident',
    at: text.at,
    key: text.id,
  } as const;
  await settleAsk(services, { ...ask, waitsFor: undefined }, answer);
  return reply;
}

async function thanks(
  services: Acting,
  { text }: Received,
  { town, id }: RequestRecord,
  note: string,
): Promise<Reply | undefined> {
  const isKept = await changeRequest(services, town, id, async (found) => {
    const record = recordLateSatisfaction(found, { at: text.at, note });
    const before = found.timeline.some(({ type, at }) => type === 'satisfied' && at === text.at);
    return { record, result: record !== undefined || before };
  });
  return isKept
    ? { text: 'closed-satisfied', values: { request: showRequestId(id) }, request: id }
    : undefined;
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
