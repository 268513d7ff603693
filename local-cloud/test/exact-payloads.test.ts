import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import { callJson } from '../testing/sdk.js';
import { arnOf, lambda, ref, role, writeAssembly, type SampleAssembly } from './sample/sample-assembly.js';

const INPUT = '{"id":411526199001011234,"sum":0.10,"far":1e400}';

/** Where a template has INPUT as it is written. */
const HERE = 'INPUT';

let assembly: SampleAssembly;
let cloud: LocalCloud;

beforeAll(async () => {
  const definition = {
    QueryLanguage: 'JSONata',
    StartAt: 'Send',
    States: {
      Send: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage',
        Arguments: { QueueUrl: '${QueueUrl}', MessageBody: '{% $states.input %}' },
        Output: '{% $states.input %}',
        Next: 'Call',
      },
      Call: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: '${FunctionArn}', Payload: '{% $states.input %}' },
        End: true,
      },
    },
  };
  assembly = writeAssembly(
    {
      Queue: { Type: 'AWS::SQS::Queue' },
      ...lambda('Count', 'count', [], { Environment: { Variables: {} } }),
      Role: role(
        'states.amazonaws.com',
        { Action: 'sqs:SendMessage', Resource: arnOf('Queue') },
        { Action: 'lambda:InvokeFunction', Resource: arnOf('Count') },
      ),
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          RoleArn: arnOf('Role'),
          DefinitionString: JSON.stringify(definition),
          DefinitionSubstitutions: { QueueUrl: ref('Queue'), FunctionArn: arnOf('Count') },
        },
      },
      Written: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          RoleArn: arnOf('Role'),
          Definition: {
            QueryLanguage: 'JSONata',
            StartAt: 'Say',
            States: { Say: { Type: 'Pass', Output: { where: ref('Queue'), what: HERE }, End: true } },
          },
        },
      },
      SchedulerRole: role('scheduler.amazonaws.com', {
        Action: 'states:StartExecution',
        Resource: ref('Written'),
      }),
      Daily: {
        Type: 'AWS::Scheduler::Schedule',
        Properties: {
          ScheduleExpression: 'rate(1 day)',
          FlexibleTimeWindow: { Mode: 'OFF' },
          Target: { Arn: ref('Written'), RoleArn: arnOf('SchedulerRole'), Input: '411526199001011234' },
        },
      },
    },
    {
      Machine: { Value: ref('Machine') },
      Queue: { Value: ref('Queue') },
      Written: { Value: ref('Written') },
    },
  );
  const template = join(assembly.directory, 'Sample.template.json');
  writeFileSync(template, readFileSync(template, 'utf8').replace(JSON.stringify(HERE), INPUT));
  cloud = await createLocalCloud({ assembly: assembly.directory, clock: 'manual', logLevel: 'silent' });
});

afterAll(async () => {
  await cloud.close();
  assembly.remove();
});

const call = async (target: string, input: object) => (await callJson(cloud, target, input)).body;

it('numbers reach a queue and a function with their digits', async () => {
  const { executionArn } = await call('AWSStepFunctions.StartExecution', {
    stateMachineArn: cloud.outputs.Machine,
    input: INPUT,
  });
  await cloud.clock.settled();
  const described = await call('AWSStepFunctions.DescribeExecution', { executionArn });
  expect(described).toMatchObject({ status: 'SUCCEEDED' });
  const { Messages: messages } = await call('AmazonSQS.ReceiveMessage', { QueueUrl: cloud.outputs.Queue });
  expect(messages).toMatchObject([{ Body: INPUT }]);
  const history = await call('AWSStepFunctions.GetExecutionHistory', { executionArn });
  expect(JSON.stringify(history)).toContain(JSON.stringify(`"Payload":${INPUT}`).slice(1, -1));
});

it("numbers of a template's definition and of a schedule's input keep theirs", async () => {
  await cloud.clock.advance(86_400_000);
  const stateMachineArn = cloud.outputs.Written;
  const { executions } = await call('AWSStepFunctions.ListExecutions', { stateMachineArn });
  const [{ executionArn } = {}] = executions as { executionArn?: string }[];
  expect(await call('AWSStepFunctions.DescribeExecution', { executionArn })).toMatchObject({
    input: '{"input":411526199001011234}',
    output: `{"where":"${String(cloud.outputs.Queue)}","what":${INPUT}}`,
  });
});
