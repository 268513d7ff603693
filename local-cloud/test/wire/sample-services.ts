import { strToU8, zipSync } from 'fflate';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLocalCloud } from '../../local-cloud.js';
import type { LocalCloud } from '../../local-cloud-options.js';
import {
  arnOf,
  lambda,
  policy,
  ref,
  role,
  table,
  tableAccess,
  writeAssembly,
  type Resources,
} from '../sample/sample-assembly.js';

const subscription = (queue: string, raw: boolean) => ({
  Type: 'AWS::SNS::Subscription',
  Properties: {
    TopicArn: ref('News'),
    Protocol: 'sqs',
    Endpoint: arnOf(queue),
    RawMessageDelivery: raw,
  },
});

const queue = (name: string, properties: Readonly<Record<string, unknown>> = {}) => ({
  Type: 'AWS::SQS::Queue',
  Properties: { QueueName: name, ...properties },
});

/** Something of every service, with two of whatever can be listed. */
const RESOURCES: Resources = {
  ...table,
  ...lambda('Echo', 'echo', [tableAccess], { FunctionName: 'echo' }),
  ...lambda('Fail', 'fail', [tableAccess], { FunctionName: 'fail' }),
  Machines: role(
    'states.amazonaws.com',
    { Action: 'sqs:SendMessage', Resource: arnOf('Asks') },
    { Action: 'states:StartExecution', Resource: '*' },
  ),
  Asks: queue('asks'),
  Work: queue('work', {
    VisibilityTimeout: 120,
    RedrivePolicy: { deadLetterTargetArn: arnOf('Dead'), maxReceiveCount: 3 },
  }),
  Dead: queue('work-dead'),
  Raw: queue('news-raw'),
  Enveloped: queue('news-enveloped'),
  News: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'news' } },
  Other: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'other' } },
  Letters: {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: {
      Queues: [ref('Raw'), ref('Enveloped')],
      PolicyDocument: policy({
        Action: 'sqs:SendMessage',
        Principal: { Service: 'sns.amazonaws.com' },
        Resource: '*',
      }),
    },
  },
  ToRaw: subscription('Raw', true),
  ToEnveloped: subscription('Enveloped', false),
};

const OUTPUTS = {
  table: { Value: ref('Table') },
  role: { Value: arnOf('Machines') },
  asks: { Value: ref('Asks') },
  work: { Value: ref('Work') },
  raw: { Value: ref('Raw') },
  enveloped: { Value: ref('Enveloped') },
  news: { Value: ref('News') },
  echo: { Value: arnOf('Echo') },
  echoRole: { Value: arnOf('EchoRole') },
};

const definition = (first: object) =>
  JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'First', States: { First: { ...first, End: true } } });

const ask = (asks: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
  Arguments: { QueueUrl: asks, MessageBody: '{% $states.context.Task.Token %}' },
  HeartbeatSeconds: 60,
  TimeoutSeconds: 600,
});

/** One task of `mocked` that its test case `Answered` answers; the file is AWS's own format. */
const MOCKS = {
  StateMachines: { mocked: { TestCases: { Answered: { First: 'Answer' } } } },
  MockedResponses: { Answer: { '0': { Return: { MessageId: 'mocked' } } } },
};

/** What `$name` stands for in the table of cases. */
function values(cloud: LocalCloud, folder: string): Record<string, string> {
  const payload = join(folder, 'payload.json');
  const broken = join(folder, 'broken.json');
  writeFileSync(payload, JSON.stringify({ greeting: '你好' }));
  writeFileSync(broken, '{');
  const zip = join(folder, 'code.zip');
  writeFileSync(
    zip,
    zipSync({ 'index.mjs': strToU8('export const handler = async () => ({ made: true });') }),
  );
  return {
    ...cloud.outputs,
    arn: `arn:aws:states:${cloud.region}:111111111111`,
    tableArn: `arn:aws:dynamodb:${cloud.region}:111111111111:table/${cloud.outputs['table'] ?? ''}`,
    pass: definition({ Type: 'Pass', Output: '{% $states.input %}' }),
    distributed: definition({
      Type: 'Map',
      Label: 'each',
      MaxConcurrency: 1,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Do',
        States: { Do: { Type: 'Wait', Seconds: 3600, End: true } },
      },
    }),
    wait: definition({ Type: 'Wait', Seconds: 3600 }),
    ask: definition(ask(cloud.outputs['asks'] ?? '')),
    jsonPath: JSON.stringify({
      StartAt: 'First',
      States: { First: { Type: 'Succeed', OutputPath: '$.order' } },
    }),
    document: payload,
    payload: `fileb://${payload}`,
    broken: `fileb://${broken}`,
    zip: `fileb://${zip}`,
    words: 'two words & <more>',
    chinese: '第一 门店',
    eleven: JSON.stringify(Array.from({ length: 11 }, (_, id) => ({ Id: `e${id}`, MessageBody: 'one' }))),
    LATEST: '$LATEST',
    logGroup: `arn:aws:logs:${cloud.region}:111111111111:log-group:events:*`,
  };
}

export interface SampleServices {
  readonly cloud: LocalCloud;
  /** Writes the files that calls read into a folder, and says what `$name` stands for. */
  values(folder: string): Record<string, string>;
  close(): Promise<void>;
}

/** The sample on free ports, in memory, with the time standing still. */
export async function hostSampleServices(): Promise<SampleServices> {
  const assembly = writeAssembly(RESOURCES, OUTPUTS);
  const mocks = join(assembly.directory, 'MockConfigFile.json');
  writeFileSync(mocks, JSON.stringify(MOCKS));
  // The host reads it at every mocked start, as AWS's own emulator does.
  process.env['SFN_MOCK_CONFIG'] = mocks;
  const cloud = await createLocalCloud({ assembly: assembly.directory, clock: 'manual', logLevel: 'silent' });
  return {
    cloud,
    values: (folder) => values(cloud, folder),
    close: async () => {
      await cloud.close();
      assembly.remove();
    },
  };
}
