import { staffOfContact } from '../../../adapters/contact.js';
import { answersAs } from '../../../domain/access/who-may-answer.js';
import { readAskId } from '../../../domain/asks/ask-id.js';
import { meantFor } from '../../../domain/asks/meant-for.js';
import { plannedAsk } from '../../../domain/asks/plan-ask.js';
import { auditRequest } from '../audit.js';
import { giveAnswer } from '../../http/give-answer.js';
import { howFar } from '../../use-cases/how-far.js';
import { Problem } from '../../http/problem.js';
import type { answerAsDeskRoute } from '../../../contracts/console/requests.js';
import type { BrowseEffects } from './handler.js';
import { openRequest } from './open-request.js';
import type { CallOf } from '../../http/route-handler.js';

/** `POST /admin/requests/{id}/answers`: the answer to an ask of the duty desk, or of whoever signed in. */
export async function answerAsDesk(services: BrowseEffects, call: CallOf<typeof answerAsDeskRoute>) {
  const record = await openRequest(services, call);
  const { ask: askId, ...body } = call.body();
  const n = readAskId(askId, record.id);
  const place = { town: record.town, of: 'request', subject: record.id } as const;
  const ask = n === undefined ? undefined : await services.asks.find({ ...place, n });
  if (!ask) throw new Problem('not-open');
  const { town } = await services.towns.load(record.town);
  const planned = plannedAsk(record, ask.n);
  const addressee =
    planned?.to.who === 'staff' ? meantFor(town, planned.to, call.at) : staffOfContact(ask.contact);
  const staff =
    addressee === undefined ? undefined : answersAs(town, { addressee, kind: ask.kind }, call.user.staff);
  if (staff === undefined) throw new Problem('forbidden');
  const far = await howFar(services, town, { of: 'request', record }, planned ?? ask, body);
  const detail = `${ask.kind} ${ask.n}: ${[body.option, ...(far ? [far] : [])].join(' ')}`;
  await auditRequest(services, call, record, 'request.answered', detail);
  return call.answer(
    202,
    await giveAnswer(services, { ask, town, staff, way: `console ${call.user.id}` }, body, call),
  );
}
