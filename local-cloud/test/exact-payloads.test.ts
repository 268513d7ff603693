import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import { callJson } from '../testing/sdk.js';
import { arnOf, lambda, ref, role, writeAssembly, type SampleAssembly } from './sample/sample-assembly.js';

const INPUT = '{"id":411526199001011234,"sum":0.10,"far":1e400}';

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
    },
    { Machine: { Value: ref('Machine') }, Queue: { Value: ref('Queue') } },
  );
  cloud = await createLocalCloud({ assembly: assembly.directory, clock: 'manual', logLevel: 'silent' });
});

afterAll(async () => {
  await cloud.close();
  assembly.remove();
});

it('numbers reach a queue and a function with their digits', async () => {
  const call = async (target: string, input: object) => (await callJson(cloud, target, input)).body;
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
