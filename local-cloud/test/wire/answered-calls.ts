import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LAMBDA_CALLS } from '../../aws/services/lambda.js';
import { SNS_CALLS } from '../../aws/services/sns.js';
import { SQS_CALLS } from '../../aws/services/sqs.js';
import { STS_CALLS } from '../../aws/services/sts.js';
import { HOST_CALLS } from '../../dynamodb/dynamodb-service.js';
import { OPERATIONS } from '../../step-functions/operations/operations.js';
import type { Calls } from './named-calls.js';

/** It is known, and tells of every machine that it is not an Express one. */
const ONLY_REFUSES = 'StartSyncExecution';

/** dynalite keeps one file for each call, and refuses what has none. */
function dynamoDbCalls(): string[] {
  const folder = join(import.meta.dirname, '../../../node_modules/dynalite/actions');
  return readdirSync(folder).map((file) => file.charAt(0).toUpperCase() + file.slice(1).replace(/\.js$/, ''));
}

/** The calls that the code answers, from the tables that it dispatches by. */
export function answeredCalls(): Calls {
  const stepFunctions = [...OPERATIONS.keys()].filter((name) => name !== ONLY_REFUSES);
  return new Map([
    ['Step Functions', new Set(stepFunctions)],
    ['DynamoDB', new Set([...dynamoDbCalls(), ...HOST_CALLS])],
    ['SQS', new Set(SQS_CALLS)],
    ['SNS', new Set(SNS_CALLS)],
    ['Lambda', new Set(LAMBDA_CALLS)],
    ['STS', new Set(STS_CALLS)],
  ]);
}
