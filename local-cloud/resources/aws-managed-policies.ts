import type { Policy } from '../iam/policy.js';

const allow = (...actions: string[]): Policy => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: actions, Resource: ['*'], Condition: {} }],
});

const LOGS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];

/** AWS's own policies that functions usually carry, as their documentation lists them. */
const POLICIES: Readonly<Record<string, Policy>> = {
  AWSLambdaBasicExecutionRole: allow(...LOGS),
  AWSLambdaSQSQueueExecutionRole: allow(
    'sqs:ReceiveMessage',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    ...LOGS,
  ),
  AWSXRayDaemonWriteAccess: allow('xray:PutTraceSegments', 'xray:PutTelemetryRecords'),
  CloudWatchLambdaInsightsExecutionRolePolicy: allow(...LOGS),
  AmazonAPIGatewayPushToCloudWatchLogs: allow(...LOGS),
};

export function awsManagedPolicy(arn: string): Policy | undefined {
  return arn.includes(':aws:policy/') ? POLICIES[arn.slice(arn.lastIndexOf('/') + 1)] : undefined;
}
