/** Something that a tool says of a template. */
export interface Finding {
  /** `AwsSolutions-IAM5[Resource::*]`, `W3005`. */
  readonly rule: string;
  /** The construct or the resource. */
  readonly where: string;
  readonly message: string;
}

interface Accepted {
  readonly rule: RegExp;
  readonly where: RegExp;
  readonly reason: string;
}

const MACHINE = /^SmallGrid\/Workflows\/\w+\/\w+\/Resource$/;
const FILLS_BUCKETS =
  /^SmallGrid\/Edge\/Custom::CDKBucketDeployment\w+\/(ServiceRole\/(DefaultPolicy\/)?)?Resource$/;
const DISTRIBUTION = /^SmallGrid\/Edge\/Distribution\/Resource$/;
const IN_DEFINITION = /^SmallGridWorkflows\w*\/\w+\/Properties/;

/**
 * What AWS Solutions' rules (cdk-nag) and cfn-lint find and stays as it is, with the reason. One that nothing matches any more is an error, too.
 */
const ACCEPTED: readonly Accepted[] = [
  {
    rule: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    where: /^SmallGrid\/Workflows\/\w+\/\w+Role\/DefaultPolicy\/Resource$/,
    reason: 'the actions by which Step Functions has a log delivered know no resources',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    where: /^SmallGrid\/(Workflows|Texts|Residents|Staff|Console)\/\w+Role\/DefaultPolicy\/Resource$/,
    reason: 'the actions by which X-Ray is told of a call know no resources',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::arn:aws(-cn)?:states:.*:execution:.*:\*\]$/,
    where: /^SmallGrid\/(Workflows|Console)\/.*\/DefaultPolicy\/Resource$/,
    reason: 'executions are named after requests, which nobody knows beforehand; the machine is named',
  },
  {
    rule: /^AwsSolutions-SQS3$/,
    where: /^SmallGrid\/(Workflows|Texts)\/\w+\/Turns\/Queue\/Resource$/,
    reason:
      "a schedule's next run gives a town another turn: one that broke off for an hour is worth nothing to anybody",
  },
  {
    rule: /^AwsSolutions-SF1$/,
    where: MACHINE,
    reason:
      'Step Functions keeps each event of an execution for 90 days itself; a log of all would hold them twice, failures are logged',
  },
  {
    rule: /^AwsSolutions-SF2$/,
    where: MACHINE,
    reason:
      'X-Ray is not switched on in the regions of China (infra/tracing.ts); elsewhere it follows every machine',
  },
  {
    rule: /^AwsSolutions-APIG4$/,
    where: /^SmallGrid\/(Residents|Staff|Texts|Console)\/\w+Routes\/\w+ .*\/Resource$/,
    reason:
      'anybody may report, and people without an account follow what they reported: these routes look at a key, a signature, a session or a secret path in the call',
  },
  {
    rule: /^AwsSolutions-IAM[45]\[/,
    where: FILLS_BUCKETS,
    reason:
      "the CDK's own function that puts a deployment's files into their bucket: it reads the CDK's bucket and writes this one, and writes its log",
  },
  {
    rule: /^AwsSolutions-L1$/,
    where: FILLS_BUCKETS,
    reason: 'the runtime of that function is the one that the CDK tries it with',
  },
  {
    rule: /^AwsSolutions-S1$/,
    where: /^SmallGrid\/Edge\/Files\/Resource$/,
    reason: 'the bucket holds the files of pages that anybody may read, and CloudFront alone reads it',
  },
  {
    rule: /^AwsSolutions-CFR1$/,
    where: DISTRIBUTION,
    reason: 'residents who work in another country report from there',
  },
  {
    rule: /^AwsSolutions-CFR3$/,
    where: DISTRIBUTION,
    reason:
      "its log would hold each caller's address beside the key of their request, which stands in the link; API Gateway logs calls by their route",
  },
  {
    rule: /^AwsSolutions-CFR4$/,
    where: DISTRIBUTION,
    reason:
      "a trial without a domain has CloudFront's own certificate, whose oldest version of TLS nobody can choose",
  },
  {
    rule: /^AwsSolutions-SMG4$/,
    where: /^SmallGrid\/Edge\/DoorKey\d*\/Resource$/,
    reason:
      'distribution and functions are told of the key as they are deployed: one that was changed between two deployments would close the door; npm run rotate -- --door has another one shown',
  },
  {
    rule: /^W3005$/,
    where: /^SmallGrid\w+\/\w+\/DependsOn\/\d+$/,
    reason: 'the CDK names a role beside its policy, on which the function waits',
  },
  {
    rule: /^W6001$/,
    where: /^SmallGrid\/Outputs\/TableName\/Value\/Fn::ImportValue$/,
    reason:
      'the app tells which table it works on: the one of the data stack, or the one that the settings name',
  },
  {
    rule: /^E3601$/,
    where: IN_DEFINITION,
    reason:
      'a TimeoutSeconds in JSONata is an expression, which cfn-lint does not know within a state machine; asl-validator looks at definitions (test/workflows)',
  },
  {
    rule: /^E1101$/,
    where: IN_DEFINITION,
    reason: 'cfn-lint fails at the same place inside a Parallel, where a path has a number',
  },
];

export interface Judgement {
  /** What nobody accepted. */
  readonly open: readonly Finding[];
  /** Reasons that nothing found calls for. */
  readonly stale: readonly string[];
}

const fits = ({ rule, where }: Accepted, finding: Finding): boolean =>
  rule.test(finding.rule) && where.test(finding.where);

/** Judges findings of some tools, by the beginning of their rules: `AwsSolutions`, or `E` and `W` of cfn-lint. */
export function judge(findings: readonly Finding[], tool: RegExp): Judgement {
  const accepted = ACCEPTED.filter(({ rule }) => tool.test(rule.source.slice(1)));
  return {
    open: findings.filter((finding) => !accepted.some((one) => fits(one, finding))),
    stale: accepted
      .filter((one) => !findings.some((finding) => fits(one, finding)))
      .map(({ rule, reason }) => `${rule.source}: ${reason}`),
  };
}
