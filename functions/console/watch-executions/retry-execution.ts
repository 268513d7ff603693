import { retryName } from '../../../domain/codes/execution-name.js';
import { audit } from '../audit.js';
import { executionArn } from '../execution-arn.js';
import { Problem } from '../../http/problem.js';
import type { retryRoute } from '../../../contracts/console/executions.js';
import type { Acting } from './act-on-execution.js';
import { laterExecution } from './later-execution.js';
import { hasRunningParts } from './running-parts.js';
import { isUnfinished } from './is-unfinished.js';
import { executionOf, type FoundExecution } from './show-execution.js';
import type { Machines } from './watched.js';
import { whyNotRetried } from './why-not-retried.js';
import type { CallOf } from '../../http/route-handler.js';

/**
 * `POST .../retry`: begins its work again as a new execution, with the machine as it now is and the same input. Its
 * name follows from the old one's, so that one is started however often it is asked for.
 */
export const retryExecution =
  (services: Acting, machines: Machines) => async (call: CallOf<typeof retryRoute>) => {
    const found = await executionOf(services, machines, call);
    const { machine, name, machineArn, execution } = found;
    await mustBeRetriable(services, machines, found);
    const retry = retryName(name) ?? '';
    await audit(services, call, {
      action: 'execution.retried',
      subject: `${machine}/${name}`,
      detail: retry,
    });
    if (!(await services.executions.start(machineArn, retry, execution.input)))
      throw new Problem('retried-before');
    await mustStandStill(services, found, retry);
    return call.answer(202, { machine, name: retry });
  };

async function mustBeRetriable(services: Acting, machines: Machines, found: FoundExecution): Promise<void> {
  if (!isUnfinished(found.execution) || retryName(found.name) === undefined)
    throw new Problem('not-unfinished');
  if ((await laterExecution(services, found)) !== undefined) throw new Problem('retried-before');
  const why = await whyNotRetried(services, machines, found);
  if (why !== undefined) throw new Problem(why);
  if (await hasRunningParts(services, machines, found)) throw new Problem('part-running');
}

/**
 * Somebody may have redriven the old execution at the same moment. Each of the two acts first and looks at the other
 * second, so that at least one of them sees it and gives way.
 */
async function mustStandStill(
  { executions }: Acting,
  { arn, machineArn }: FoundExecution,
  retry: string,
): Promise<void> {
  if ((await executions.find(arn))?.status !== 'RUNNING') return;
  await executions.stop(executionArn(machineArn, retry), 'the execution that it repeats was redriven');
  throw new Problem('not-unfinished');
}
