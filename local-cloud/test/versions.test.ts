import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
  UpdateStateMachineAliasCommand,
} from '@aws-sdk/client-sfn';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import { clientConfig, control } from '../testing/sdk.js';
import { echoApi, route } from './sample/http-resources.js';
import {
  arnOf,
  lambda,
  machine,
  mapping,
  policy,
  ref,
  role,
  table,
  writeAssembly,
  type Resource,
  type Resources,
} from './sample/sample-assembly.js';

const START = Date.UTC(2026, 10, 23, 8, 30);
const folders: (() => void)[] = [];
let cloud: LocalCloud | undefined;

afterEach(async () => {
  await cloud?.close();
  cloud = undefined;
  for (const remove of folders.splice(0)) remove();
});

const retained = (resource: Resource): Resource => ({
  ...resource,
  DeletionPolicy: 'Retain',
  UpdateReplacePolicy: 'Retain',
});

/** A function that says `text`, with a version named after it and an alias, as CDK lays out `currentVersion`. */
const speaking = (text: string, keep = retained): Resources => ({
  ...table,
  ...lambda('Speak', 'speak', [], { Code: { S3Key: `${text}.zip` } }),
  [`SpeakVersion${text}`]: keep({
    Type: 'AWS::Lambda::Version',
    Properties: { FunctionName: ref('Speak') },
  }),
  Live: {
    Type: 'AWS::Lambda::Alias',
    Properties: {
      FunctionName: ref('Speak'),
      FunctionVersion: { 'Fn::GetAtt': [`SpeakVersion${text}`, 'Version'] },
      Name: 'live',
    },
  },
});

/** A machine that says `text`, with the version and the alias of it. */
const telling = (text: string, alias?: object): Resources => ({
  ...table,
  ...machine(
    { StartAt: 'Say', States: { Say: { Type: 'Pass', Output: text, End: true } } },
    [{ Action: 'lambda:InvokeFunction', Resource: '*' }],
    { StateMachineName: 'machine' },
  ),
  MachineVersion: retained({
    Type: 'AWS::StepFunctions::StateMachineVersion',
    Properties: {
      StateMachineArn: ref('Machine'),
      StateMachineRevisionId: { 'Fn::GetAtt': ['Machine', 'StateMachineRevisionId'] },
    },
  }),
  MachineAlias: {
    Type: 'AWS::StepFunctions::StateMachineAlias',
    Properties: {
      Name: 'live',
      ...(alias ?? {
        RoutingConfiguration: [{ StateMachineVersionArn: ref('MachineVersion'), Weight: 100 }],
      }),
    },
  },
});

/** Writes the assembly; its functions' code answers with `text`, the version and the ARN they were called by. */
function assemblyOf(resources: Resources, text = ''): string {
  const written = writeAssembly(resources, {
    Alias: { Value: resources['Live'] === undefined ? '' : ref('Live') },
    MachineAlias: { Value: resources['MachineAlias'] === undefined ? '' : ref('MachineAlias') },
    Topic: { Value: resources['Topic'] === undefined ? '' : ref('Topic') },
  });
  const { directory } = written;
  folders.push(() => written.remove());
  if (text === '') return directory;
  writeFileSync(
    join(directory, 'asset.code', 'index.mjs'),
    `export const speak = async (event, context) => {
       console.log('heard', JSON.stringify(event), 'version', context.functionVersion);
       return { text: '${text}', version: context.functionVersion, arn: context.invokedFunctionArn };
     };`,
  );
  writeFileSync(
    join(directory, 'Sample.assets.json'),
    JSON.stringify({
      files: {
        code: {
          source: { path: 'asset.code', packaging: 'zip' },
          destinations: { here: { objectKey: `${text}.zip` } },
        },
      },
    }),
  );
  return directory;
}

async function host(assembly: string, data?: string): Promise<LocalCloud> {
  await cloud?.close();
  cloud = await createLocalCloud({ assembly, data, clock: 'skip', start: START });
  return cloud;
}

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-cloud-versions-'));
  folders.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A call of Lambda's REST API. */
async function lambdaCall(at: LocalCloud, method: string, path: string, body: object = {}) {
  const response = await fetch(`${at.endpoint}/2015-03-31/functions/${path}`, {
    method,
    headers: {
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=none',
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });
  const { status, headers } = response;
  return { status, headers, body: (await response.json()) as Record<string, unknown> };
}

const setBack = (at: LocalCloud, to: object) => lambdaCall(at, 'PUT', 'Sample-Speak/aliases/live', to);

const spoken = async (at: LocalCloud, name: string, qualifier?: string) => {
  const query = qualifier === undefined ? '' : `?Qualifier=${qualifier}`;
  const { body, headers } = await lambdaCall(at, 'POST', `${encodeURIComponent(name)}/invocations${query}`);
  return { ...body, executed: headers.get('x-amz-executed-version') };
};

const told = async (at: LocalCloud, stateMachineArn: string) => {
  const client = new SFNClient(clientConfig(at));
  const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn }));
  await at.clock.settled();
  const { output } = await client.send(new DescribeExecutionCommand({ executionArn }));
  client.destroy();
  return JSON.parse(output ?? 'null') as unknown;
};

describe('an alias of a function', () => {
  it('answers with the code of its version, and again with the older code once it is set back', async () => {
    const data = dataFolder();
    const first = await host(assemblyOf(speaking('old'), 'old'), data);
    const alias = String(first.outputs['Alias']);
    expect(await spoken(first, alias)).toEqual({ text: 'old', version: '1', arn: alias, executed: '1' });
    folders.splice(1).forEach((remove) => remove());
    const second = await host(assemblyOf(speaking('new'), 'new'), data);
    expect(await spoken(second, 'Sample-Speak', 'live')).toMatchObject({ text: 'new', executed: '2' });
    expect(await spoken(second, 'Sample-Speak:1')).toMatchObject({ text: 'old', version: '1' });
    await setBack(second, { FunctionVersion: '1' });
    expect(await spoken(second, alias)).toMatchObject({ text: 'old', executed: '1' });
  });

  it('stays set back over a restart with the same template, and goes on with the next one', async () => {
    const data = dataFolder();
    await host(assemblyOf(speaking('old'), 'old'), data);
    const template = assemblyOf(speaking('new'), 'new');
    const second = await host(template, data);
    await setBack(second, { FunctionVersion: '1' });
    const again = await host(template, data);
    expect(await spoken(again, 'Sample-Speak:live')).toMatchObject({ text: 'old' });
    const third = await host(assemblyOf(speaking('next'), 'next'), data);
    expect(await spoken(third, 'Sample-Speak:live')).toMatchObject({ text: 'next', executed: '3' });
  });

  it('runs the older code under a new number when the older template is deployed again', async () => {
    const data = dataFolder();
    await host(assemblyOf(speaking('old'), 'old'), data);
    await host(assemblyOf(speaking('new'), 'new'), data);
    const back = await host(assemblyOf(speaking('old'), 'old'), data);
    expect(await spoken(back, 'Sample-Speak:live')).toMatchObject({ text: 'old', executed: '3' });
  });

  it('keeps the five newest versions, and an older one to which an alias leads', async () => {
    const data = dataFolder();
    const texts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
    for (const text of texts.slice(0, 2)) await host(assemblyOf(speaking(text), text), data);
    const second = cloud ?? (await host(assemblyOf(speaking('two'), 'two'), data));
    await lambdaCall(second, 'POST', 'Sample-Speak/aliases', { Name: 'held', FunctionVersion: '1' });
    for (const text of texts.slice(2)) await host(assemblyOf(speaking(text), text), data);
    const last = await host(assemblyOf(speaking('seven'), 'seven'), data);
    const { body } = await lambdaCall(last, 'GET', 'Sample-Speak/versions');
    const numbers = (body['Versions'] as { Version: string }[]).map(({ Version }) => Version);
    expect(numbers).toEqual(['$LATEST', '1', '3', '4', '5', '6', '7']);
    expect(await spoken(last, 'Sample-Speak:held')).toMatchObject({ text: 'one' });
  });

  it('has no older version to go back to where the template did not retain it', async () => {
    const data = dataFolder();
    const dropped = (resource: Resource) => resource;
    await host(assemblyOf(speaking('old', dropped), 'old'), data);
    const second = await host(assemblyOf(speaking('new', dropped), 'new'), data);
    expect(await lambdaCall(second, 'POST', 'Sample-Speak/invocations?Qualifier=1')).toMatchObject({
      status: 404,
      body: { message: 'Function not found: arn:aws:lambda:us-east-1:111111111111:function:Sample-Speak:1' },
    });
  });

  it('shares its calls between two versions by their weights', async () => {
    const data = dataFolder();
    await host(assemblyOf(speaking('old'), 'old'), data);
    const second = await host(assemblyOf(speaking('new'), 'new'), data);
    await setBack(second, { RoutingConfig: { AdditionalVersionWeights: { 1: 0.5 } } });
    expect((await lambdaCall(second, 'GET', 'Sample-Speak/aliases/live')).body).toMatchObject({
      FunctionVersion: '2',
      RoutingConfig: { AdditionalVersionWeights: { 1: 0.5 } },
    });
    const texts = new Set<unknown>();
    for (let call = 0; call < 60; call += 1) texts.add((await spoken(second, 'Sample-Speak:live')).executed);
    expect(texts).toEqual(new Set(['1', '2']));
  });

  it('is reached by a topic that has the permission, and not with the permission of the function', async () => {
    const permitted = (FunctionName: object): Resources => ({
      ...speaking('old'),
      Topic: { Type: 'AWS::SNS::Topic' },
      Heard: {
        Type: 'AWS::SNS::Subscription',
        Properties: { TopicArn: ref('Topic'), Protocol: 'lambda', Endpoint: ref('Live') },
      },
      May: {
        Type: 'AWS::Lambda::Permission',
        Properties: { FunctionName, Action: 'lambda:InvokeFunction', Principal: 'sns.amazonaws.com' },
      },
    });
    const heard = async (FunctionName: object) => {
      const at = await host(assemblyOf(permitted(FunctionName), 'old'));
      const client = new SNSClient(clientConfig(at));
      await client.send(new PublishCommand({ TopicArn: at.outputs['Topic'], Message: 'hello' }));
      client.destroy();
      await at.clock.settled();
      return at.logs().some(({ text }) => text.startsWith('heard'));
    };
    expect(await heard(ref('Live'))).toBe(true);
    expect(await heard(ref('Speak'))).toBe(false);
  });

  it('answers at an HTTP API that has the permission for it', async () => {
    const gateway = (FunctionName: object): Resources => ({
      ...speaking('old'),
      ...echoApi,
      ...route('All', '$default'),
      Integration: {
        Type: 'AWS::ApiGatewayV2::Integration',
        Properties: { ...echoApi['Integration']?.Properties, IntegrationUri: ref('Live') },
      },
      Permission: {
        Type: 'AWS::Lambda::Permission',
        Properties: { ...echoApi['Permission']?.Properties, FunctionName },
      },
      Http: { Type: 'AWS::CDK::Metadata' },
    });
    const at = await host(assemblyOf(gateway(ref('Live')), 'old'));
    expect(await (await fetch(at.url)).json()).toMatchObject({ text: 'old', version: '1' });
    const { url } = await host(assemblyOf(gateway(ref('Speak')), 'old'));
    expect((await fetch(url)).status).toBe(500);
  });

  it('takes the messages of a queue that is mapped to it', async () => {
    const mapped: Resources = {
      ...speaking('old'),
      Topic: { Type: 'AWS::SNS::Topic' },
      Queue: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 60 } },
      SpeakRole: role('lambda.amazonaws.com', { Action: 'sqs:*', Resource: arnOf('Queue') }),
      Mapping: mapping('Live', 'Queue'),
      ToQueue: {
        Type: 'AWS::SNS::Subscription',
        Properties: { TopicArn: ref('Topic'), Protocol: 'sqs', Endpoint: arnOf('Queue') },
      },
      May: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: {
          Queues: [ref('Queue')],
          PolicyDocument: policy({
            Action: 'sqs:SendMessage',
            Principal: { Service: 'sns.amazonaws.com' },
            Resource: '*',
          }),
        },
      },
    };
    const at = await host(assemblyOf(mapped, 'old'));
    const client = new SNSClient(clientConfig(at));
    await client.send(new PublishCommand({ TopicArn: at.outputs['Topic'], Message: 'hello' }));
    client.destroy();
    await at.clock.settled();
    const heard = at.logs().filter(({ text }) => text.startsWith('heard'));
    expect(heard.map(({ text }) => text.includes('hello') && text.includes('version 1'))).toEqual([true]);
  });

  it('is called by a state machine whose role may call it', async () => {
    const calling = (resource: object): Resources => ({
      ...speaking('old'),
      ...machine(
        {
          StartAt: 'Call',
          States: {
            Call: {
              Type: 'Task',
              Resource: 'arn:aws:states:::lambda:invoke',
              Arguments: { FunctionName: 'Sample-Speak', Qualifier: 'live' },
              Output: '{% $states.result.ExecutedVersion %}',
              Catch: [
                { ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.Error %}', Next: 'Stop' },
              ],
              End: true,
            },
            Stop: { Type: 'Succeed' },
          },
        },
        [{ Action: 'lambda:InvokeFunction', Resource: resource }],
        { StateMachineName: 'caller' },
      ),
    });
    const caller = 'arn:aws:states:us-east-1:111111111111:stateMachine:caller';
    expect(await told(await host(assemblyOf(calling(ref('Live')), 'old')), caller)).toBe('1');
    expect(await told(await host(assemblyOf(calling(arnOf('Speak')), 'old')), caller)).toBe(
      'Lambda.AWSLambdaException',
    );
  });
});

describe('an alias of a state machine in a template', () => {
  it('leads to the version of this template, and back to the older text once it is set back', async () => {
    const data = dataFolder();
    await host(assemblyOf(telling('old')), data);
    const template = assemblyOf(telling('new'));
    const second = await host(template, data);
    const alias = String(second.outputs['MachineAlias']);
    expect(alias).toBe('arn:aws:states:us-east-1:111111111111:stateMachine:machine:live');
    expect(await told(second, alias)).toBe('new');
    const client = new SFNClient(clientConfig(second));
    await client.send(
      new UpdateStateMachineAliasCommand({
        stateMachineAliasArn: alias,
        routingConfiguration: [{ stateMachineVersionArn: alias.replace(/live$/, '1'), weight: 100 }],
      }),
    );
    client.destroy();
    expect(await told(second, alias)).toBe('old');
    expect(await told(await host(template, data), alias)).toBe('old');
    expect(await told(await host(assemblyOf(telling('next')), data), alias)).toBe('next');
  });

  it('takes a gradual deployment as done at once, and says so', async () => {
    const DeploymentPreference = {
      Type: 'CANARY',
      Percentage: 10,
      Interval: 5,
      StateMachineVersionArn: ref('MachineVersion'),
    };
    const at = await host(assemblyOf(telling('new', { DeploymentPreference })));
    expect(await told(at, String(at.outputs['MachineAlias']))).toBe('new');
    expect(at.logs().map(({ text }) => text)).toContain(
      'MachineAlias: the deployment preference CANARY is carried out at once, its alarms are not asked',
    );
  });

  it('is started by a schedule whose role may start the machine on this qualifier alone', async () => {
    const scheduled = (qualifier: string): Resources => ({
      ...telling('new'),
      ScheduleRole: role('scheduler.amazonaws.com', {
        Action: 'states:StartExecution',
        Resource: ref('Machine'),
        Condition: { StringEquals: { 'states:StateMachineQualifier': qualifier } },
      }),
      Schedule: {
        Type: 'AWS::Scheduler::Schedule',
        Properties: {
          ScheduleExpression: 'at(2026-11-23T09:00:00)',
          FlexibleTimeWindow: { Mode: 'OFF' },
          Target: { Arn: ref('MachineAlias'), RoleArn: arnOf('ScheduleRole') },
        },
      },
    });
    const started = async (qualifier: string) => {
      const at = await createLocalCloud({
        assembly: assemblyOf(scheduled(qualifier)),
        clock: 'manual',
        start: START,
      });
      await control(at, 'POST', 'clock', { advance: 'PT1H' });
      const { transitions } = at.meters.total();
      await at.close();
      return transitions;
    };
    expect(await started('live')).toBeGreaterThan(0);
    expect(await started('other')).toBe(0);
  });
});

describe('the log of a state machine in a template', () => {
  it('is read beside what functions wrote, by the name of its log group', async () => {
    const resources = telling('said');
    const at = await host(
      assemblyOf({
        ...resources,
        Log: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/aws/vendedlogs/states/machine' } },
        Machine: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: {
            ...resources['Machine']?.Properties,
            LoggingConfiguration: {
              Level: 'ALL',
              IncludeExecutionData: false,
              Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: arnOf('Log') } }],
            },
          },
        },
      }),
    );
    await told(at, String(at.outputs['MachineAlias']));
    const { body } = await control(at, 'GET', 'logs?function=/aws/vendedlogs/states/machine');
    const types = (body as { text: string }[]).map(({ text }) => (JSON.parse(text) as { type: string }).type);
    expect(types).toEqual(['ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded']);
  });
});
