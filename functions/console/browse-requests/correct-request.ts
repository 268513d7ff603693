import type { CurrentTown } from '../../../adapters/town-store.js';
import { contactOf } from '../../../domain/request/home-ladder.js';
import { correctedWords } from '../../../domain/request/corrected-words.js';
import { changesOf } from '../../../domain/request/tell-correction.js';
import { remark } from '../../../domain/request/remark.js';
import type { correctRoute, remarkRoute } from '../../../contracts/console/corrections.js';
import { auditRequest } from '../audit.js';
import { correctionOf, refuseCorrection } from '../../http/correction-of.js';
import { Problem } from '../../http/problem.js';
import type { CallOf, ConsoleCall } from '../../http/route-handler.js';
import { changeRequest } from '../../use-cases/change-request.js';
import { correct } from '../../use-cases/correct-request.js';
import { rulesIn } from '../../use-cases/load-rules.js';
import { sendNotices } from '../../use-cases/send-notices.js';
import type { BrowseEffects } from './handler.js';
import { openRequest } from './open-request.js';

/** `POST /admin/requests/{id}/corrections`: what was recorded wrongly is put right, and stands in the trail by what it is. */
export async function correctAsDesk(services: BrowseEffects, call: CallOf<typeof correctRoute>) {
  const found = await openRequest(services, call);
  const body = call.body();
  const { reason: _words, ...named } = body;
  const detail = Object.entries(named).map(([what, value]) => `${what} ${value}`);
  await auditRequest(services, call, found, 'request.corrected', detail.join(', '));
  const current = await services.towns.load(found.town);
  const correction = correctionOf(body, { by: whoCorrects(current, call), at: call.at });
  const { before, record, rules, problems } = await correct(services, current, found.id, correction);
  refuseCorrection(problems, body, call.language);
  return call.answer(200, {
    id: record.id,
    status: record.status,
    changes: changesOf(before, record).map((change) => correctedWords([change], rules, call.language)),
  });
}

/** Whoever signed in, as one of the staff; else the duty desk, for which they act. */
function whoCorrects({ town }: CurrentTown, { user, at }: ConsoleCall): string {
  const by = user.staff ?? contactOf({ town }, town.settings.departments.dutyDesk, at);
  if (by === undefined) throw new Problem('forbidden');
  return by;
}

/** `POST /admin/requests/{id}/remarks`: a remark, told to whoever works on the request. */
export async function remarkAsDesk(services: BrowseEffects, call: CallOf<typeof remarkRoute>) {
  const found = await openRequest(services, call);
  const { town: id, id: request } = found;
  const { words } = call.body();
  const { at } = call;
  await auditRequest(services, call, found, 'request.remarked');
  const current = await services.towns.load(id);
  const said = { words, at, by: whoCorrects(current, call) };
  const remarked = await changeRequest(services, id, request, async (now) => {
    const rules = await rulesIn(services, current.town, now);
    const result = { ...remark(now, rules, said), rules };
    return { record: result.record, result };
  });
  await sendNotices(services, { ...remarked, purpose: `remark:${at}`, at });
  return call.answer(200, { id: request });
}
