import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  SFNClient,
} from '@aws-sdk/client-sfn';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { ExecutionWatch } from '../../../adapters/execution-watch.js';
import { requestId } from '../../../domain/codes/request-id.js';
import { askForAttention } from '../../../domain/request/needs-attention.js';
import { createWatchExecutions } from '../../../functions/console/watch-executions/handler.js';
import { takeIn } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import { type FunctionWorld, RESIDENT } from '../function-world.js';

const { begin } = eachWorld();
const DAY = 86_400_000;
const MACHINE = 'arn:aws:states:us-east-1:111111111111:stateMachine:resident-request';

/** A town that shares its deployment with another, and an engine in which every execution is done. */
async function amongSeveral() {
  const world = await begin();
  const { settings } = world.town;
  const other = { ...settings, id: 'other-town', sms: { ...settings.sms, number: '+8619900000999' } };
  await world.services.towns.importTown({ ...world.town, settings: other });
  const client = new SFNClient({ region: 'us-east-1' });
  const sfn = mockClient(client);
  sfn.on(DescribeExecutionCommand).callsFake(({ executionArn }: { executionArn: string }) => ({
    name: executionArn.slice(executionArn.lastIndexOf(':') + 1),
    status: 'SUCCEEDED',
    startDate: new Date(world.at),
  }));
  sfn.on(GetExecutionHistoryCommand).resolves({ events: [] });
  return { world, sfn, executions: new ExecutionWatch(client) };
}

/** One call for the town's executions of requests. */
async function list(
  world: FunctionWorld,
  executions: ExecutionWatch,
  query: Readonly<Record<string, string>> = {},
): Promise<{ items: { name: string }[]; cursor?: string }> {
  const handler = createWatchExecutions(
    { ...world.services, executions },
    { machines: new Map([['resident-request', MACHINE]]), awsConsoleUrl: () => undefined },
  );
  const claims = { sub: 'u1', name: 'Sample', town: world.town.settings.id, roles: '[administrator]' };
  const event = {
    routeKey: 'GET /admin/executions',
    headers: { 'accept-language': 'en' },
    queryStringParameters: { machine: 'resident-request', ...query },
    requestContext: { timeEpoch: world.at, requestId: 'r1', authorizer: { jwt: { claims } } },
  };
  const answer = await handler(event as unknown as APIGatewayProxyEventV2);
  expect(answer.statusCode).toBe(200);
  return JSON.parse(answer.body ?? '{}') as { items: { name: string }[]; cursor?: string };
}

/** So many requests that were closed that long ago, as if each had been lived; answers their numbers. */
async function closeBefore(world: FunctionWorld, count: number, ago: number): Promise<string[]> {
  const { requests } = world.services;
  const model = await requests.load(world.town.settings.id, await takeIn(world));
  const closedAt = world.at - ago;
  const ids = Array.from({ length: count }, (_, n) =>
    requestId(new Uint8Array([7, 11, 13, ago / DAY, n >> 8, n & 0xff])),
  );
  for (const id of ids)
    await requests.create(
      {
        ...model,
        id,
        createdAt: closedAt - DAY,
        submission: id,
        status: 'closed',
        closedAs: 'satisfied',
        closedAt,
      },
      { phone: RESIDENT, description: 'the lamp is dark' },
    );
  return ids;
}

/** A step that failed, by the latest of its execution's events, and is to be tried again. */
const RETRYING = [
  { id: 3, previousEventId: 2, type: 'TaskFailed', taskFailedEventDetails: { error: 'Broken' } },
  { id: 2, previousEventId: 1, type: 'TaskStateEntered', stateEnteredEventDetails: { name: 'Close' } },
];

describe('the executions of a town among several', () => {
  it('read what is open once, and no day of what is closed twice, however far back a call looks', async () => {
    const { world, executions } = await amongSeveral();
    const id = await takeIn(world);
    const { board, tasks } = world.services;
    const opened = [jest.spyOn(board, 'open'), jest.spyOn(tasks, 'open')];
    const closed = jest.spyOn(tasks, 'closed');
    expect((await list(world, executions)).items.map(({ name }) => name)).toEqual([id]);
    // Complaints about staff lie apart.
    expect(opened.map(({ mock }) => mock.calls.length)).toEqual([2, 1]);
    const spans = closed.mock.calls.map(([, span]) => span);
    expect(spans.length).toBeGreaterThan(3);
    expect(spans.slice(1).map(({ to }) => to)).toEqual(spans.slice(0, -1).map(({ from }) => from));
  });

  it('ask how some hundred of them stand in a call, whatever is looked for, and go on from there', async () => {
    const { world, executions, sfn } = await amongSeveral();
    await closeBefore(world, 150, 20 * DAY);
    const { items, cursor = '' } = await list(world, executions, { status: 'ABORTED' });
    expect(items).toEqual([]);
    const asked = (): number => sfn.commandCalls(DescribeExecutionCommand).length;
    expect([asked() >= 120, asked() <= 145]).toEqual([true, true]);
    expect((await list(world, executions, { status: 'ABORTED', cursor })).cursor).toBeUndefined();
    // Each once, and the one that is open.
    expect(asked()).toBe(151);
  });

  it('are in trouble where the work was closed and what comes after it fails, and are not asked for once that is long over', async () => {
    const { world, executions, sfn } = await amongSeveral();
    const [failing = ''] = await closeBefore(world, 1, DAY);
    await closeBefore(world, 30, 20 * DAY);
    const arn = MACHINE.replace('stateMachine', 'execution');
    sfn
      .on(DescribeExecutionCommand, { executionArn: `${arn}:${failing}` })
      .resolves({ name: failing, status: 'RUNNING', startDate: new Date(world.at - 2 * DAY) });
    const events = RETRYING.map((event) => ({ ...event, timestamp: new Date(world.at - DAY) }));
    sfn.on(GetExecutionHistoryCommand).resolves({ events: events as HistoryEvent[] });
    for (const query of [{ trouble: 'yes' }, { status: 'RUNNING' }] as Record<string, string>[]) {
      sfn.resetHistory();
      const { items } = await list(world, executions, query);
      expect(items).toMatchObject([{ name: failing, trouble: { kind: 'retrying', error: 'Broken' } }]);
      // The two that are open, too.
      expect(sfn.commandCalls(DescribeExecutionCommand)).toHaveLength(3);
    }
  });

  it('are in trouble however long ago the work was closed, as long as somebody is asked about its closing', async () => {
    const { world, executions } = await amongSeveral();
    const [failing = ''] = await closeBefore(world, 1, 20 * DAY);
    const { requests } = world.services;
    const found = await requests.load(world.town.settings.id, failing);
    const { record } = askForAttention(found, { town: world.town }, world.at);
    await requests.save(record);
    expect(
      (await list(world, executions, { state: 'Attention: wait for the duty desk' })).items,
    ).toMatchObject([{ name: failing }]);
  });

  it('are told by the board where they are looked for by place or category: no record is read of any other', async () => {
    const { world, executions, sfn } = await amongSeveral();
    const wanted = await takeIn(world, 'road');
    await closeBefore(world, 60, 20 * DAY);
    const read = jest.spyOn(world.services.requests, 'seeking');
    const { items, cursor } = await list(world, executions, { category: 'road' });
    expect([items.map(({ name }) => name), cursor]).toEqual([[wanted], undefined]);
    // Once to find its executions, once for its row.
    expect(read.mock.calls.map(([, id]) => id)).toEqual([wanted, wanted]);
    expect(sfn.commandCalls(DescribeExecutionCommand)).toHaveLength(1);
  });
});
