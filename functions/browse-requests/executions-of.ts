import type { Services } from '../../adapters/services.js';
import { attemptsUntil } from '../../domain/executions/execution-name.js';
import type { RequestRecord } from '../../domain/request/record.js';
import type { ConsoleRequest } from '../http/schemas/console-requests.js';

/** The machines that a request runs in, by name: their ARNs. */
export type RequestMachines = Readonly<Record<'resident-request' | 'coordination', string>>;

/** A request's own execution, its retries, and one for each round of coordination. One that AWS keeps no more has no status. */
export async function executionsOf(
  { workflow }: Pick<Services, 'workflow'>,
  machines: RequestMachines,
  { id, execution, coordination }: RequestRecord,
): Promise<ConsoleRequest['executions']> {
  const rounds = Array.from({ length: coordination?.round ?? 0 }, (_, index) => `${id}-${index + 1}`);
  const executions = [
    ...attemptsUntil(execution ?? id).map((name) => ({ machine: 'resident-request', name }) as const),
    ...rounds.map((name) => ({ machine: 'coordination', name }) as const),
  ];
  return Promise.all(
    executions.map(async ({ machine, name }) => {
      const status = await workflow.statusOf(machines[machine], name);
      return { machine, name, ...(status === undefined ? {} : { status }) };
    }),
  );
}
