import type { ConsoleCall } from '../http/console/console-routes.js';
import { executionArn } from '../http/console/execution-arn.js';
import { json } from '../http/http-handler.js';
import { Problem } from '../http/problem.js';
import { readQuery } from '../http/read-query.js';
import {
  type ExecutionView,
  historyAnswer,
  type HistoryPage,
  historyQuery,
} from '../http/schemas/console-executions.js';
import { isOfTown } from './of-town.js';
import type { Watched } from './watched.js';

/** How an execution is called in the AWS console; undefined where this deployment links to none. */
export type AwsConsoleUrl = (arn: string) => string | undefined;

/** The execution of a call's path. One of another town is answered as one that does not exist. */
export async function executionOf(
  services: Watched,
  machines: ReadonlyMap<string, string>,
  { event, user }: ConsoleCall,
) {
  const { machine = '', name = '' } = event.pathParameters ?? {};
  const machineArn = machines.get(machine);
  if (machineArn === undefined || !(await isOfTown(services, user.town, machine, name)))
    throw new Problem('not-found');
  const arn = executionArn(machineArn, name);
  const execution = await services.executions.find(arn);
  if (!execution) throw new Problem('not-found');
  return { machine, name, arn, execution };
}

/** `GET /admin/executions/{machine}/{name}`: how it stands, what went in and came out, and the definition it runs. */
export const showExecution =
  (services: Watched, machines: ReadonlyMap<string, string>, awsConsoleUrl: AwsConsoleUrl) =>
  async (call: ConsoleCall) => {
    const { machine, arn, execution } = await executionOf(services, machines, call);
    const answer: ExecutionView = {
      machine,
      ...execution,
      arn,
      definition: await services.executions.definition(arn),
      awsConsoleUrl: awsConsoleUrl(arn),
    };
    return json(200, answer);
  };

/** `GET .../history`: the events as AWS gives them. */
export const showHistory =
  (services: Watched, machines: ReadonlyMap<string, string>) => async (call: ConsoleCall) => {
    const { cursor, reverse } = readQuery(call, historyQuery);
    const { arn } = await executionOf(services, machines, call);
    const page = await services.executions.history(arn, { nextToken: cursor, reverseOrder: reverse });
    if (!page) throw new Problem('invalid-query', [{ field: '/cursor', message: cursor ?? '' }]);
    // Details are passed on as AWS gives them; the schema says which of them the pages rely on.
    const answer: HistoryPage = historyAnswer.parse({ events: page.events, cursor: page.nextToken });
    return json(200, answer);
  };
