import type { Services } from '../../../adapters/services.js';
import { Problem } from '../../http/problem.js';
import { ROUND_KINDS } from '../../../domain/rounds/round.js';
import { roundKindsFor } from './of-inspections.js';
import { roundView } from './round-view.js';
import type { CallOf } from '../../http/route-handler.js';
import type { roundRoute } from '../../../contracts/console/work.js';

/** `GET /admin/rounds/{kind}/{date}`: one run with what it reports. */
export async function showRound(
  { towns, rounds }: Services<{ rounds: 'find'; towns: 'read' }>,
  call: CallOf<typeof roundRoute>,
) {
  const { kind: word, date } = call.params;
  const kind = ROUND_KINDS.find((one) => one === word);
  if (kind === undefined) throw new Problem('not-found');
  if (!roundKindsFor(call.user).includes(kind)) throw new Problem('forbidden');
  const round = await rounds.find(call.user.town, kind, date);
  if (!round) throw new Problem('not-found');
  const { town } = await towns.load(call.user.town);
  return call.answer(200, roundView(round, town));
}
