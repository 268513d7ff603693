import type { DescribedExecution } from '../../../adapters/execution-watch.js';
import { retriedName } from '../../../domain/codes/execution-name.js';
import { executionArn } from '../execution-arn.js';
import { Problem } from '../../http/problem.js';
import { problemWords } from '../../http/problem-words.js';
import {
  historyAnswer,
  type executionRoute,
  type historyRoute,
} from '../../../contracts/console/executions.js';
import { askedNow } from './asked-now.js';
import { isOfTown, subjectOf } from './of-town.js';
import { placeOf, isOpenTo } from './watched-row.js';
import type { Machines, Watched } from './watched.js';
import { whyNotRetried } from './why-not-retried.js';
import { isRedrivable } from './is-redrivable.js';
import { isUnfinished } from './is-unfinished.js';
import { laterExecution } from './later-execution.js';
import type { ConsoleCall, CallOf } from '../../http/route-handler.js';

/** How an execution is called in the AWS console; undefined where this deployment links to none. */
export type AwsConsoleUrl = (arn: string) => string | undefined;

/** An execution that was found, and where. */
export interface FoundExecution {
  readonly town: string;
  readonly machine: string;
  readonly machineArn: string;
  readonly name: string;
  readonly arn: string;
  readonly execution: DescribedExecution;
}

/** The execution of a call's path. One of another town is answered as one that does not exist. */
export async function executionOf(
  services: Watched,
  machines: Machines,
  { params, user }: ConsoleCall & Pick<CallOf<typeof executionRoute>, 'params'>,
): Promise<FoundExecution> {
  const { machine, name } = params;
  const machineArn = machines.get(machine);
  if (machineArn === undefined || !(await isOfTown(services, user.town, machine, name)))
    throw new Problem('not-found');
  const arn = executionArn(machineArn, name);
  const execution = await services.executions.find(arn);
  if (!execution) throw new Problem('not-found');
  return { town: user.town, machine, machineArn, name, arn, execution };
}

/** `GET /admin/executions/{machine}/{name}`: how it stands, what went in and came out, and the definition it runs. */
export const showExecution =
  (services: Watched, machines: Machines, awsConsoleUrl: AwsConsoleUrl) =>
  async (call: CallOf<typeof executionRoute>) => {
    const found = await executionOf(services, machines, call);
    const { machine, name, arn, execution } = found;
    const [{ town }, subject] = await Promise.all([
      services.towns.load(found.town),
      subjectOf(services, found.town, machine, name),
    ]);
    return call.answer(200, {
      machine,
      ...execution,
      ...placeOf(call, subject),
      ...(subject && execution.status === 'RUNNING' && isOpenTo(call, subject)
        ? { asks: askedNow(subject.asks, town, call.at) }
        : {}),
      ...(await retrying(services, machines, found, call)),
      arn,
      definition: await services.executions.definition(arn),
      awsConsoleUrl: awsConsoleUrl(arn),
    });
  };

/** The execution that it retries, the one that retried it, and the acts that remain possible. */
async function retrying(
  services: Watched,
  machines: Machines,
  found: FoundExecution,
  { language }: ConsoleCall,
) {
  const { execution, name } = found;
  const retryOf = retriedName(name);
  if (!isUnfinished(execution)) return { retryOf, isRetriable: false };
  const retriedAs = await laterExecution(services, found);
  const why =
    retriedAs === undefined ? await whyNotRetried(services, machines, found) : ('retried-before' as const);
  return {
    retryOf,
    retriedAs,
    isRetriable: why === undefined,
    ...(why === undefined || retriedAs !== undefined
      ? {}
      : { whyNotRetriable: problemWords(why).title[language] }),
    isRedrivable: retriedAs === undefined && (await isRedrivable(services, found)),
  };
}

/** `GET .../history`: the events as AWS gives them. */
export const showHistory =
  (services: Watched, machines: Machines) => async (call: CallOf<typeof historyRoute>) => {
    const { cursor, reverse } = call.query();
    const { arn } = await executionOf(services, machines, call);
    const page = await services.executions.history(arn, { nextToken: cursor, reverseOrder: reverse });
    if (!page) throw new Problem('invalid-query', [{ field: '/cursor', message: cursor ?? '' }]);
    // Details are passed on as AWS gives them; the schema says which of them the pages rely on.
    return call.answer(200, historyAnswer.parse({ events: page.events, cursor: page.nextToken }));
  };
