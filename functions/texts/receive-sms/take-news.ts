import type { Services } from '../../../adapters/services.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { statusWord } from '../../../domain/request/status-words.js';
import { categoryName, dueText, staffName, staffPhone } from '../../../domain/request/words.js';
import { ownerOf } from '../../../domain/request/owner-of.js';
import { nextStepText } from '../../../domain/request/next-step.js';
import { rulesIn } from '../../use-cases/load-rules.js';
import { listAsks } from './carry-out-list.js';
import { isOpen, ownRequests } from './own-requests.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

/** How a request of the sender's stands: the named one, else the latest open, else the latest. Staff see their asks. */
export async function takeNews(
  services: Services<{ requests: 'read' | 'findOfResident'; towns: 'readProgramme' }>,
  received: Received,
  named: string | undefined,
): Promise<Reply> {
  const { current, sender } = received;
  const town = current.town.settings.id;
  const own = await ownRequests(services, received);
  const meant =
    own.find(({ id }) => id === named) ?? (named === undefined ? (own.find(isOpen) ?? own[0]) : undefined);
  if (meant) return standing(services, received, await services.requests.load(town, meant.id));
  const isAsked = sender.staff && sender.asks.some(({ state }) => state === 'open');
  return isAsked ? listAsks(received, 1) : { text: 'reply-news-none', values: {} };
}

async function standing(
  services: Services<{ towns: 'readProgramme' }>,
  { current: { town }, text: { at } }: Received,
  record: RequestRecord,
): Promise<Reply> {
  const rules = await rulesIn(services, town, record);
  const { language, dueAt } = record;
  const owner = ownerOf(record, town);
  const next = nextStepText(record, rules, at, language);
  const isOver = record.closedAs !== undefined || owner === undefined;
  return {
    text: isOver ? 'reply-news-closed' : next ? 'reply-news-step' : 'reply-news',
    language,
    values: {
      request: showRequestId(record.id),
      category: categoryName(record, rules, language),
      status: statusWord(record, language),
      person: staffName(town, owner),
      phone: staffPhone(town, owner) ?? town.settings.sms.number,
      // The end of a programme is months away: between two of its steps nobody knows the next date.
      due: record.path === 'programme' ? '' : dueText(dueAt, rules, language),
      ...next,
    },
    request: record.id,
  };
}
