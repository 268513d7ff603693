import { DescribeExecutionCommand, GetExecutionHistoryCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { ExecutionWatch } from '../../../adapters/execution-watch.js';
import { createWatchExecutions } from '../../../functions/console/watch-executions/handler.js';
import { takeIn } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import type { FunctionWorld } from '../function-world.js';

const { begin } = eachWorld();
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
    for (const [n, { to }] of spans.entries()) if (n > 0) expect(to).toBe(spans[n - 1]?.from);
  });
});
