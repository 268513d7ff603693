import { requestExecutions } from '../../../domain/executions/request-executions.js';
import { attemptsUntil, workingExecution } from '../../../domain/codes/execution-name.js';
import { executionArn } from '../execution-arn.js';
import type { Listed } from './merged-list.js';
import type { Machines, Watched } from './watched.js';

const TASK_MACHINES = ['staff-task', 'follow-up'] as const;

/** Every execution of the request or task of this number, wherever in the list; none where there is none such. */
export async function namedAfter(
  { executions, requests, tasks }: Watched,
  machines: Machines,
  town: string,
  number: string,
): Promise<readonly Listed[]> {
  if (!/^[0-9A-Z]{8}$/.test(number)) return [];
  const [request, task] = await Promise.all([requests.find(town, number), tasks.find(town, number)]);
  const named = [
    ...(request ? requestExecutions(request) : []),
    ...(task
      ? TASK_MACHINES.flatMap((machine) =>
          attemptsUntil(workingExecution(task)).map((name) => ({ machine, name })),
        )
      : []),
  ];
  const found = await Promise.all(
    named.map(async ({ machine, name }): Promise<Listed[]> => {
      const arn = machines.get(machine);
      const execution = arn === undefined ? undefined : await executions.find(executionArn(arn, name));
      if (!execution) return [];
      const { status, startedAt, stoppedAt, redrives } = execution;
      return [{ machine, execution: { name, status, startedAt, stoppedAt, redrives } }];
    }),
  );
  return found
    .flat()
    .toSorted((one, other) => other.execution.startedAt.localeCompare(one.execution.startedAt));
}
