import { LOCAL_SETTINGS } from '../../infra/settings.js';
import { MACHINES } from '../workflows/machine.js';
import { Socket } from 'node:net';
import { FUNCTIONS, ofType, type Resource, synthesize, type Template } from './synthesized.js';

const synthesized = synthesize();
const KEY = { 'Fn::GetAtt': [expect.stringMatching(/^ResidentDataKey/), 'Arn'] };

describe('the template', () => {
  it('is the one that was reviewed', () => {
    const masked = JSON.stringify(synthesized)
      .replaceAll(/[0-9a-f]{64}\.zip/g, '<asset>.zip')
      // A version is named after what its function is.
      .replaceAll(/(CurrentVersion)[0-9A-F]{8}[0-9a-f]{32}/g, '$1');
    expect(JSON.parse(masked)).toMatchSnapshot();
  });

  it('is synthesized without a network', () => {
    const connect = jest.spyOn(Socket.prototype, 'connect').mockImplementation(() => {
      throw new Error('synthesizing reached for the network');
    });
    try {
      expect(synthesize()).toEqual(synthesized);
      expect(connect).not.toHaveBeenCalled();
    } finally {
      connect.mockRestore();
    }
  });

  it('tells where everything is', () => {
    const told = Object.keys(synthesized.Outputs).filter((name) => !name.startsWith('ExportsOutput'));
    expect(told.sort()).toEqual([
      'ApiUrl',
      'AtOnceTopicArn',
      'CoordinationStateMachineArn',
      'DailyCloseStateMachineArn',
      'DeadLettersUrl',
      'DeadlineCardsStateMachineArn',
      'FollowUpStateMachineArn',
      'InTheMorningTopicArn',
      'InboundSmsTopicArn',
      'MonthlyInspectionStateMachineArn',
      'OwnTableName',
      'RequestStateMachineArn',
      'StaffTaskStateMachineArn',
      'TableName',
      'VisitRoundStateMachineArn',
      'WeeklyInspectionStateMachineArn',
    ]);
  });
});

describe("residents' data", () => {
  it('is encrypted with a key of our own, can be restored to any moment and is not deleted by mistake', () => {
    expect(all('AWS::DynamoDB::Table')).toMatchObject([
      {
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          BillingMode: 'PAY_PER_REQUEST',
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: KEY },
          TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        },
      },
    ]);
    expect(all('AWS::KMS::Key')).toMatchObject([
      { DeletionPolicy: 'RetainExceptOnCreate', Properties: { EnableKeyRotation: true } },
    ]);
  });

  it("has a key whose use is granted on to AWS's own services alone", () => {
    const [key] = properties('AWS::KMS::Key');
    const policy = key?.['KeyPolicy'] as { Statement: Record<string, unknown>[] } | undefined;
    const granting = policy?.Statement.filter(({ Action }) => [Action].flat().includes('kms:CreateGrant'));
    expect(granting).toMatchObject([
      {
        Action: 'kms:CreateGrant',
        Condition: {
          Bool: { 'kms:GrantIsForAWSResource': 'true' },
          StringEquals: {
            'kms:CallerAccount': { Ref: 'AWS::AccountId' },
            'kms:ViaService': expect.anything(),
          },
        },
      },
    ]);
  });

  it('is found by indexes that begin with town and grid, town and person, or town alone', () => {
    const [table] = properties('AWS::DynamoDB::Table');
    expect(table?.['GlobalSecondaryIndexes']).toMatchObject(
      [
        ['by-grid', 'grid', 'INCLUDE'],
        ['by-contact', 'contact', 'INCLUDE'],
        ['unstarted', 'unstarted', 'INCLUDE'],
        ['history', 'history', 'INCLUDE'],
        ['held', 'held', 'KEYS_ONLY'],
        ['board', 'board', 'INCLUDE'],
        ['board-newest', 'board', 'INCLUDE', 'newest'],
      ].map(([IndexName, key, ProjectionType, sort = key]) => ({
        IndexName,
        KeySchema: [
          { AttributeName: `${key}Key`, KeyType: 'HASH' },
          { AttributeName: `${sort}Sort`, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType },
      })),
    );
  });

  it('stays encrypted on its way in by text', () => {
    // The other topic, which has codes texted to staff, carries ids and a digest; those of the alarms, numbers and what to do.
    expect(properties('AWS::SNS::Topic')).toEqual([
      { KmsMasterKeyId: KEY, TopicName: 'small-grid-local-incoming-texts' },
      { TopicName: 'small-grid-local-sign-in-codes' },
      { TopicName: 'small-grid-local-at-once' },
      { TopicName: 'small-grid-local-in-the-morning' },
    ]);
    const queues = properties('AWS::SQS::Queue');
    expect(queues.length).toBeGreaterThan(2);
    expect(queues.filter(({ SqsManagedSseEnabled }) => SqsManagedSseEnabled !== true)).toEqual([]);
  });
});

describe('the turns of towns', () => {
  const turns = properties('AWS::SQS::Queue').filter(({ QueueName }) => String(QueueName).endsWith('-turns'));

  it('are worked on one town a call, ten at once', () => {
    const ofTurns = properties('AWS::Lambda::EventSourceMapping').filter(({ EventSourceArn }) =>
      JSON.stringify(EventSourceArn).includes('TurnsQueue'),
    );
    expect(ofTurns).toHaveLength(turns.length);
    for (const mapping of ofTurns)
      expect(mapping).toMatchObject({ BatchSize: 1, ScalingConfig: { MaximumConcurrency: 10 } });
  });

  it('are kept for an hour: later the next run has given the town another', () => {
    expect(turns.map(({ QueueName }) => QueueName)).toHaveLength(4);
    for (const queue of turns) expect(queue).toMatchObject({ MessageRetentionPeriod: 3600 });
  });

  it('are not delivered a second time while the first delivery is still worked on', () => {
    const sweep = turns.find(({ QueueName }) => String(QueueName).includes('sweep'));
    expect(sweep?.['VisibilityTimeout']).toBe(6 * Number(functionProperties('SweepRequests')['Timeout']));
  });
});

describe('an incoming text', () => {
  const [queue] = properties('AWS::SQS::Queue').filter(({ RedrivePolicy }) => RedrivePolicy !== undefined);

  it('that keeps failing for a day is kept a fortnight in the dead-letter queue', () => {
    expect(queue).toMatchObject({ RedrivePolicy: { maxReceiveCount: 500 } });
    const kept = {
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: { MessageRetentionPeriod: 14 * 86_400 },
    };
    expect(all('AWS::SQS::Queue').slice(0, 2)).toMatchObject([kept, kept]);
  });

  it('is not delivered a second time while the first delivery is still worked on', () => {
    expect(queue?.['VisibilityTimeout']).toBe(6 * Number(functionProperties('ReceiveSms')['Timeout']));
  });

  it('is worked on alone, and alone comes back when it fails', () => {
    const ofTexts = properties('AWS::Lambda::EventSourceMapping').filter(({ FunctionName }) =>
      JSON.stringify(FunctionName).includes('ReceiveSms'),
    );
    expect(ofTexts).toMatchObject([
      {
        BatchSize: 1,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: 5 },
      },
    ]);
  });

  it('may be published by the carrier service of this account only', () => {
    const [ofTexts, ofCodes] = properties('AWS::SNS::TopicPolicy');
    expect(ofCodes).toMatchObject({ PolicyDocument: { Statement: [{ Effect: 'Deny' }] } });
    expect(ofTexts).toMatchObject({
      PolicyDocument: {
        Statement: [
          { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
          {
            Effect: 'Allow',
            Principal: { Service: 'sms-voice.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          },
        ],
      },
    });
  });
});

describe("a text that a town's own carrier hands over", () => {
  it('is encrypted by who may publish it, through its topic and in no other way', () => {
    const [key] = properties('AWS::KMS::Key');
    const policy = key?.['KeyPolicy'] as { Statement: object[] } | undefined;
    expect(policy?.Statement).toContainEqual({
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: '*',
      Condition: {
        StringEquals: {
          'kms:CallerAccount': { Ref: 'AWS::AccountId' },
          'kms:ViaService': { 'Fn::Join': ['', expect.arrayContaining(['sns.'])] },
        },
      },
    });
  });

  it('is taken in by a function that knows the topic, and no state machine', () => {
    expect(Object.keys(variablesOf('ReceiveCarrierText')).sort()).toEqual([
      'INBOUND_SMS_TOPIC_ARN',
      'TABLE_NAME',
    ]);
  });
});

describe('every function', () => {
  it('runs on the pinned runtime and processor and ends within its API call, but the two that learn and the sweep, which ends before the next', () => {
    const pinned = { Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' };
    expect(properties('AWS::Lambda::Function')).toMatchObject(FUNCTIONS.map(() => pinned));
    const slow = properties('AWS::Lambda::Function').filter(({ Timeout }) => Timeout !== 30);
    const learning = [functionProperties('ManageTown'), functionProperties('TeachReading')];
    const sweep = functionProperties('SweepRequests');
    expect(slow).toEqual(expect.arrayContaining([...learning, sweep]));
    expect(slow).toHaveLength(learning.length + 1);
    // What it learnt after API Gateway gave up is there when it is asked again.
    expect(learning).toMatchObject(learning.map(() => ({ Timeout: 60, MemorySize: 1769 })));
    expect(sweep).toMatchObject({ Timeout: 240 });
  });

  it('has a log of its own that is kept six months, like every other log', () => {
    expect(new Set(properties('AWS::Logs::LogGroup').map(({ RetentionInDays }) => RetentionInDays))).toEqual(
      new Set([180]),
    );
    const groups = Object.values(ofType(synthesized, 'AWS::Lambda::Function')).map(({ Properties }) =>
      JSON.stringify(Properties['LoggingConfig']),
    );
    expect(new Set(groups).size).toBe(FUNCTIONS.length);
  });

  it('is told only the names it needs', () => {
    expect(functionProperties('ServePage')).not.toHaveProperty('Environment');
    expect(Object.keys(variablesOf('TrackRequest')).sort()).toEqual(['TABLE_NAME']);
    expect(Object.keys(variablesOf('SubmitRequest')).sort()).toEqual([
      'METRICS_NAMESPACE',
      'REQUEST_STATE_MACHINE_ARN',
      'TABLE_NAME',
    ]);
  });
});

describe('the state machines', () => {
  it('are Standard and log failures without what people said', () => {
    const standard = {
      StateMachineType: 'STANDARD',
      LoggingConfiguration: { Level: 'ERROR', IncludeExecutionData: false },
    };
    expect(properties('AWS::StepFunctions::StateMachine')).toMatchObject(MACHINES.map(() => standard));
  });
});

describe('X-Ray', () => {
  it('follows a request through every machine and function, which may tell it that and ask it nothing else', () => {
    const functions = properties('AWS::Lambda::Function');
    expect(functions).toMatchObject(FUNCTIONS.map(() => ({ TracingConfig: { Mode: 'Active' } })));
    const machines = properties('AWS::StepFunctions::StateMachine');
    expect(machines).toMatchObject(MACHINES.map(() => ({ TracingConfiguration: { Enabled: true } })));
    const actions = [...JSON.stringify(synthesized.Resources).matchAll(/"(xray:\w+)"/g)].map(
      ([, name]) => name,
    );
    expect(new Set(actions)).toEqual(
      new Set([
        'xray:PutTraceSegments',
        'xray:PutTelemetryRecords',
        'xray:GetSamplingRules',
        'xray:GetSamplingTargets',
      ]),
    );
  });
});

describe('the API', () => {
  it('has these routes and no others', () => {
    const routes = properties('AWS::ApiGatewayV2::Route').map(({ RouteKey }) => String(RouteKey));
    expect(routes.sort()).toEqual([
      'DELETE /admin/reading/taught/{id}',
      'DELETE /admin/requests/{id}/published-photos',
      'DELETE /admin/town/leave/{staff}/{from}',
      'DELETE /staff/leave/{from}',
      'DELETE /staff/sessions',
      'GET /',
      'GET /admin/audit',
      'GET /admin/executions',
      'GET /admin/executions/machines',
      'GET /admin/executions/waiting',
      'GET /admin/executions/{machine}/{name}',
      'GET /admin/executions/{machine}/{name}/history',
      'GET /admin/floods',
      'GET /admin/floods/{origin}',
      'GET /admin/map/points',
      'GET /admin/me',
      'GET /admin/reading',
      'GET /admin/records/{kind}',
      'GET /admin/reports/{month}',
      'GET /admin/requests',
      'GET /admin/requests/export',
      'GET /admin/requests/standing',
      'GET /admin/requests/{id}',
      'GET /admin/requests/{id}/bill',
      'GET /admin/requests/{id}/person',
      'GET /admin/requests/{id}/photos/{photo}',
      'GET /admin/requests/{id}/texts',
      'GET /admin/rounds',
      'GET /admin/rounds/{kind}/{date}',
      'GET /admin/rounds/{kind}/{date}/calls/{by}',
      'GET /admin/rounds/{kind}/{date}/findings',
      'GET /admin/tasks',
      'GET /admin/tasks/{id}',
      'GET /admin/texts',
      'GET /admin/texts/{id}',
      'GET /admin/town',
      'GET /admin/town/export',
      'GET /admin/town/leave',
      'GET /admin/town/programmes/{id}',
      'GET /admin/town/sections/{section}',
      'GET /admin/town/versions',
      'GET /admin/town/versions/{version}',
      'GET /admin/town/{part}',
      'GET /asks/{id}',
      'GET /asks/{id}/photos/{photo}',
      'GET /board/photos',
      'GET /board/photos/{id}/{which}',
      'GET /bulletin',
      'GET /categories',
      'GET /console',
      'GET /console/config.json',
      'GET /console/{proxy+}',
      'GET /grids/find',
      'GET /inspections',
      'GET /inspections/monthly/{date}/packs/{grid}',
      'GET /inspections/{kind}/{date}',
      'GET /map',
      'GET /map/points',
      'GET /open311/v2/requests.json',
      'GET /open311/v2/requests.xml',
      'GET /open311/v2/requests/{id}',
      'GET /open311/v2/services.json',
      'GET /open311/v2/services.xml',
      'GET /open311/v2/services/{code}',
      'GET /openapi.json',
      'GET /places',
      'GET /plain',
      'GET /plain/r/{id}',
      'GET /plain/r/{id}/data',
      'GET /plain/statistics',
      'GET /plain/track',
      'GET /reception-days',
      'GET /requests/similar',
      'GET /requests/{id}',
      'GET /requests/{id}/data',
      'GET /requests/{id}/own',
      'GET /requests/{id}/photos/{photo}',
      'GET /staff',
      'GET /staff/work',
      'GET /statistics',
      'GET /today',
      'GET /town',
      'GET /villages',
      'GET /visits/{grid}',
      'GET /{proxy+}',
      'POST /admin/executions/{machine}/{name}/redrive',
      'POST /admin/executions/{machine}/{name}/retry',
      'POST /admin/executions/{machine}/{name}/stop',
      'POST /admin/floods/{origin}/hold',
      'POST /admin/floods/{origin}/release',
      'POST /admin/reading/take-over',
      'POST /admin/reading/try',
      'POST /admin/requests',
      'POST /admin/requests/reading',
      'POST /admin/requests/search',
      'POST /admin/requests/{id}/answers',
      'POST /admin/requests/{id}/calls',
      'POST /admin/requests/{id}/corrections',
      'POST /admin/requests/{id}/departments',
      'POST /admin/requests/{id}/published-photos',
      'POST /admin/requests/{id}/reading',
      'POST /admin/requests/{id}/remarks',
      'POST /admin/requests/{id}/reminders',
      'POST /admin/town/changes',
      'POST /admin/town/import',
      'POST /admin/town/leave',
      'POST /admin/town/versions/{version}/restore',
      'POST /asks/{id}',
      'POST /asks/{id}/corrections',
      'POST /asks/{id}/photos',
      'POST /asks/{id}/remarks',
      'POST /carrier/{secretPath}',
      'POST /open311/v2/requests.json',
      'POST /open311/v2/requests.xml',
      'POST /plain',
      'POST /plain/answers',
      'POST /plain/codes',
      'POST /plain/erasure',
      'POST /plain/keys',
      'POST /plain/track',
      'POST /plain/words',
      'POST /requests',
      'POST /requests/codes',
      'POST /requests/keys',
      'POST /requests/{id}/answers',
      'POST /requests/{id}/erasure',
      'POST /requests/{id}/news',
      'POST /requests/{id}/photo-consent',
      'POST /requests/{id}/photos',
      'POST /requests/{id}/remarks',
      'POST /staff/codes',
      'POST /staff/leave',
      'POST /staff/requests/{id}/corrections',
      'POST /staff/requests/{id}/remarks',
      'POST /staff/sessions',
      'POST /visits/{grid}',
    ]);
  });

  it("lets nobody into the console's part without a token of its issuer", () => {
    const guarded = properties('AWS::ApiGatewayV2::Route').filter(
      ({ AuthorizationType }) => AuthorizationType === 'JWT',
    );
    const ofConsole = properties('AWS::ApiGatewayV2::Route').filter(({ RouteKey }) =>
      String(RouteKey).includes(' /admin/'),
    );
    expect(guarded).toEqual(ofConsole);
    expect(properties('AWS::ApiGatewayV2::Authorizer')).toMatchObject([
      {
        AuthorizerType: 'JWT',
        JwtConfiguration: { Audience: ['small-grid-console'], Issuer: { Ref: 'OidcIssuer' } },
      },
    ]);
  });

  it('is without the console, and whole, where the settings name no issuer', () => {
    const without = synthesize({ ...LOCAL_SETTINGS, stage: 'dev' });
    expect(ofType(without, 'AWS::ApiGatewayV2::Authorizer')).toEqual({});
    const isOfConsole = (key: string) => /^\w+ \/(?:admin|console)(?:\/|$)/.test(key);
    expect(routeKeys(without)).toEqual(routeKeys(synthesized).filter((key) => !isOfConsole(key)));
    expect(Object.keys(without.Outputs)).toEqual(Object.keys(synthesized.Outputs));
  });

  it('answers no other origin', () => {
    const [api] = Object.values(ofType(synthesized, 'AWS::ApiGatewayV2::Api'));
    expect(api?.Properties).not.toHaveProperty('CorsConfiguration');
  });

  it('logs no path and no query, which hold a tracking key', () => {
    const [stage] = Object.values(ofType(synthesized, 'AWS::ApiGatewayV2::Stage'));
    expect(JSON.stringify(stage?.Properties['AccessLogSettings'])).not.toMatch(
      /\$context\.(path|httpMethod|identity)|query/i,
    );
  });
});

it('the sweep runs every five minutes, the starter of the recurring systems on every half hour', () => {
  expect(properties('AWS::Scheduler::Schedule')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ ScheduleExpression: 'rate(5 minutes)', State: 'ENABLED' }),
      expect.objectContaining({
        ScheduleExpression: 'cron(0/30 * * * ? *)',
        State: 'ENABLED',
        Target: expect.objectContaining({ Input: '{"at":"<aws.scheduler.scheduled-time>"}' }),
      }),
    ]),
  );
});

function routeKeys(template: Template): string[] {
  const routes = Object.values(ofType(template, 'AWS::ApiGatewayV2::Route'));
  return routes.map(({ Properties }) => String(Properties['RouteKey'])).sort();
}

function all(type: string): Resource[] {
  return Object.values(ofType(synthesized, type));
}

function properties(type: string): Resource['Properties'][] {
  return all(type).map(({ Properties }) => Properties);
}

function functionProperties(id: string): Record<string, unknown> {
  const found = Object.entries(ofType(synthesized, 'AWS::Lambda::Function')).find(([name]) =>
    new RegExp(`^${id}[0-9A-F]{8}$`).test(name),
  );
  if (!found) throw new Error(`the template has no function ${id}`);
  return found[1].Properties;
}

function variablesOf(id: string): Record<string, unknown> {
  const { Variables } = functionProperties(id)['Environment'] as { Variables: Record<string, unknown> };
  return Variables;
}
