import type { Services } from '../../../adapters/services.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import { auditRequest } from '../audit.js';
import { Problem } from '../../http/problem.js';
import type { textsOfRequestRoute } from '../../../contracts/console/texts.js';
import { seenTexts } from './seen-texts.js';
import { textRow } from './text-row.js';
import type { CallOf } from '../../http/route-handler.js';

/** `GET /admin/requests/{id}/texts`: what was texted about a request, the latest first. */
export async function textsOfRequest(
  services: Services<{ audits: 'record'; towns: 'read'; textLog: 'read'; requests: 'read' }>,
  call: CallOf<typeof textsOfRequestRoute>,
) {
  call.query();
  const { user, params } = call;
  const request = readRequestId(params.id);
  if (request === undefined) throw new Problem('not-found');
  const { town } = await services.towns.load(user.town);
  const texts = await seenTexts(services, user, await services.textLog.ofRequest(user.town, request));
  // Where nothing is shown, nobody looked.
  if (texts.length > 0)
    await auditRequest(services, call, await services.requests.load(user.town, request), 'texts.read');
  return call.answer(200, { items: texts.map((text) => textRow(text, town)) });
}
