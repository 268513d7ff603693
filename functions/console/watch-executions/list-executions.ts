import type { WatchedExecution } from '../../../adapters/execution-watch.js';
import { Problem } from '../../http/problem.js';
import {
  type ExecutionRow,
  type executionsRoute,
  historyAnswer,
} from '../../../contracts/console/executions.js';
import { executionArn } from '../execution-arn.js';
import { isOfTown } from './of-town.js';
import { standingState } from './standing-state.js';
import type { Watched } from './watched.js';
import type { CallOf } from '../../http/route-handler.js';

interface Machine {
  readonly name: string;
  readonly arn: string;
}

/** Pages of a list that one call looks through for the town's own: more would take longer than anybody waits. */
const MOST_PAGES = 4;

/** `GET /admin/executions`: the town's executions of a machine, the latest first. */
export const listExecutions =
  (services: Watched, machines: ReadonlyMap<string, string>) =>
  async (call: CallOf<typeof executionsRoute>) => {
    const query = call.query();
    const machineArn = machines.get(query.machine);
    if (machineArn === undefined) throw new Problem('not-found');
    const machine = { name: query.machine, arn: machineArn };
    const items: ExecutionRow[] = [];
    let cursor = query.cursor;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const found = await services.executions.list(machineArn, {
        statusFilter: query.status,
        nextToken: cursor,
        maxResults: query.limit,
      });
      if (!found) throw new Problem('invalid-query', [{ field: '/cursor', message: query.cursor ?? '' }]);
      items.push(...(await ofTown(services, call.user.town, machine, found.executions)));
      cursor = found.nextToken;
      if (cursor === undefined || items.length >= query.limit) break;
    }
    return call.answer(200, { items, cursor });
  };

async function ofTown(
  services: Watched,
  town: string,
  machine: Machine,
  executions: readonly WatchedExecution[],
): Promise<ExecutionRow[]> {
  const rows = await Promise.all(
    executions.map(async (execution): Promise<ExecutionRow[]> => {
      if (!(await isOfTown(services, town, machine.name, execution.name))) return [];
      const standing = await standingOf(services, machine, execution);
      return [{ machine: machine.name, ...execution, ...(standing && { standing }) }];
    }),
  );
  return rows.flat();
}

/** Events, the latest first, in which the state that an execution stands in is looked for: entering one and waiting in it are four. */
const LATEST_EVENTS = 40;

async function standingOf(
  { executions }: Watched,
  { arn }: Machine,
  { name, status }: WatchedExecution,
): Promise<ExecutionRow['standing']> {
  if (status === 'SUCCEEDED') return undefined;
  const latest = await executions.history(executionArn(arn, name), {
    reverseOrder: true,
    maxResults: LATEST_EVENTS,
  });
  return standingState(historyAnswer.parse({ events: latest?.events ?? [] }).events);
}
