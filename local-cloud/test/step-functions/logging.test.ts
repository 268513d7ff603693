import { ROLE, setup, single } from './setup.js';

type Members = Record<string, unknown>;

const GROUP = '/aws/vendedlogs/states/machine';
const ARN = `arn:aws:logs:eu-central-1:111111111111:log-group:${GROUP}:*`;
const to = (...arns: readonly string[]) => ({
  destinations: arns.map((logGroupArn) => ({ cloudWatchLogsLogGroup: { logGroupArn } })),
});

const machine = (definition: Members, loggingConfiguration: Members) => ({
  name: 'machine',
  definition: JSON.stringify({ QueryLanguage: 'JSONata', ...definition }),
  roleArn: ROLE,
  loggingConfiguration,
});

/** Runs the machine once; answers with what was logged. */
async function logged(definition: Members, loggingConfiguration: Members) {
  const host = setup();
  const made = await host.service.handle('CreateStateMachine', machine(definition, loggingConfiguration));
  const arn = await host.start(String(made.stateMachineArn), { a: 1 });
  await host.clock.runOut();
  expect(host.logged.every(([group]) => group === GROUP)).toBe(true);
  return { arn, entries: host.logged.map(([, entry]) => entry) };
}

const passes = single({ Type: 'Pass', Output: { b: 2 } });
const fails = { StartAt: 'Stop', States: { Stop: { Type: 'Fail', Error: 'Bad', Cause: 'because' } } };

describe('the log of an execution', () => {
  // As recorded on AWS on 5 June 2024.
  it('has each event as AWS writes it to CloudWatch Logs, with data where that was asked for', async () => {
    const { arn, entries } = await logged(passes, { level: 'ALL', includeExecutionData: true, ...to(ARN) });
    const stamped = (entry: Members) => ({
      ...entry,
      event_timestamp: expect.stringMatching(/^\d+$/) as string,
      execution_arn: arn,
      redrive_count: '0',
    });
    const input = { input: '{"a":1}', inputDetails: { truncated: false } };
    const output = { output: '{"b":2}', outputDetails: { truncated: false } };
    expect(entries).toEqual([
      stamped({
        id: '1',
        type: 'ExecutionStarted',
        previous_event_id: '0',
        details: { ...input, roleArn: ROLE },
      }),
      stamped({
        id: '2',
        type: 'PassStateEntered',
        previous_event_id: '0',
        details: { name: 'Only', ...input },
      }),
      stamped({
        id: '3',
        type: 'PassStateExited',
        previous_event_id: '2',
        details: { name: 'Only', ...output },
      }),
      stamped({ id: '4', type: 'ExecutionSucceeded', previous_event_id: '3', details: output }),
    ]);
  });

  it('has no data where none was asked for', async () => {
    const { entries } = await logged(passes, { level: 'ALL', ...to(ARN) });
    expect(entries.map(({ details }) => details)).toEqual([
      { roleArn: ROLE },
      { name: 'Only' },
      { name: 'Only' },
      {},
    ]);
  });

  // As recorded on AWS on 6 June 2024.
  it.each<readonly [string, Members, readonly string[]]>([
    ['ALL', fails, ['ExecutionStarted', 'FailStateEntered', 'ExecutionFailed']],
    ['ERROR', fails, ['FailStateEntered', 'ExecutionFailed']],
    ['FATAL', fails, ['ExecutionFailed']],
    ['OFF', fails, []],
    ['ERROR', passes, []],
    ['FATAL', passes, []],
  ])('at level %s of %j has %j', async (level, definition, types) => {
    const { entries } = await logged(definition, { level, ...to(ARN) });
    expect(entries.map(({ type }) => type)).toEqual(types);
  });

  it('has an error that was caught, at level ERROR', async () => {
    const host = setup({
      answer: () => {
        throw new Error('no');
      },
    });
    const definition = {
      StartAt: 'Try',
      States: {
        Try: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Arguments: { FunctionName: 'f' },
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }],
          End: true,
        },
        Done: { Type: 'Succeed' },
      },
    };
    const made = await host.service.handle(
      'CreateStateMachine',
      machine(definition, { level: 'ERROR', ...to(ARN) }),
    );
    await host.start(String(made.stateMachineArn));
    await host.clock.runOut();
    expect(host.logged.map(([, { type }]) => type)).toEqual(['TaskFailed']);
  });

  it('counts the redrive that an event belongs to', async () => {
    const host = setup();
    const made = await host.service.handle(
      'CreateStateMachine',
      machine(fails, { level: 'FATAL', ...to(ARN) }),
    );
    const executionArn = await host.start(String(made.stateMachineArn));
    await host.service.handle('RedriveExecution', { executionArn });
    await host.clock.runOut();
    expect(host.logged.map(([, { redrive_count }]) => redrive_count)).toEqual(['0', '1']);
  });
});

describe('a logging configuration', () => {
  // The first three as recorded on AWS on 1 June 2024, the last as users of AWS quote it.
  it.each<readonly [string, Members, string]>([
    ['no destination', { level: 'ALL' }, 'Must specify exactly one Log Destination.'],
    ['an empty list', { level: 'ALL', destinations: [] }, 'Must specify exactly one Log Destination.'],
    ['two destinations', { level: 'OFF', ...to(ARN, ARN) }, 'Must specify exactly one Log Destination.'],
    [
      'an ARN without the star',
      { level: 'ALL', ...to(ARN.slice(0, -2)) },
      "Log Group ARN must be provided with '*' qualifier.",
    ],
  ])('with %s is refused', async (_what, given, rule) => {
    const host = setup();
    const refused = {
      code: 'InvalidLoggingConfiguration',
      message: `Invalid Logging Configuration: ${rule}`,
    };
    await expect(host.service.handle('CreateStateMachine', machine(passes, given))).rejects.toMatchObject(
      refused,
    );
    const stateMachineArn = await host.machine(passes);
    await expect(
      host.service.handle('UpdateStateMachine', { stateMachineArn, loggingConfiguration: given }),
    ).rejects.toMatchObject(refused);
  });

  it.each([
    [{}, { level: 'OFF', includeExecutionData: false }],
    [{ destinations: [] }, { level: 'OFF', includeExecutionData: false, destinations: [] }],
  ])('%j is completed', async (given, shown) => {
    const host = setup();
    const { stateMachineArn } = await host.service.handle('CreateStateMachine', machine(passes, given));
    const described = await host.service.handle('DescribeStateMachine', { stateMachineArn });
    expect(described.loggingConfiguration).toEqual(shown);
  });
});
