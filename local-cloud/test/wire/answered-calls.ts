import { LAMBDA_CALLS } from '../../aws/services/lambda.js';
import { S3_CALLS } from '../../aws/services/s3.js';
import { SNS_CALLS } from '../../aws/services/sns.js';
import { SQS_CALLS } from '../../aws/services/sqs.js';
import { STS_CALLS } from '../../aws/services/sts.js';
import { DYNAMODB_CALLS } from '../../dynamodb/embedded-database.js';
import { HOST_CALLS } from '../../dynamodb/dynamodb-service.js';
import { OPERATIONS } from '../../step-functions/operations/operations.js';
import type { Calls } from './named-calls.js';

/** The calls that the code answers, from the tables that it dispatches by. */
export function answeredCalls(): Calls {
  return new Map([
    ['Step Functions', new Set(OPERATIONS.keys())],
    ['DynamoDB', new Set([...DYNAMODB_CALLS, ...HOST_CALLS])],
    ['SQS', new Set(SQS_CALLS)],
    ['SNS', new Set(SNS_CALLS)],
    ['Lambda', new Set(LAMBDA_CALLS)],
    ['STS', new Set(STS_CALLS)],
    ['S3', new Set(S3_CALLS)],
  ]);
}
