import type { Services } from '../../../adapters/services.js';
import { audit } from '../audit.js';
import type { ConsoleCall } from '../console-routes.js';
import { json } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import type { TextAnswer } from '../../../contracts/console-texts.js';
import { readTextId, textRow } from './text-row.js';

/** `GET /admin/texts/{id}`: one text with its number and its words. */
export async function showText(services: Pick<Services, 'towns' | 'textLog' | 'audits'>, call: ConsoleCall) {
  const { user, event } = call;
  const id = event.pathParameters?.['id'] ?? '';
  const named = readTextId(id);
  if (!named) throw new Problem('not-found');
  await audit(services, call, { action: 'texts.read', subject: id });
  const text = await services.textLog.find(user.town, named);
  if (!text) throw new Problem('not-found');
  const { town } = await services.towns.load(user.town);
  const answer: TextAnswer = { ...textRow(text, town), number: text.number, body: text.body };
  return json(200, answer);
}
