import type { Services } from '../../adapters/services.js';
import { askForNews, hasNews } from '../../domain/request/ask-for-news.js';
import type { RequestRecord } from '../../domain/request/record.js';
import type { Town } from '../../domain/town/schema.js';
import { changeRequest } from './change-request.js';
import { rulesIn } from './load-rules.js';
import { sendNotices } from './send-notices.js';

/** A resident asks how their request stands; false where there is nobody to ask. Asked again too soon it tells nobody again. */
export async function askNews(
  services: Services<{ requests: 'read' | 'save' | 'readPerson'; towns: 'readProgramme'; texts: 'send' }>,
  town: Town,
  about: RequestRecord,
  at: number,
): Promise<boolean> {
  const rules = await rulesIn(services, town, about);
  const asked = await changeRequest(services, about.town, about.id, async (found) => {
    const result = askForNews(found, rules, at);
    return { record: result?.record, result: { ...result, found } };
  });
  const { record, notices = [] } = asked;
  if (!record) return hasNews(asked.found);
  await sendNotices(services, { record, rules, notices, purpose: `news:${at}`, at });
  return true;
}
