import type { RequestRecord } from '../request/record.js';
import { attemptsUntil } from '../codes/execution-name.js';

type RequestMachine = 'resident-request' | 'coordination';

/** The machines that a request runs in, by the names of their definitions: their ARNs. */
export type RequestMachines = Readonly<Record<RequestMachine, string>>;

interface NamedExecution {
  readonly machine: RequestMachine;
  readonly name: string;
}

/** A request's own execution, its retries, and one for each round of coordination. */
export function requestExecutions({
  id,
  execution = id,
  coordination,
}: Pick<RequestRecord, 'id' | 'execution' | 'coordination'>): NamedExecution[] {
  const rounds = Array.from({ length: coordination?.round ?? 0 }, (_, index) => `${id}-${index + 1}`);
  return [
    ...attemptsUntil(execution).map((name) => ({ machine: 'resident-request', name }) as const),
    ...rounds.map((name) => ({ machine: 'coordination', name }) as const),
  ];
}
