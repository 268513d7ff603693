import { readResource } from '../../states-language/definition/resource.js';

const integration = (rest: string) => `arn:aws:states:::${rest}`;

describe('the resource of a task is known', () => {
  test.each([
    ['http:invoke', 'request'],
    ['bedrockagentcore:invokeHarness', 'request'],
    ['emr-serverless:startJobRun.sync', 'sync'],
    ['states:startExecution.sync:2', 'sync:2'],
    ['ecs:runTask.waitForTaskToken', 'waitForTaskToken'],
    ['aws-sdk:s3:listObjectsV2', 'request'],
    ['aws-sdk:cloudwatchlogs:startQuery', 'request'],
    ['aws-sdk:cognitoidentityprovider:adminGetUser', 'request'],
    ['aws-sdk:lambda:invoke.waitForTaskToken', 'waitForTaskToken'],
  ])('%s, with the pattern %s', (rest, pattern) => {
    expect(readResource(integration(rest))).toMatchObject({ kind: 'service', pattern });
  });

  test.each([
    ['arn:aws:lambda:us-east-1:111111111111:function:work:live', 'function'],
    ['arn:aws-cn:states:cn-north-1:111111111111:activity:desk', 'activity'],
    ['arn:aws-cn:states:::sns:publish', 'service'],
  ])('%s, a %s', (text, kind) => {
    expect(readResource(text)).toMatchObject({ kind });
  });
});

/** The patterns of each service: https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html */
describe('the resource of a task is refused', () => {
  test.each([
    ['of an unknown service', 'fax:send'],
    ['of an unknown action', 'sqs:receiveMessage'],
    ['of an unknown pattern', 'lambda:invoke.later'],
    ['of a service that is reached by its SDK alone', 'textract:detectDocumentText'],
    ['as a job, where the action is none', 'sqs:sendMessage.sync'],
    ['with a token, where the action takes none', 'dynamodb:getItem.waitForTaskToken'],
    ['with the second form of a job, which states:startExecution alone has', 'batch:submitJob.sync:2'],
    ['of an SDK as a job', 'aws-sdk:sfn:startExecution.sync'],
    ['of an SDK that does not exist', 'aws-sdk:fax:send'],
    ['of an SDK under the name of its commands', 'aws-sdk:stepfunctions:startExecution'],
    ['of an SDK with an action in capitals', 'aws-sdk:s3:GetObject'],
  ])('%s: %s', (_why, rest) => {
    expect(readResource(integration(rest))).toBeUndefined();
  });

  test.each([
    '',
    'lambda:invoke',
    'arn:aws:sqs:us-east-1:111111111111:queue',
    'arn:aws:states:::activity:desk',
  ])('that is none: %p', (text) => {
    expect(readResource(text)).toBeUndefined();
  });
});
