import {
  fullDiff,
  mangleLikeCloudFormation,
  type ResourceDifference,
  ResourceImpact,
} from '@aws-cdk/cloudformation-diff';
import * as z from 'zod';

/** What resources are called when a deployment is talked about; what is left is `others`. */
export type Kind = (typeof KIND_OF)[keyof typeof KIND_OF] | 'others';

const KIND_OF = {
  'AWS::DynamoDB::Table': 'tables',
  'AWS::KMS::Key': 'keys',
  'AWS::SQS::Queue': 'queues',
  'AWS::SecretsManager::Secret': 'secrets',
  'AWS::Lambda::Function': 'functions',
  'AWS::StepFunctions::StateMachine': 'workflows',
  'AWS::ApiGatewayV2::Route': 'routes',
  'AWS::ApiGatewayV2::Stage': 'limits',
  'AWS::CloudFront::Distribution': 'doors',
  'AWS::WAFv2::WebACL': 'firewalls',
  'AWS::SNS::Topic': 'topics',
  'AWS::Scheduler::Schedule': 'schedules',
  'AWS::CloudWatch::Alarm': 'alarms',
  'AWS::CloudWatch::CompositeAlarm': 'alarms',
  'AWS::CloudWatch::Dashboard': 'dashboards',
  'AWS::Logs::LogGroup': 'logs',
  'AWS::IAM::Role': 'permissions',
  'AWS::IAM::Policy': 'permissions',
  'AWS::IAM::ManagedPolicy': 'permissions',
  'AWS::Lambda::Permission': 'permissions',
  'AWS::SQS::QueuePolicy': 'permissions',
  'AWS::SNS::TopicPolicy': 'permissions',
  'AWS::S3::BucketPolicy': 'permissions',
  'Custom::CDKBucketDeployment': 'files',
} as const;

/** What holds something that is nowhere else. */
const STATEFUL: ReadonlySet<Kind> = new Set(['tables', 'keys', 'queues', 'secrets']);

/** They come and go with what they are versions of, or are how a stack is laid out. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'AWS::CDK::Metadata',
  'AWS::CloudFormation::Stack',
  'AWS::Lambda::Alias',
  'AWS::Lambda::Version',
  'AWS::StepFunctions::StateMachineAlias',
  'AWS::StepFunctions::StateMachineVersion',
]);

/** What CloudFormation would do to one resource. */
export interface PlannedChange {
  /** `leaves`: it stays where it is, and the stack lets go of it. */
  readonly does: 'adds' | 'changes' | 'replaces' | 'removes' | 'leaves';
  readonly kind: Kind;
  /** What people know it by, else its logical id. */
  readonly name: string;
  readonly holdsData: boolean;
  /** The properties that change. */
  readonly properties: readonly string[];
}

const templateSchema = z.looseObject({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string() })).default({}),
});

/** Members that hold a name which people look for. */
const NAMED_BY =
  /^(?:Function|StateMachine|Table|Queue|Topic|Role|Alarm|LogGroup|Dashboard)Name$|^Name$|^RouteKey$/;

/** `small-grid-prod-receive-sms` is known as `receive-sms`, as is its log; without a name, by its logical id without the CDK's hash. */
function nameOf(id: string, { newProperties, oldProperties }: ResourceDifference): string {
  const properties = newProperties ?? oldProperties ?? {};
  const named = Object.entries(properties).find(
    ([name, value]) => NAMED_BY.test(name) && typeof value === 'string',
  );
  return named === undefined
    ? id.replace(/[0-9A-F]{8}$/, '')
    : String(named[1]).replace(/^small-grid-[a-z0-9]+-|^\/small-grid\/[a-z0-9]+\//, '');
}

const DOES: Readonly<Record<ResourceImpact, PlannedChange['does'] | undefined>> = {
  [ResourceImpact.WILL_CREATE]: 'adds',
  [ResourceImpact.WILL_IMPORT]: 'adds',
  [ResourceImpact.WILL_UPDATE]: 'changes',
  [ResourceImpact.MAY_REPLACE]: 'changes',
  [ResourceImpact.WILL_REPLACE]: 'replaces',
  [ResourceImpact.WILL_DESTROY]: 'removes',
  [ResourceImpact.WILL_ORPHAN]: 'leaves',
  [ResourceImpact.NO_CHANGE]: undefined,
};

/** Undefined of what nobody would notice. */
function changeOf(id: string, change: ResourceDifference): PlannedChange | undefined {
  const type = (change.newResourceType ?? change.oldResourceType ?? '') as keyof typeof KIND_OF;
  if (LEFT_OUT.has(type)) return undefined;
  const properties = Object.keys(change.propertyUpdates);
  const isKept = change.isRemoval && String(change.oldValue?.['DeletionPolicy']).startsWith('Retain');
  const does = isKept ? 'leaves' : DOES[change.changeImpact];
  const others = Object.entries(change.otherChanges)
    .filter(([, { isDifferent }]) => isDifferent)
    .map(([name]) => name);
  const isUnseen =
    does === 'changes' && properties.length === 0 && others.every((name) => name === 'Metadata');
  if (does === undefined || isUnseen) return undefined;
  const kind = KIND_OF[type] ?? 'others';
  return { does, kind, name: nameOf(id, change), holdsData: STATEFUL.has(kind), properties };
}

/**
 * Templates as CloudFormation answers them: `?` for each letter that is not ASCII, as the CDK found, whose function this is. Both sides of a comparison are
 * read like this, or every text in Chinese would look changed. (Where one in a nested stack changes, the address of its template does, too.)
 */
export const asAnswered = (templates: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> =>
  new Map(
    [...templates].map(([place, template]) => [
      place,
      JSON.parse(mangleLikeCloudFormation(JSON.stringify(template))) as unknown,
    ]),
  );

/** What deploying some templates would do to a stack that is there, or to none; by where templates are nested. */
export function plannedChanges(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): PlannedChange[] {
  const changes: PlannedChange[] = [];
  for (const place of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before, after].map((templates) => templateSchema.parse(templates.get(place) ?? {}));
    fullDiff(old ?? {}, now ?? {}).resources.forEachDifference((id, change) => {
      const planned = changeOf(id, change);
      if (planned) changes.push(planned);
    });
  }
  return changes;
}
