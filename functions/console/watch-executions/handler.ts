import { redriveExecution, stopExecution } from './act-on-execution.js';
import type { FUNCTION } from './function.js';
import { listExecutions } from './list-executions.js';
import { retryExecution } from './retry-execution.js';
import { ROUTES } from './routes.js';
import { type AwsConsoleUrl, showExecution, showHistory } from './show-execution.js';
import { showWaiting } from './show-waiting.js';
import type { Services } from '../../../adapters/services.js';
import { routeHandler } from '../../http/route-handler.js';

export interface WatchOptions {
  /** ARNs by the names of the definitions. */
  readonly machines: ReadonlyMap<string, string>;
  readonly awsConsoleUrl: AwsConsoleUrl;
}

/** `/admin/executions...`: what administrators watch, redrive, retry and stop. */
export const createWatchExecutions = (
  services: Services<typeof FUNCTION>,
  { machines, awsConsoleUrl }: WatchOptions,
) =>
  routeHandler('watch-executions', ROUTES, {
    executions: listExecutions(services, machines),
    machines: async (call) =>
      call.answer(200, {
        items: [...machines].map(([machine, arn]) => ({ machine, arn })),
      }),
    waiting: showWaiting(services),
    execution: showExecution(services, machines, awsConsoleUrl),
    history: showHistory(services, machines),
    redrive: redriveExecution(services, machines),
    retry: retryExecution(services, machines),
    stop: stopExecution(services, machines),
  });
