import type { Services } from '../../../adapters/services.js';
import { INSPECTION_KINDS, inspectionReportSchema } from '../../../domain/inspections/inspection-report.js';
import { ROUND_KINDS, type Round } from '../../../domain/rounds/round.js';
import type { TaskRecord } from '../../../domain/task/task-record.js';
import type { Town } from '../../../domain/town/schema.js';
import { Problem } from '../../http/problem.js';
import { loadTasks, rectificationsOf } from '../../use-cases/find-inspection.js';
import { roundKindsFor } from './of-inspections.js';
import { roundView } from './round-view.js';
import type { CallOf } from '../../http/route-handler.js';
import type { roundRoute } from '../../../contracts/console/work.js';

type Effects = Services<{ towns: 'read'; rounds: 'find'; tasks: 'read' }>;

/** `GET /admin/rounds/{kind}/{date}`: one run with what it reports; of an inspection with how far it has come. */
export async function showRound(services: Effects, call: CallOf<typeof roundRoute>) {
  const { kind: word, date } = call.params;
  const kind = ROUND_KINDS.find((one) => one === word);
  if (kind === undefined) throw new Problem('not-found');
  if (!roundKindsFor(call.user).includes(kind)) throw new Problem('forbidden');
  const round = await services.rounds.find(call.user.town, kind, date);
  if (!round) throw new Problem('not-found');
  const { town } = await services.towns.load(call.user.town);
  return call.answer(200, roundView(round, town, await tasksOf(services, round, town)));
}

/** The tasks of an inspection, by their ids: its checks and calls, and what puts right what they found. */
async function tasksOf(
  services: Services<{ tasks: 'read' }>,
  { kind, report }: Round,
  town: Town,
): Promise<ReadonlyMap<string, TaskRecord>> {
  if (!INSPECTION_KINDS.some((one) => one === kind)) return new Map();
  const { checks } = inspectionReportSchema.parse(report);
  const ids = [...checks.map(({ task }) => task), ...rectificationsOf(checks)];
  return new Map((await loadTasks(services, town, ids)).map((task) => [task.id, task]));
}
