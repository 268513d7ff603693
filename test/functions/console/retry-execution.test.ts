import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  DescribeStateMachineForExecutionCommand,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  RedriveExecutionCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { ExecutionWatch } from '../../../adapters/execution-watch.js';
import { createWatchExecutions } from '../../../functions/console/watch-executions/handler.js';
import { takeIn } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import type { FunctionWorld } from '../function-world.js';

const { begin } = eachWorld();
const machineArn = (machine: string) => `arn:aws:states:us-east-1:111111111111:stateMachine:${machine}`;
const MACHINES = new Map(['resident-request', 'coordination'].map((one) => [one, machineArn(one)]));

type Status = 'RUNNING' | 'ABORTED' | 'SUCCEEDED';

const noSuch = () => new ExecutionDoesNotExist({ $metadata: {}, message: 'no' });
const before = () => new ExecutionAlreadyExists({ $metadata: {}, message: 'no' });
const nameOf = (arn = ''): string => arn.slice(arn.lastIndexOf(':') + 1);

/** An engine of which only the names, how and in which state they stand are known; `meanwhile` happens right after an act. */
function engine(
  executions: Map<string, Status>,
  meanwhile: () => void = () => undefined,
  state = 'Assign: ask the grid team to take it',
) {
  const client = new SFNClient({ region: 'us-east-1' });
  const sfn = mockClient(client);
  sfn.on(DescribeExecutionCommand).callsFake(({ executionArn }: { executionArn: string }) => {
    const status = executions.get(nameOf(executionArn));
    if (status === undefined) throw noSuch();
    return { name: nameOf(executionArn), status, input: '{}', redriveStatus: 'REDRIVABLE' };
  });
  sfn.on(DescribeStateMachineForExecutionCommand).resolves({ definition: '{}' });
  sfn.on(GetExecutionHistoryCommand).resolves({
    events: [
      { id: 1, type: 'TaskStateEntered', timestamp: new Date(0), stateEnteredEventDetails: { name: state } },
    ],
  });
  sfn.on(StartExecutionCommand).callsFake(({ name }: { name: string }) => {
    if (executions.has(name)) throw before();
    executions.set(name, 'RUNNING');
    meanwhile();
  });
  sfn.on(RedriveExecutionCommand).callsFake(({ executionArn }: { executionArn: string }) => {
    executions.set(nameOf(executionArn), 'RUNNING');
    meanwhile();
  });
  sfn.on(StopExecutionCommand).callsFake(({ executionArn }: { executionArn: string }) => {
    executions.set(nameOf(executionArn), 'ABORTED');
  });
  return new ExecutionWatch(client);
}

async function call(
  world: FunctionWorld,
  executions: ExecutionWatch,
  route: string,
  pathParameters: { readonly machine: string; readonly name: string },
) {
  const handler = createWatchExecutions(
    { ...world.services, executions },
    { machines: MACHINES, awsConsoleUrl: () => undefined },
  );
  const claims = { sub: 'u1', name: 'Sample', town: world.town.settings.id, roles: '[administrator]' };
  const event = {
    routeKey: route,
    headers: { 'accept-language': 'en' },
    pathParameters,
    requestContext: { timeEpoch: world.at, requestId: 'r1', authorizer: { jwt: { claims } } },
  };
  return handler(event as unknown as APIGatewayProxyEventV2);
}

async function act(
  world: FunctionWorld,
  executions: ExecutionWatch,
  name: string,
  what: 'retry' | 'redrive',
  machine = 'resident-request',
) {
  const route = `POST /admin/executions/{machine}/{name}/${what}`;
  const answer = await call(world, executions, route, { machine, name });
  const { type = '' } = JSON.parse(answer.body ?? '{}') as { type?: string };
  return [answer.statusCode, type.replace('urn:small-grid:problem:', '')];
}

describe('a retry', () => {
  it('at the same moment as a redrive gives way to it', async () => {
    const world = await begin();
    const id = await takeIn(world);
    const executions = new Map<string, Status>([[id, 'ABORTED']]);
    const watch = engine(executions, () => executions.set(id, 'RUNNING'));
    expect(await act(world, watch, id, 'retry')).toEqual([409, 'not-unfinished']);
    expect([...executions]).toEqual([
      [id, 'RUNNING'],
      [`${id}-retry-2`, 'ABORTED'],
    ]);
  });

  it('that another call has started by now is said to be one', async () => {
    const world = await begin();
    const id = await takeIn(world);
    const executions = new Map<string, Status>([[id, 'ABORTED']]);
    const watch = engine(executions);
    jest.spyOn(watch, 'start').mockResolvedValue(false);
    expect(await act(world, watch, id, 'retry')).toEqual([409, 'retried-before']);
    expect([...executions]).toEqual([[id, 'ABORTED']]);
  });

  it('that had to give way is retried itself, once what it gave way to has ended', async () => {
    const world = await begin();
    const id = await takeIn(world);
    const executions = new Map<string, Status>([
      [id, 'RUNNING'],
      [`${id}-retry-2`, 'ABORTED'],
    ]);
    expect(await act(world, engine(executions), `${id}-retry-2`, 'retry')).toEqual([409, 'part-running']);
    executions.set(id, 'ABORTED');
    expect(await act(world, engine(executions), `${id}-retry-2`, 'retry')).toEqual([202, '']);
    expect(executions.get(`${id}-retry-3`)).toBe('RUNNING');
  });
});

describe('a redrive', () => {
  it('at the same moment as a retry gives way to it', async () => {
    const world = await begin();
    const id = await takeIn(world);
    const executions = new Map<string, Status>([[id, 'ABORTED']]);
    const watch = engine(executions, () => executions.set(`${id}-retry-2`, 'RUNNING'));
    expect(await act(world, watch, id, 'redrive')).toEqual([409, 'retried-before']);
    expect([...executions]).toEqual([
      [id, 'ABORTED'],
      [`${id}-retry-2`, 'RUNNING'],
    ]);
  });

  it.each([
    ['resident-request', 'Coordinate: run the programme', { isRedrivable: false, isRetriable: true }],
    ['coordination', 'Stage: ask everyone side by side', { isRedrivable: false, isRetriable: false }],
  ])(
    'is neither offered nor done where its work would not go on by it: %s at %s',
    async (machine, state, shown) => {
      const world = await begin();
      const id = await takeIn(world);
      const name = machine === 'coordination' ? `${id}-1` : id;
      const executions = new Map<string, Status>([[name, 'ABORTED']]);
      const watch = engine(executions, undefined, state);
      const page = await call(world, watch, 'GET /admin/executions/{machine}/{name}', { machine, name });
      expect(JSON.parse(page.body ?? '{}')).toMatchObject(shown);
      expect(await act(world, watch, name, 'redrive', machine)).toEqual([409, 'not-redrivable']);
      expect([...executions]).toEqual([[name, 'ABORTED']]);
    },
  );

  it('is offered and done where a request waits for a person', async () => {
    const world = await begin();
    const id = await takeIn(world);
    const executions = new Map<string, Status>([[id, 'ABORTED']]);
    const watch = engine(executions);
    const pathParameters = { machine: 'resident-request', name: id };
    const page = await call(world, watch, 'GET /admin/executions/{machine}/{name}', pathParameters);
    expect(JSON.parse(page.body ?? '{}')).toMatchObject({ isRedrivable: true, isRetriable: true });
    expect(await act(world, watch, id, 'redrive')).toEqual([202, '']);
    expect([...executions]).toEqual([[id, 'RUNNING']]);
  });
});
