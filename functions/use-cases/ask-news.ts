import type { Services } from '../../adapters/services.js';
import { askForNews } from '../../domain/request/ask-for-news.js';
import type { RequestRecord } from '../../domain/request/record.js';
import type { Town } from '../../domain/town/schema.js';
import { changeRequest } from './change-request.js';
import { rulesIn } from './load-rules.js';
import { sendNotices } from './send-notices.js';

/** A resident asks for news; false where nobody has it. Too soon, it reaches only those the first time did not. */
export async function askNews(
  services: Services<{ requests: 'read' | 'save' | 'readPerson'; towns: 'readProgramme'; texts: 'send' }>,
  town: Town,
  about: RequestRecord,
  at: number,
): Promise<boolean> {
  const rules = await rulesIn(services, town, about);
  const { record, asked } = await changeRequest(services, about.town, about.id, async (found) => {
    const decided = askForNews(found, rules, at);
    return { record: decided?.record, result: { record: decided?.record ?? found, asked: decided } };
  });
  if (!asked) return false;
  const { notices, askedAt } = asked;
  await sendNotices(services, { record, rules, notices, purpose: `news:${askedAt}`, at });
  return true;
}
