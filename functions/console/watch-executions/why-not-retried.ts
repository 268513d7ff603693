import { attemptOf } from '../../../domain/codes/execution-name.js';
import { inspectionReportSchema } from '../../../domain/inspections/inspection-report.js';
import { isOvertaken } from '../../../domain/rounds/begin-again.js';
import { ROUND_KINDS, type RoundKind } from '../../../domain/rounds/round.js';
import type { TaskRecord } from '../../../domain/task/task-record.js';
import type { ProblemType } from '../../http/problem-words.js';
import { subjectOf } from './of-town.js';
import { latestAttempt } from './latest-attempt.js';
import type { FoundExecution } from './show-execution.js';
import type { Machines, Watched } from './watched.js';

/**
 * Why the work of an execution that ended unfinished, and was not retried, is not begun again as another execution;
 * undefined where it may be.
 */
export async function whyNotRetried(
  services: Watched,
  machines: Machines,
  { town, machine, name }: FoundExecution,
): Promise<ProblemType | undefined> {
  switch (machine) {
    case 'coordination':
      return 'retry-its-request';
    case 'staff-task': {
      const task = await subjectOf(services, town, machine, name);
      return task && 'purpose' in task ? whyNotOfInspection(services, machines, task) : undefined;
    }
    default: {
      const kind = ROUND_KINDS.find((one) => one === machine);
      return kind && ((await wasOvertaken(services, town, kind, name)) ? 'round-overtaken' : undefined);
    }
  }
}

/** The date, or month, that is in the name of a round's execution. */
export const dateOf = (town: string, name: string): string => attemptOf(name).first.slice(town.length + 1);

async function wasOvertaken({ rounds }: Watched, town: string, kind: RoundKind, name: string) {
  const date = dateOf(town, name);
  const [own, latest] = await Promise.all([rounds.find(town, kind, date), rounds.latest(town, kind)]);
  return isOvertaken({ kind, date }, { own, latest });
}

/**
 * An inspection that was begun again, or can be, goes on with its open tasks itself: beside it none is begun. What it
 * has reported as missed comes too late.
 */
async function whyNotOfInspection(
  services: Watched,
  machines: Machines,
  { town, round, kind }: TaskRecord,
): Promise<ProblemType | undefined> {
  const [machine = '', date = ''] = round?.split('/') ?? [];
  const machineArn = machines.get(machine);
  const inspection = ROUND_KINDS.find((one) => one === machine);
  if (machineArn === undefined || inspection === undefined) return undefined;
  const latest = await latestAttempt(services, machineArn, `${town}-${date}`);
  const isFirst = latest !== undefined && attemptOf(latest.name).attempt === 1;
  if (latest && latest.status !== 'SUCCEEDED' && !(isFirst && latest.status === 'RUNNING'))
    return 'retry-its-inspection';
  if (kind === 'rectification') return undefined;
  const report = inspectionReportSchema.safeParse(
    (await services.rounds.find(town, inspection, date))?.report,
  );
  return report.data?.publishedAt === undefined ? undefined : 'inspection-reported';
}
