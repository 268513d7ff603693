import type { Services } from '../../../adapters/services.js';
import { audit, auditRequest } from '../audit.js';
import { Problem } from '../../http/problem.js';
import type { textRoute } from '../../../contracts/console/texts.js';
import { seenTexts } from './seen-texts.js';
import { readTextId, textRow } from './text-row.js';
import type { CallOf } from '../../http/route-handler.js';

/** `GET /admin/texts/{id}`: one text with its number and its words. */
export async function showText(
  services: Services<{ audits: 'record'; towns: 'read'; textLog: 'read'; requests: 'read' }>,
  call: CallOf<typeof textRoute>,
) {
  const { user } = call;
  const { id } = call.params;
  const named = readTextId(id);
  if (!named) throw new Problem('not-found');
  const found = await services.textLog.find(user.town, named);
  const [text] = await seenTexts(services, user, found ? [found] : []);
  if (!text) throw new Problem('not-found');
  const about =
    text.request === undefined ? undefined : await services.requests.find(user.town, text.request);
  await (about
    ? auditRequest(services, call, about, 'texts.read', id)
    : audit(services, call, { action: 'texts.read', subject: id }));
  const { town } = await services.towns.load(user.town);
  return call.answer(200, { ...textRow(text, town), number: text.number, body: text.body });
}
