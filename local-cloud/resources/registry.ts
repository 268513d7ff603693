import {
  apiGatewayApi,
  apiGatewayAuthorizer,
  apiGatewayIntegration,
  apiGatewayRoute,
  apiGatewayStage,
} from './api-gateway.js';
import { cdkBucketDeployment } from './cdk-bucket-deployment.js';
import {
  cloudFrontCachePolicy,
  cloudFrontDistribution,
  cloudFrontResponseHeadersPolicy,
} from './cloudfront.js';
import { cloudWatchAlarm, cloudWatchCompositeAlarm } from './cloudwatch-alarm.js';
import { cloudFormationStack } from './cloudformation-stack.js';
import { dynamoDbGlobalTable, dynamoDbTable } from './dynamodb-table.js';
import { eventsRule } from './events-rule.js';
import { iamManagedPolicy, iamPolicy } from './iam-policy.js';
import { iamRole } from './iam-role.js';
import { INERT_TYPES } from './inert.js';
import { lambdaAlias } from './lambda-alias.js';
import { lambdaEventInvokeConfig } from './lambda-event-invoke-config.js';
import { lambdaEventSourceMapping } from './lambda-event-source-mapping.js';
import { lambdaFunction } from './lambda-function.js';
import { lambdaPermission } from './lambda-permission.js';
import { lambdaVersion } from './lambda-version.js';
import type { ResourceType } from './resource-type.js';
import { s3Bucket } from './s3-bucket.js';
import { schedulerSchedule } from './scheduler-schedule.js';
import { secretsManagerSecret } from './secret.js';
import { snsSubscription } from './sns-subscription.js';
import { snsTopic } from './sns-topic.js';
import { sqsQueuePolicy } from './sqs-queue-policy.js';
import { sqsQueue } from './sqs-queue.js';
import { stateMachine } from './state-machine.js';
import { stateMachineAlias } from './state-machine-alias.js';
import { stateMachineVersion } from './state-machine-version.js';

/** Every resource type that the local cloud hosts or accepts. A template with another one is refused. */
export const RESOURCE_TYPES: ReadonlyMap<string, ResourceType> = new Map(
  [
    apiGatewayApi,
    apiGatewayAuthorizer,
    apiGatewayIntegration,
    apiGatewayRoute,
    apiGatewayStage,
    cdkBucketDeployment,
    cloudFrontCachePolicy,
    cloudFrontDistribution,
    cloudFrontResponseHeadersPolicy,
    cloudWatchAlarm,
    cloudWatchCompositeAlarm,
    cloudFormationStack,
    dynamoDbGlobalTable,
    dynamoDbTable,
    eventsRule,
    iamManagedPolicy,
    iamPolicy,
    iamRole,
    lambdaAlias,
    lambdaEventInvokeConfig,
    lambdaEventSourceMapping,
    lambdaFunction,
    lambdaPermission,
    lambdaVersion,
    s3Bucket,
    schedulerSchedule,
    secretsManagerSecret,
    snsSubscription,
    snsTopic,
    sqsQueue,
    sqsQueuePolicy,
    stateMachine,
    stateMachineAlias,
    stateMachineVersion,
    ...INERT_TYPES,
  ].map((type) => [type.type, type]),
);
