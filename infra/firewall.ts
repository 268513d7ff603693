/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { StageNames } from './stage-names.js';

/**
 * Calls of one address in five minutes, the carrier's door aside. A page and its files are some ten; five hundred
 * people of one village, who come by one address of their mobile carrier, may follow a link at once, and one loop of
 * curl comes to twice as many.
 */
export const CALLS_OF_AN_ADDRESS = 10_000;

/** Rules that look at content. They only count: no report may be lost for its words, and photos exceed 8 KB. */
const COUNTED = [
  'CrossSiteScripting_BODY',
  'EC2MetaDataSSRF_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'SizeRestrictions_BODY',
];

const TOO_MANY = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>请稍后再试 · Please try again</title></head><body><main><h1>请稍后再试</h1><p>您所在的网络短时间内访问过于频繁，请五分钟后再试。遇到危险，请立即拨打报警或急救电话。</p><div lang="en"><h1>Please try again in five minutes</h1><p>Too many calls came from you, or from your network, in a short time. In danger, call the emergency services now.</p></div></main></body></html>`;

const CARRIERS_DOOR = {
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString: '/carrier/',
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
};
const NOT_OF_CARRIERS = { notStatement: { statement: CARRIERS_DOOR } };

const measured = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  // A sample would show addresses and what stands in them, a request's key for instance.
  sampledRequestsEnabled: false,
});

/** The firewall before a distribution: one address's limit, and AWS's managed rules. It must lie in us-east-1. */
export class Firewall extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, names: StageNames) {
    super(scope, id);
    this.arn = new CfnWebACL(this, 'WebAcl', {
      name: names('door'),
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: measured('door'),
      customResponseBodies: { 'too-many': { contentType: 'TEXT_HTML', content: TOO_MANY } },
      rules: [
        {
          name: 'calls-of-an-address',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429, customResponseBodyKey: 'too-many' } } },
          statement: {
            rateBasedStatement: {
              aggregateKeyType: 'IP',
              limit: CALLS_OF_AN_ADDRESS,
              evaluationWindowSec: 300,
              scopeDownStatement: NOT_OF_CARRIERS,
            },
          },
          visibilityConfig: measured('calls-of-an-address'),
        },
        {
          name: 'common-rules',
          priority: 1,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: 'AWS',
              name: 'AWSManagedRulesCommonRuleSet',
              ruleActionOverrides: COUNTED.map((name) => ({ name, actionToUse: { count: {} } })),
              scopeDownStatement: NOT_OF_CARRIERS,
            },
          },
          visibilityConfig: measured('common-rules'),
        },
      ],
    }).attrArn;
  }
}

export interface FirewallStackProps extends StackProps {
  readonly names: StageNames;
}

/** The firewall of a deployment that lies in another region. Its ARN goes into the settings. */
export class FirewallStack extends Stack {
  constructor(scope: Construct, id: string, { names, ...props }: FirewallStackProps) {
    super(scope, id, props);
    new CfnOutput(this, 'WebAclArn', { value: new Firewall(this, 'Firewall', names).arn });
  }
}
