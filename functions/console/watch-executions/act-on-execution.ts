import type { Services } from '../../../adapters/services.js';
import { audit } from '../audit.js';
import { Problem } from '../../http/problem.js';
import type { redriveRoute, stopRoute } from '../../../contracts/console/executions.js';
import type { FUNCTION } from './function.js';
import { isRedrivable } from './is-redrivable.js';
import { executionOf, type FoundExecution } from './show-execution.js';
import { laterExecution } from './later-execution.js';
import { noteResumed, noteStopped } from './note-on-request.js';
import type { Machines } from './watched.js';
import type { CallOf } from '../../http/route-handler.js';

export type Acting = Services<typeof FUNCTION>;

/** `POST .../redrive`: goes on from the state that failed; what succeeded is not run again. */
export const redriveExecution =
  (services: Acting, machines: Machines) => async (call: CallOf<typeof redriveRoute>) => {
    const found = await executionOf(services, machines, call);
    const { machine, name, arn } = found;
    if (!(await isRedrivable(services, found))) throw new Problem('not-redrivable');
    await mustBeLast(services, found);
    await audit(services, call, { action: 'execution.redriven', subject: `${machine}/${name}` });
    if (!(await services.executions.redrive(arn))) throw new Problem('not-redrivable');
    // Somebody may have retried it at the same moment: the one of the two who sees the other gives way.
    await mustBeLast(services, found, () => services.executions.stop(arn, 'it was retried'));
    await noteResumed(services, found);
    return call.answer(202, { machine, name });
  };

/** An execution whose work goes on in a later one is not resumed as well. */
async function mustBeLast(
  services: Acting,
  found: FoundExecution,
  giveWay: () => Promise<void> = async () => undefined,
): Promise<void> {
  if ((await laterExecution(services, found)) === undefined) return;
  await giveWay();
  throw new Problem('retried-before');
}

/** `POST .../stop`: what it was for stays in the record; it can be redriven or retried. */
export const stopExecution =
  (services: Acting, machines: Machines) => async (call: CallOf<typeof stopRoute>) => {
    const { cause = '' } = call.body();
    const found = await executionOf(services, machines, call);
    const { machine, name, arn, execution } = found;
    if (execution.status !== 'RUNNING') throw new Problem('not-running');
    await audit(services, call, {
      action: 'execution.stopped',
      subject: `${machine}/${name}`,
      detail: cause,
    });
    await services.executions.stop(arn, [`by ${call.user.id}`, ...(cause === '' ? [] : [cause])].join(': '));
    await noteStopped(services, found, call.at);
    return call.answer(202, { machine, name });
  };
