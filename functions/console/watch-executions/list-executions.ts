import type * as z from 'zod';
import type { WatchedExecution } from '../../../adapters/execution-watch.js';
import { Problem } from '../../http/problem.js';
import {
  type ExecutionRow,
  executionsQuery,
  type executionsRoute,
} from '../../../contracts/console/executions.js';
import { isOfTown } from './of-town.js';
import type { Watched } from './watched.js';
import type { CallOf } from '../../http/route-handler.js';

/** Pages of a list that one call looks through for the town's own: more would take longer than anybody waits. */
const MOST_PAGES = 4;

/** `GET /admin/executions`: the town's executions of a machine, the latest first. */
export const listExecutions =
  (services: Watched, machines: ReadonlyMap<string, string>) =>
  async (call: CallOf<typeof executionsRoute>) => {
    const query = call.query();
    const machineArn = machines.get(query.machine);
    if (machineArn === undefined) throw new Problem('not-found');
    const items: ExecutionRow[] = [];
    let cursor = query.cursor;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const found = await services.executions.list(machineArn, {
        statusFilter: query.status,
        nextToken: cursor,
        maxResults: query.limit,
      });
      if (!found) throw new Problem('invalid-query', [{ field: '/cursor', message: query.cursor ?? '' }]);
      items.push(...(await ofTown(services, call.user.town, query, found.executions)));
      cursor = found.nextToken;
      if (cursor === undefined || items.length >= query.limit) break;
    }
    return call.answer(200, { items, cursor });
  };

async function ofTown(
  services: Watched,
  town: string,
  { machine }: z.output<typeof executionsQuery>,
  executions: readonly WatchedExecution[],
): Promise<ExecutionRow[]> {
  const own = await Promise.all(executions.map(({ name }) => isOfTown(services, town, machine, name)));
  return executions.flatMap((execution, position) => (own[position] ? [{ machine, ...execution }] : []));
}
