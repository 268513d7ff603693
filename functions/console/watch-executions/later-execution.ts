import { retryName } from '../../../domain/codes/execution-name.js';
import { executionArn } from '../execution-arn.js';
import { subjectOf } from './of-town.js';
import type { FoundExecution } from './show-execution.js';
import type { Watched } from './watched.js';

/** The execution that goes on with the work of another: its retry, or a new beginning; undefined for the last one. */
export async function laterExecution(
  services: Watched,
  { town, machine, machineArn, name, execution }: FoundExecution,
): Promise<string | undefined> {
  const find = (other: string) => services.executions.find(executionArn(machineArn, other));
  const retry = retryName(name);
  if (retry !== undefined && (await find(retry))) return retry;
  const working = (await subjectOf(services, town, machine, name))?.execution;
  if (working === undefined || working === name) return undefined;
  const other = await find(working);
  return other && other.startedAt >= execution.startedAt ? working : undefined;
}
