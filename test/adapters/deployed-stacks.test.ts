import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
  GetTemplateCommand,
  ListStackResourcesCommand,
} from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { DeployedStacks } from '../../adapters/deployed-stacks.js';

const cloudFormation = mockClient(CloudFormationClient);
const stacks = new DeployedStacks(new CloudFormationClient({ region: 'eu-west-1' }));
beforeEach(() => cloudFormation.reset());

const refused = (message: string): CloudFormationServiceException =>
  new CloudFormationServiceException({ name: 'ValidationError', $fault: 'client', $metadata: {}, message });

describe('what is deployed', () => {
  it('is known by its status, account and outputs', async () => {
    cloudFormation.on(DescribeStacksCommand, { StackName: 'app' }).resolves({
      Stacks: [
        {
          StackName: 'app',
          StackId: 'arn:aws:cloudformation:eu-west-1:111111111111:stack/app/uuid',
          CreationTime: new Date(0),
          StackStatus: 'UPDATE_COMPLETE',
          Outputs: [{ OutputKey: 'ApiUrl', OutputValue: 'https://grid.example.org' }],
        },
      ],
    });
    expect(await stacks.find('app')).toEqual({
      status: 'UPDATE_COMPLETE',
      account: '111111111111',
      outputs: { ApiUrl: 'https://grid.example.org' },
    });
  });

  it('is nothing where there is no such stack, and an error where nobody may look', async () => {
    cloudFormation.on(DescribeStacksCommand).rejects(refused('Stack with id app does not exist'));
    expect(await stacks.find('app')).toBeUndefined();
    cloudFormation.on(DescribeStacksCommand).rejects(refused('the name is too long'));
    await expect(stacks.find('app')).rejects.toThrow('too long');
  });

  it('has the templates of nested stacks by their places, over all pages', async () => {
    const nested = 'arn:aws:cloudformation:eu-west-1:111111111111:stack/app-Texts/uuid';
    const summary = { LastUpdatedTimestamp: new Date(0), ResourceStatus: 'CREATE_COMPLETE' as const };
    cloudFormation
      .on(GetTemplateCommand, { StackName: 'app' })
      .resolves({ TemplateBody: '{"Resources":{"of":"app"}}' })
      .on(GetTemplateCommand, { StackName: nested })
      .resolves({ TemplateBody: '{"Resources":{"of":"texts"}}' })
      .on(ListStackResourcesCommand)
      .resolves({ StackResourceSummaries: [] })
      .on(ListStackResourcesCommand, { StackName: 'app' })
      .resolves({ StackResourceSummaries: [], NextToken: 'more' })
      .on(ListStackResourcesCommand, { StackName: 'app', NextToken: 'more' })
      .resolves({
        StackResourceSummaries: [
          {
            ...summary,
            ResourceType: 'AWS::CloudFormation::Stack',
            LogicalResourceId: 'Texts',
            PhysicalResourceId: nested,
          },
        ],
      });
    expect(Object.fromEntries(await stacks.templates('app'))).toEqual({
      '': { Resources: { of: 'app' } },
      Texts: { Resources: { of: 'texts' } },
    });
  });
});
