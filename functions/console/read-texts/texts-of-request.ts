import type { Services } from '../../../adapters/services.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import { audit } from '../audit.js';
import type { ConsoleCall } from '../console-routes.js';
import { json } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { readQuery } from '../../http/read-query.js';
import { commonQuery } from '../../../contracts/town.js';
import type { TextsAnswer } from '../../../contracts/console-texts.js';
import { textRow } from './text-row.js';

/** `GET /admin/requests/{id}/texts`: what was texted about a request, the latest first. */
export async function textsOfRequest(
  services: Pick<Services, 'towns' | 'textLog' | 'audits'>,
  call: ConsoleCall,
) {
  readQuery(call, commonQuery);
  const { user, event } = call;
  const request = readRequestId(event.pathParameters?.['id'] ?? '');
  if (request === undefined) throw new Problem('not-found');
  await audit(services, call, { action: 'texts.read', subject: request });
  const { town } = await services.towns.load(user.town);
  const texts = await services.textLog.ofRequest(user.town, request);
  const answer: TextsAnswer = { items: texts.map((text) => textRow(text, town)) };
  return json(200, answer);
}
