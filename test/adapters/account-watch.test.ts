import {
  CloudFormationClient,
  DescribeStackDriftDetectionStatusCommand,
  DescribeStackResourcesCommand,
  DetectStackDriftCommand,
} from '@aws-sdk/client-cloudformation';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { ListServiceQuotasCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { mockClient } from 'aws-sdk-client-mock';
import { AccountWatch } from '../../adapters/account-watch.js';

const region = { region: 'eu-west-1' };
const [lambda, quotas, cloudFormation] = [
  mockClient(LambdaClient),
  mockClient(ServiceQuotasClient),
  mockClient(CloudFormationClient),
];
const account = new AccountWatch(
  new LambdaClient(region),
  new ServiceQuotasClient(region),
  new CloudFormationClient(region),
);
beforeEach(() => {
  for (const one of [lambda, quotas, cloudFormation]) one.reset();
});

describe('an account', () => {
  it('says how many calls of functions may run at once', async () => {
    lambda.on(GetAccountSettingsCommand).resolves({ AccountLimit: { ConcurrentExecutions: 10 } });
    expect(await account.concurrency()).toBe(10);
  });

  it('says its quotas by what they are called, over all pages', async () => {
    quotas
      .on(ListServiceQuotasCommand)
      .resolvesOnce({ Quotas: [{ QuotaName: 'Registered activities', Value: 10_000 }], NextToken: 'more' })
      .resolvesOnce({
        Quotas: [{ QuotaName: 'StateTransition throttle token refill rate per second', Value: 800 }],
      });
    expect([...(await account.quotasOfStates(/statetransition/i)).values()]).toEqual([800]);
  });

  it('says which stacks differ from what was deployed, nested ones too', async () => {
    const nested = 'arn:aws:cloudformation:eu-west-1:111111111111:stack/app-Workflows-1/uuid';
    cloudFormation
      .on(DescribeStackResourcesCommand)
      .resolves({ StackResources: [] })
      .on(DescribeStackResourcesCommand, { StackName: 'app' })
      .resolves({
        StackResources: [
          {
            ResourceType: 'AWS::CloudFormation::Stack',
            PhysicalResourceId: nested,
            LogicalResourceId: 'Workflows',
            Timestamp: undefined,
            ResourceStatus: 'CREATE_COMPLETE',
          },
        ],
      })
      .on(DetectStackDriftCommand)
      .callsFake(({ StackName }) => ({ StackDriftDetectionId: String(StackName) }))
      .on(DescribeStackDriftDetectionStatusCommand)
      .callsFake(({ StackDriftDetectionId: id }) => ({
        DetectionStatus: 'DETECTION_COMPLETE',
        DriftedStackResourceCount: id === nested ? 2 : 0,
      }));
    expect(await account.drift(['data', 'app'])).toEqual([{ stack: 'app-Workflows-1', resources: 2 }]);
  });
});
