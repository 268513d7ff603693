import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { WorkflowClient } from '../../adapters/workflow-client.js';

function setup() {
  const client = new SFNClient({ region: 'us-east-1' });
  return { workflow: new WorkflowClient(client), sfn: mockClient(client) };
}
const failure = { $metadata: {}, message: 'no' };

describe('starting an execution', () => {
  it('is of the version in use, names it after the request and gives it ids only', async () => {
    const { workflow, sfn } = setup();
    sfn.on(StartExecutionCommand).resolves({});
    await workflow.start('arn:machine', 'small-town', '7Q3K9M2X');
    expect(sfn.commandCalls(StartExecutionCommand)[0]?.args[0].input).toEqual({
      stateMachineArn: 'arn:machine:live',
      name: '7Q3K9M2X',
      input: '{"contract":1,"town":"small-town","request":"7Q3K9M2X"}',
    });
  });

  it('of a round is named after the town and the date, of a task after the task', async () => {
    const { workflow, sfn } = setup();
    sfn.on(StartExecutionCommand).resolves({});
    await workflow.startRound('arn:machine', 'small-town', '2026-08-25');
    await workflow.startTask('arn:machine', 'small-town', '7Q3K9M2X');
    expect(sfn.commandCalls(StartExecutionCommand).map(({ args }) => args[0].input)).toMatchObject([
      { name: 'small-town-2026-08-25', input: '{"contract":1,"town":"small-town","date":"2026-08-25"}' },
      { name: '7Q3K9M2X', input: '{"contract":1,"town":"small-town","task":"7Q3K9M2X"}' },
    ]);
  });

  it('that was started before is left alone', async () => {
    const { workflow, sfn } = setup();
    sfn.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists(failure));
    await expect(workflow.start('arn:machine', 'small-town', '7Q3K9M2X')).resolves.toBeUndefined();
  });

  it('fails when the engine is down', async () => {
    const { workflow, sfn } = setup();
    sfn.on(StartExecutionCommand).rejects(new Error('ServiceUnavailable'));
    await expect(workflow.start('arn:machine', 'small-town', '7Q3K9M2X')).rejects.toThrow(
      'ServiceUnavailable',
    );
  });
});

describe('resolving a waiting task', () => {
  it('says whether it waited', async () => {
    const { workflow, sfn } = setup();
    sfn.on(SendTaskSuccessCommand).resolves({});
    expect(await workflow.resolve('token', { n: 3, option: 'accept' })).toBe(true);
    expect(sfn.commandCalls(SendTaskSuccessCommand)[0]?.args[0].input).toEqual({
      taskToken: 'token',
      output: '{"n":3,"option":"accept"}',
    });
  });

  it.each([
    ['timed out', new TaskTimedOut(failure)],
    ['is gone', new TaskDoesNotExist(failure)],
    ['was never one', new InvalidToken(failure)],
  ])('that %s is answered, not thrown', async (_why, error) => {
    const { workflow, sfn } = setup();
    sfn.on(SendTaskSuccessCommand).rejects(error);
    expect(await workflow.resolve('token', { n: 3, option: 'accept' })).toBe(false);
  });

  it('fails when the engine is down: the answer must not count as late', async () => {
    const { workflow, sfn } = setup();
    sfn.on(SendTaskSuccessCommand).rejects(new Error('ServiceUnavailable'));
    await expect(workflow.resolve('token', { n: 3, option: 'accept' })).rejects.toThrow('ServiceUnavailable');
  });
});
