import { contactOf } from '../../../domain/request/home-ladder.js';
import { urge, urgeNotice } from '../../../domain/request/urge.js';
import { staffName } from '../../../domain/request/words.js';
import type { urgeRoute } from '../../../contracts/console/requests.js';
import { Problem } from '../../http/problem.js';
import type { CallOf } from '../../http/route-handler.js';
import { changeRequest } from '../../use-cases/change-request.js';
import { rulesIn } from '../../use-cases/load-rules.js';
import { sendNotices } from '../../use-cases/send-notices.js';
import { auditRequest } from '../audit.js';
import type { BrowseEffects } from './handler.js';
import { openRequest } from './open-request.js';

/** `POST /admin/requests/{id}/reminders`: whoever of the staff is asked about a request is asked once more, by a person of the console. */
export async function urgeFromConsole(services: BrowseEffects, call: CallOf<typeof urgeRoute>) {
  const found = await openRequest(services, call);
  const { town: id, id: request } = found;
  const { at, user } = call;
  const { town } = await services.towns.load(id);
  const by = user.staff ?? contactOf({ town }, town.settings.departments.dutyDesk, at);
  if (by === undefined) throw new Problem('forbidden');
  await auditRequest(services, call, found, 'request.urged');
  const urged = await changeRequest(services, id, request, async (now) => {
    const rules = await rulesIn(services, town, now);
    const decided = urge(now, rules, { by, at });
    if ('why' in decided) throw new Problem(decided.why);
    return { record: decided.record, result: { ...decided, rules } };
  });
  const { record, rules, asks } = urged;
  const items = await services.asks.ofRequest(id, request);
  const notices = asks.flatMap((ask) => {
    const item = items.find(
      ({ subject, n, state }) => subject === request && n === ask.n && state === 'open',
    );
    return item ? (urgeNotice(record, rules, ask, { code: item.code, at }) ?? []) : [];
  });
  await sendNotices(services, { record, rules, notices, purpose: `urged:${at}`, at });
  const told = notices.flatMap(({ to }) => (to === 'resident' ? [] : [staffName(town, to.staff)]));
  return call.answer(200, { reminded: told });
}
