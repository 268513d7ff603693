import type { CurrentTown } from '../../../adapters/town-store.js';
import { contactOf } from '../../../domain/request/home-ladder.js';
import { correctedWords } from '../../../domain/request/corrected-words.js';
import { changesOf } from '../../../domain/request/tell-correction.js';
import type { correctRoute, remarkRoute } from '../../../contracts/console/corrections.js';
import { auditRequest } from '../audit.js';
import { correctionOf, refuseCorrection } from '../../http/correction-of.js';
import { Problem } from '../../http/problem.js';
import type { CallOf, ConsoleCall } from '../../http/route-handler.js';
import { addRemark } from '../../use-cases/add-remark.js';
import { correct } from '../../use-cases/correct-request.js';
import type { BrowseEffects } from './handler.js';
import { openRequest } from './open-request.js';

/** `POST /admin/requests/{id}/corrections`: puts a wrong record right; the trail names what was corrected. */
export async function correctAsDesk(services: BrowseEffects, call: CallOf<typeof correctRoute>) {
  const found = await openRequest(services, call);
  const body = call.body();
  const { reason: _words, ...named } = body;
  const detail = Object.entries(named).map(([what, value]) => `${what} ${value}`);
  const current = await services.towns.load(found.town);
  const correction = correctionOf(body, { by: whoCorrects(current, call), at: call.at });
  let noted: Promise<void> | undefined;
  const note = () => (noted ??= auditRequest(services, call, found, 'request.corrected', detail.join(', ')));
  const { before, record, rules, problems } = await correct(services, current, found.id, correction, note);
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
  const record = await openRequest(services, call);
  const { words } = call.body();
  const { at } = call;
  await auditRequest(services, call, record, 'request.remarked');
  const current = await services.towns.load(record.town);
  const by = whoCorrects(current, call);
  await addRemark(services, current.town, record, { words, at, by, key: `${by}:${at}` });
  return call.answer(200, { id: record.id });
}
