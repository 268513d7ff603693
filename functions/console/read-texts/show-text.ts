import type { Services } from '../../../adapters/services.js';
import { audit } from '../audit.js';
import { Problem } from '../../http/problem.js';
import type { textRoute } from '../../../contracts/console/texts.js';
import { readTextId, textRow } from './text-row.js';
import type { CallOf } from '../../http/route-handler.js';

/** `GET /admin/texts/{id}`: one text with its number and its words. */
export async function showText(
  services: Services<{ audits: 'record'; towns: 'read'; textLog: 'read' }>,
  call: CallOf<typeof textRoute>,
) {
  const { user } = call;
  const { id } = call.params;
  const named = readTextId(id);
  if (!named) throw new Problem('not-found');
  await audit(services, call, { action: 'texts.read', subject: id });
  const text = await services.textLog.find(user.town, named);
  if (!text) throw new Problem('not-found');
  const { town } = await services.towns.load(user.town);
  return call.answer(200, { ...textRow(text, town), number: text.number, body: text.body });
}
