import * as z from 'zod';
import { resourceType, type ResourceType } from './resource-type.js';

/** Types that a template may hold and that change nothing here, with the service in their ARN and why. */
const INERT: readonly (readonly [type: string, service: string, support: string])[] = [
  ['AWS::CDK::Metadata', 'cdk', 'accepted, no effect'],
  ['AWS::Budgets::Budget', 'budgets', 'accepted, no effect'],
  ['AWS::CloudFront::OriginAccessControl', 'cloudfront', 'accepted: nobody else reads a bucket here'],
  ['AWS::CloudWatch::Dashboard', 'cloudwatch', 'accepted, no effect'],
  ['AWS::KMS::Alias', 'kms', 'accepted, no effect'],
  ['AWS::KMS::Key', 'kms', 'accepted; nothing is encrypted locally and kms permissions are not checked'],
  [
    'AWS::Lambda::LayerVersion',
    'lambda',
    "accepted for the CDK's own functions; functions of the assembly have none",
  ],
  ['AWS::Logs::LogGroup', 'logs', 'accepted; logs are kept by the host'],
  ['AWS::Logs::MetricFilter', 'logs', 'accepted, no effect'],
  ['AWS::Logs::ResourcePolicy', 'logs', 'accepted, no effect'],
  ['AWS::S3::BucketPolicy', 's3', 'accepted, no effect'],
  ['AWS::SNS::TopicPolicy', 'sns', 'accepted; identities of the account are checked by their own policies'],
  ['AWS::Scheduler::ScheduleGroup', 'scheduler', 'accepted, no effect'],
  ['AWS::WAFv2::WebACL', 'wafv2', 'accepted; refuses nobody: here all callers have one address'],
];

const properties = z.object({
  Name: z.string().optional(),
  LogGroupName: z.string().optional(),
  BucketName: z.string().optional(),
  DashboardName: z.string().optional(),
});

export const INERT_TYPES: readonly ResourceType[] = INERT.map(([type, service, support]) =>
  resourceType({
    type,
    support,
    properties,
    deploy: ({ Name, LogGroupName, BucketName, DashboardName }, { name, arn, logicalId }) => {
      const ref = name(Name ?? LogGroupName ?? BucketName ?? DashboardName, 255);
      return {
        ref,
        attributes: {
          Arn:
            type === 'AWS::Logs::LogGroup'
              ? arn(service, `log-group:${ref}:*`)
              : arn(service, `${type.split('::').at(-1)?.toLowerCase()}/${ref}`),
          KeyId: logicalId,
          Id: logicalId,
        },
      };
    },
  }),
);
