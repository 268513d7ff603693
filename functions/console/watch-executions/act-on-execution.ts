import type { Services } from '../../../adapters/services.js';
import { audit } from '../audit.js';
import type { ConsoleCall } from '../console-routes.js';
import { json } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { readBody } from '../../http/read-body.js';
import { type ActedAnswer, stopBody } from '../../../contracts/console-executions.js';
import { executionOf, type FoundExecution } from './show-execution.js';
import { laterExecution } from './later-execution.js';
import type { Machines, Watched } from './watched.js';

export type Acting = Watched & Pick<Services, 'audits'>;

/** `POST .../redrive`: goes on from the state that failed; what succeeded is not run again. */
export const redriveExecution = (services: Acting, machines: Machines) => async (call: ConsoleCall) => {
  const found = await executionOf(services, machines, call);
  const { machine, name, arn, execution } = found;
  if (!execution.isRedrivable) throw new Problem('not-redrivable');
  await mustBeLast(services, found);
  await audit(services, call, { action: 'execution.redriven', subject: `${machine}/${name}` });
  if (!(await services.executions.redrive(arn))) throw new Problem('not-redrivable');
  // Somebody may have retried it at the same moment: the one of the two who sees the other gives way.
  await mustBeLast(services, found, () => services.executions.stop(arn, 'it was retried'));
  return json(202, { machine, name } satisfies ActedAnswer);
};

/** What goes on in a later execution is not gone on with in this one as well. */
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
export const stopExecution = (services: Acting, machines: Machines) => async (call: ConsoleCall) => {
  const { cause = '' } = readBody(call, stopBody);
  const { machine, name, arn, execution } = await executionOf(services, machines, call);
  if (execution.status !== 'RUNNING') throw new Problem('not-running');
  await audit(services, call, {
    action: 'execution.stopped',
    subject: `${machine}/${name}`,
    detail: cause,
  });
  await services.executions.stop(arn, cause === '' ? `by ${call.user.id}` : cause);
  return json(202, { machine, name } satisfies ActedAnswer);
};
