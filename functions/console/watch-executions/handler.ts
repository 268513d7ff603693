import { consoleHandler } from '../console-routes.js';
import { json } from '../../http/http-handler.js';
import type { MachineList } from '../../../contracts/console-executions.js';
import { redriveExecution, stopExecution } from './act-on-execution.js';
import { listExecutions } from './list-executions.js';
import { retryExecution } from './retry-execution.js';
import { EXECUTION_ROUTES } from './routes.js';
import { type AwsConsoleUrl, showExecution, showHistory } from './show-execution.js';
import type { Watched } from './watched.js';
import type { Services } from '../../../adapters/services.js';

export interface WatchOptions {
  /** ARNs by the names of the definitions. */
  readonly machines: ReadonlyMap<string, string>;
  readonly awsConsoleUrl: AwsConsoleUrl;
}

/** `/admin/executions...`: what administrators watch, redrive, retry and stop. */
export const createWatchExecutions = (
  services: Watched & Pick<Services, 'audits'>,
  { machines, awsConsoleUrl }: WatchOptions,
) =>
  consoleHandler('watch-executions', EXECUTION_ROUTES, {
    'GET /admin/executions': listExecutions(services, machines),
    'GET /admin/executions/machines': async () =>
      json(200, {
        items: [...machines].map(([machine, arn]) => ({ machine, arn })),
      } satisfies MachineList),
    'GET /admin/executions/{machine}/{name}': showExecution(services, machines, awsConsoleUrl),
    'GET /admin/executions/{machine}/{name}/history': showHistory(services, machines),
    'POST /admin/executions/{machine}/{name}/redrive': redriveExecution(services, machines),
    'POST /admin/executions/{machine}/{name}/retry': retryExecution(services, machines),
    'POST /admin/executions/{machine}/{name}/stop': stopExecution(services, machines),
  });
