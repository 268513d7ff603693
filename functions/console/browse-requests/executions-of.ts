import type { Services } from '../../../adapters/services.js';
import { type RequestMachines, requestExecutions } from '../../../domain/executions/request-executions.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';

/** The executions of a request and how they stand. One that AWS keeps no more has no status. */
export async function executionsOf(
  { workflow }: Services<{ workflow: 'watchRequests' }>,
  machines: RequestMachines,
  record: RequestRecord,
): Promise<ConsoleRequest['executions']> {
  return Promise.all(
    requestExecutions(record).map(async ({ machine, name }) => {
      const status = await workflow.statusOf(machines[machine], name);
      return { machine, name, ...(status === undefined ? {} : { status }) };
    }),
  );
}
