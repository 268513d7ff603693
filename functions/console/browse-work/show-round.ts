import type { Services } from '../../../adapters/services.js';
import type { ConsoleCall } from '../console-routes.js';
import { json } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { ROUND_KINDS } from '../../../domain/rounds/round.js';
import { roundKindsFor } from './of-inspections.js';
import { roundView } from './round-view.js';

/** `GET /admin/rounds/{kind}/{date}`: one run with what it reports. */
export async function showRound({ towns, rounds }: Pick<Services, 'towns' | 'rounds'>, call: ConsoleCall) {
  const { kind: word, date = '' } = call.event.pathParameters ?? {};
  const kind = ROUND_KINDS.find((one) => one === word);
  if (kind === undefined) throw new Problem('not-found');
  if (!roundKindsFor(call.user).includes(kind)) throw new Problem('forbidden');
  const round = await rounds.find(call.user.town, kind, date);
  if (!round) throw new Problem('not-found');
  const { town } = await towns.load(call.user.town);
  return json(200, roundView(round, town));
}
