import type { Services } from '../../adapters/services.js';
import { audit } from '../http/console/audit.js';
import type { ConsoleCall } from '../http/console/console-routes.js';
import { json } from '../http/http-handler.js';
import { Problem } from '../http/problem.js';
import { readBody } from '../http/read-body.js';
import { type ActedAnswer, stopBody } from '../http/schemas/console-executions.js';
import { executionOf } from './show-execution.js';
import type { Watched } from './watched.js';

type Acting = Watched & Pick<Services, 'audits'>;

/** `POST .../redrive`: goes on from the state that failed; what succeeded is not run again. */
export const redriveExecution =
  (services: Acting, machines: ReadonlyMap<string, string>) => async (call: ConsoleCall) => {
    const { machine, name, arn, execution } = await executionOf(services, machines, call);
    if (!execution.isRedrivable) throw new Problem('not-redrivable');
    await audit(services, call, { action: 'execution.redriven', subject: `${machine}/${name}` });
    if (!(await services.executions.redrive(arn))) throw new Problem('not-redrivable');
    return json(202, { machine, name } satisfies ActedAnswer);
  };

/** `POST .../stop`: what it was for stays in the record; it can be redriven. */
export const stopExecution =
  (services: Acting, machines: ReadonlyMap<string, string>) => async (call: ConsoleCall) => {
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
