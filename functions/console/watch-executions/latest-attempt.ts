import type { DescribedExecution } from '../../../adapters/execution-watch.js';
import { retryName } from '../../../domain/codes/execution-name.js';
import { executionArn } from '../execution-arn.js';
import type { Watched } from './watched.js';

/** The last of an execution and its retries; undefined where AWS keeps none. */
export async function latestAttempt(
  { executions }: Watched,
  machineArn: string,
  first: string,
): Promise<DescribedExecution | undefined> {
  let latest: DescribedExecution | undefined;
  for (let name: string | undefined = first; name !== undefined; name = retryName(name)) {
    const found = await executions.find(executionArn(machineArn, name));
    if (!found) break;
    latest = found;
  }
  return latest;
}
