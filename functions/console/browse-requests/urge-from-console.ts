import { contactOf } from '../../../domain/request/home-ladder.js';
import type { Rules } from '../../../domain/request/decision.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { urge, urgedAsks, urgeNotice, urgePurpose } from '../../../domain/request/urge.js';
import type { PlannedAsk } from '../../../domain/asks/planned-ask.js';
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

/** `POST /admin/requests/{id}/reminders`: asks the staff who are asked about a request once more, by hand. */
export async function urgeFromConsole(services: BrowseEffects, call: CallOf<typeof urgeRoute>) {
  const found = await openRequest(services, call);
  const { town: id, id: request } = found;
  const { at, user } = call;
  const { town } = await services.towns.load(id);
  const by = user.staff ?? contactOf({ town }, town.settings.departments.dutyDesk, at);
  if (by === undefined) throw new Problem('forbidden');
  await auditRequest(services, call, found, 'request.urged');
  const { record, rules, decided } = await changeRequest(services, id, request, async (now) => {
    const rules = await rulesIn(services, town, now);
    const decided = urge(now, rules, { by, at });
    const record = 'record' in decided ? decided.record : undefined;
    return { record, result: { record: record ?? now, rules, decided } };
  });
  const reminded = await remind(services, { record, rules, at });
  if ('why' in decided) throw new Problem(decided.why);
  const due = reminded.filter(({ ask }) => decided.asks.includes(ask));
  return call.answer(200, { reminded: due.map(({ staff }) => staffName(town, staff)) });
}

/** Texts whom a request waits for about their latest reminder, unless that was done: a failed one goes out now. */
async function remind(
  services: BrowseEffects,
  { record, rules, at }: { record: RequestRecord; rules: Rules; at: number },
): Promise<{ ask: PlannedAsk; staff: string }[]> {
  const reminded = [];
  const items = await services.asks.ofRequest(record.town, record.id);
  for (const ask of record.closedAs === undefined ? urgedAsks(record) : []) {
    const item = items.find(
      ({ subject, n, state }) => subject === record.id && n === ask.n && state === 'open',
    );
    const notice = item && urgeNotice(record, rules, ask, { code: item.code, at });
    const purpose = urgePurpose(record, ask);
    if (!notice || notice.to === 'resident' || purpose === undefined) continue;
    await sendNotices(services, { record, rules, notices: [notice], purpose, at });
    reminded.push({ ask, staff: notice.to.staff });
  }
  return reminded;
}
