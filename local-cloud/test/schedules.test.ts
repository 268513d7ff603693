import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { createLocalCloud } from '../local-cloud.js';
import { readScheduleExpression } from '../schedules/schedule-expression.js';
import {
  arnOf,
  lambda,
  role,
  table,
  tableAccess,
  writeAssembly,
  type Resource,
} from './sample/sample-assembly.js';
import { clientConfig } from '../testing/sdk.js';

const times = (expression: string, timeZone: string, from: string, count: number) => {
  const next = readScheduleExpression(expression, timeZone);
  const found: string[] = [];
  let at = Date.parse(from);
  for (let index = 0; index < count; index += 1) {
    const following = next(at);
    if (following === undefined) break;
    at = following;
    found.push(new Date(at).toISOString().slice(0, 16));
  }
  return found;
};

describe('schedule expressions', () => {
  it.each([
    [
      'cron(30 17 ? * MON-FRI *)',
      'Asia/Shanghai',
      '2026-11-26T00:00:00Z',
      ['2026-11-26T09:30', '2026-11-27T09:30', '2026-11-30T09:30'],
    ],
    ['cron(0 9 ? * 6L *)', 'Asia/Shanghai', '2026-11-23T00:00:00Z', ['2026-11-27T01:00', '2026-12-25T01:00']],
    ['cron(30 8 ? * 2 *)', 'Asia/Shanghai', '2026-11-23T08:00:00Z', ['2026-11-30T00:30']],
    ['cron(0 8 1W * ? *)', 'UTC', '2027-04-30T00:00:00Z', ['2027-05-03T08:00']],
    ['rate(2 hours)', 'UTC', '2026-11-23T00:00:00Z', ['2026-11-23T02:00', '2026-11-23T04:00']],
    ['rate(1 day)', 'UTC', '2026-11-23T00:00:00Z', ['2026-11-24T00:00']],
    ['at(2026-12-31T08:00:00)', 'Asia/Shanghai', '2026-11-23T00:00:00Z', ['2026-12-31T00:00']],
  ])('%s in %s', (expression, timeZone, from, expected) => {
    expect(times(expression, timeZone, from, expected.length)).toEqual(expected);
  });

  it('leave out a time that the change to summer time skips', () => {
    expect(times('cron(30 2 * * ? *)', 'America/New_York', '2027-03-13T08:00:00Z', 2)).toEqual([
      '2027-03-15T06:30',
      '2027-03-16T06:30',
    ]);
  });

  it('are over when a single time has passed', () => {
    expect(times('at(2026-01-01T00:00:00)', 'UTC', '2026-11-23T00:00:00Z', 1)).toEqual([]);
  });

  it.each(['every day', 'rate(5)', 'cron(* *)'])('that cannot be read are refused: %s', (expression) => {
    expect(() => readScheduleExpression(expression, 'UTC')).toThrow('cannot be read');
  });
});

const schedule = (roleId: string, input: object): Resource => ({
  Type: 'AWS::Scheduler::Schedule',
  Properties: {
    ScheduleExpression: 'cron(0 9 * * ? *)',
    ScheduleExpressionTimezone: 'Asia/Shanghai',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: arnOf('Tick'), RoleArn: arnOf(roleId), Input: JSON.stringify(input) },
  },
});

describe('a schedule', () => {
  it('fires on the clock with the time it was due, with the permissions of its role', async () => {
    const assembly = writeAssembly({
      ...table,
      ...lambda('Tick', 'tick', [tableAccess]),
      SchedulerRole: role('scheduler.amazonaws.com', {
        Action: 'lambda:InvokeFunction',
        Resource: arnOf('Tick'),
      }),
      PoorRole: role('scheduler.amazonaws.com'),
      Daily: schedule('SchedulerRole', { at: '<aws.scheduler.scheduled-time>' }),
      Poor: schedule('PoorRole', { at: 'never' }),
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: { ScheduleExpression: 'rate(1 day)', Targets: [{ Id: 'tick', Arn: arnOf('Tick') }] },
      },
      RulePermission: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          FunctionName: arnOf('Tick'),
          Action: 'lambda:InvokeFunction',
          Principal: 'events.amazonaws.com',
          SourceArn: arnOf('Rule'),
        },
      },
    });
    const cloud = await createLocalCloud({
      assembly: assembly.directory,
      clock: 'manual',
      start: Date.UTC(2026, 10, 23, 8),
      logLevel: 'silent',
    });
    await cloud.clock.advance(2 * 86_400_000);
    const database = new DynamoDBClient(clientConfig(cloud));
    const { Items: items = [] } = await database.send(new ScanCommand({ TableName: 'Sample-Table' }));
    database.destroy();
    await cloud.close();
    assembly.remove();
    expect(items.map(({ pk }) => pk?.S ?? '').toSorted()).toEqual([
      'tick 2026-11-24T01:00:00Z',
      'tick 2026-11-24T08:00:00Z',
      'tick 2026-11-25T01:00:00Z',
      'tick 2026-11-25T08:00:00Z',
    ]);
    expect(cloud.logs().filter(({ text }) => text.includes('lambda:InvokeFunction'))).toHaveLength(2);
  });
});
