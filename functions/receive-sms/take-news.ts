import type { Services } from '../../adapters/services.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { statusWord } from '../../domain/request/status-words.js';
import { categoryName, dueText, staffName } from '../../domain/request/words.js';
import type { Town } from '../../domain/town/schema.js';
import { listAsks } from './carry-out-list.js';
import { isOpen, ownRequests } from './own-requests.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

/** How a request of the sender's stands: the one that is named, else the latest that is open, else the latest. The staff see what they are asked. */
export async function takeNews(
  services: Pick<Services, 'requests'>,
  received: Received,
  named: string | undefined,
): Promise<Reply> {
  const { current, sender } = received;
  const town = current.town.settings.id;
  const own = await ownRequests(services, received);
  const meant =
    own.find(({ id }) => id === named) ?? (named === undefined ? (own.find(isOpen) ?? own[0]) : undefined);
  if (meant) return standing(current.town, await services.requests.load(town, meant.id));
  const isAsked = sender.staff && sender.asks.some(({ state }) => state === 'open');
  return isAsked ? listAsks(received, 1) : { text: 'reply-news-none', values: {} };
}

function standing(town: Town, record: RequestRecord): Reply {
  const rules = { town };
  const { language, owner, dueAt } = record;
  return {
    text: record.closedAs === undefined && owner !== undefined ? 'reply-news' : 'reply-news-closed',
    language,
    values: {
      request: showRequestId(record.id),
      category: categoryName(record, rules, language),
      status: statusWord(record, language),
      person: staffName(town, owner),
      phone: town.staff.find(({ id }) => id === owner)?.phone ?? town.settings.sms.number,
      due: dueText(dueAt, rules, language),
    },
    request: record.id,
  };
}
