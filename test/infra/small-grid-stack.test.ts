import { Socket } from 'node:net';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { ofType, synthesize } from './synthesized.js';

const synthesized = synthesize();
const template = Template.fromJSON(JSON.parse(JSON.stringify(synthesized)) as Record<string, unknown>);

describe('the template', () => {
  it('is the one that was reviewed', () => {
    const masked = JSON.stringify(synthesized).replaceAll(/[0-9a-f]{64}\.zip/g, '<asset>.zip');
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
    expect(Object.keys(synthesized.Outputs).sort()).toEqual([
      'ApiUrl',
      'CoordinationStateMachineArn',
      'InboundSmsTopicArn',
      'RequestStateMachineArn',
      'TableName',
    ]);
  });
});

describe("residents' data", () => {
  it('is encrypted with a key of our own, can be restored to any moment and is not deleted by mistake', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: Match.objectLike({
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: Match.anyValue() },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      }),
    });
    template.hasResource('AWS::KMS::Key', {
      DeletionPolicy: 'Retain',
      Properties: Match.objectLike({ EnableKeyRotation: true }),
    });
  });

  it('is found by indexes that begin with town and grid, town and person, or town alone', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      GlobalSecondaryIndexes: [
        ['by-grid', 'grid'],
        ['by-contact', 'contact'],
        ['unstarted', 'unstarted'],
      ].map(([IndexName, key]) =>
        Match.objectLike({
          IndexName,
          KeySchema: [
            { AttributeName: `${key}Key`, KeyType: 'HASH' },
            { AttributeName: `${key}Sort`, KeyType: 'RANGE' },
          ],
          Projection: Match.objectLike({ ProjectionType: 'INCLUDE' }),
        }),
      ),
    });
  });

  it('stays encrypted on its way in by text', () => {
    template.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
    template.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true });
  });
});

describe('an incoming text', () => {
  it('that keeps failing is kept a fortnight in the dead-letter queue', () => {
    template.hasResource('AWS::SQS::Queue', {
      DeletionPolicy: 'Retain',
      Properties: Match.objectLike({
        MessageRetentionPeriod: 14 * 86_400,
        RedrivePolicy: { deadLetterTargetArn: Match.anyValue(), maxReceiveCount: 5 },
      }),
    });
  });

  it('is not delivered a second time while the first delivery is still worked on', () => {
    const { Timeout } = functionProperties('ReceiveSms');
    template.hasResourceProperties('AWS::SQS::Queue', { VisibilityTimeout: 6 * Number(Timeout) });
  });

  it('that fails comes back alone', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: Match.anyValue() },
    });
  });

  it('may be published by the carrier service of this account only', () => {
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Principal: { Service: 'sms-voice.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      }),
    });
  });
});

describe('every function', () => {
  it('runs on the pinned runtime and processor and ends within its API call', () => {
    template.allResourcesProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      Timeout: 30,
    });
  });

  it('has a log of its own that is kept as long as execution histories, like every other log', () => {
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
    const groups = Object.values(ofType(synthesized, 'AWS::Lambda::Function')).map(({ Properties }) =>
      JSON.stringify(Properties['LoggingConfig']),
    );
    expect(new Set(groups).size).toBe(11);
  });

  it('is told only the names it needs', () => {
    expect(functionProperties('ServePage')).toMatchObject({
      Environment: { Variables: { NODE_OPTIONS: '--enable-source-maps' } },
    });
    expect(Object.keys(variablesOf('TrackRequest')).sort()).toEqual(['NODE_OPTIONS', 'TABLE_NAME']);
    expect(Object.keys(variablesOf('SubmitRequest')).sort()).toEqual([
      'NODE_OPTIONS',
      'REQUEST_STATE_MACHINE_ARN',
      'TABLE_NAME',
    ]);
  });
});

describe('the state machines', () => {
  it('are Standard and log failures without what people said', () => {
    template.allResourcesProperties('AWS::StepFunctions::StateMachine', {
      StateMachineType: 'STANDARD',
      LoggingConfiguration: Match.objectLike({ Level: 'ERROR', IncludeExecutionData: false }),
    });
    template.resourceCountIs('AWS::StepFunctions::StateMachine', 2);
  });
});

describe('the API', () => {
  it('has these routes and no others', () => {
    const routes = Object.values(ofType(synthesized, 'AWS::ApiGatewayV2::Route')).map(
      ({ Properties }) => Properties['RouteKey'],
    );
    expect(routes.sort()).toEqual([
      'GET /',
      'GET /categories',
      'GET /grids/find',
      'GET /requests/{id}',
      'GET /villages',
      'GET /{proxy+}',
      'POST /requests',
      'POST /requests/{id}/answers',
    ]);
  });

  it('answers no other origin, and is throttled', () => {
    const [api] = Object.values(ofType(synthesized, 'AWS::ApiGatewayV2::Api'));
    expect(api?.Properties).not.toHaveProperty('CorsConfiguration');
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: Match.anyValue(), ThrottlingBurstLimit: Match.anyValue() },
    });
  });

  it('logs no path and no query, which hold a tracking key', () => {
    const [stage] = Object.values(ofType(synthesized, 'AWS::ApiGatewayV2::Stage'));
    expect(JSON.stringify(stage?.Properties['AccessLogSettings'])).not.toMatch(
      /\$context\.(path|httpMethod|identity)|query/i,
    );
  });
});

it('the sweep runs every five minutes', () => {
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'rate(5 minutes)',
    State: 'ENABLED',
  });
});

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
