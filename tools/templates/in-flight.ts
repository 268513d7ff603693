import * as z from 'zod';
import type { Resource, Template } from './flattened.js';

/** The role and the callees of one machine's executions, by the names that AWS knows. */
interface Machine {
  readonly role: string;
  /** Functions and machines that its definition names. */
  readonly calls: readonly string[];
}

/**
 * Everything that an execution begun before an update may use: it keeps the definition and the role that it began with.
 */
export interface InFlight {
  readonly machines: Readonly<Record<string, Machine>>;
  /** Rights of the machines' roles and their functions, one a line; under `anybody`, the answering of their tasks. */
  readonly granted: Readonly<Record<string, readonly string[]>>;
}

const MACHINE = 'AWS::StepFunctions::StateMachine';
const FUNCTION = 'AWS::Lambda::Function';
const NAMED_BY: Readonly<Record<string, string>> = {
  [MACHINE]: 'StateMachineName',
  [FUNCTION]: 'FunctionName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
};

const listed = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const policySchema = z.object({
  PolicyDocument: z.object({
    Statement: z.array(
      z.looseObject({
        Action: listed.default([]),
        Resource: z.unknown().optional(),
        NotResource: z.unknown().optional(),
        Condition: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
      }),
    ),
  }),
  Roles: z.array(z.object({ Ref: z.string() })).default([]),
});
type Statement = z.infer<typeof policySchema>['PolicyDocument']['Statement'][number];
const machineSchema = z.object({
  RoleArn: z.unknown(),
  DefinitionSubstitutions: z.record(z.string(), z.unknown()).default({}),
});
const functionSchema = z.object({ Role: z.unknown() });
const attributeSchema = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });
const machineAliasSchema = z.object({
  DeploymentPreference: z.object({ StateMachineVersionArn: attributeSchema }),
});

/** A template whose resources are called as AWS calls them. */
class NamedTemplate {
  constructor(private readonly template: Template) {}

  ofType(type: string): (readonly [name: string, resource: Resource])[] {
    return Object.entries(this.template.Resources).flatMap(([id, resource]) =>
      resource.Type === type ? [[this.nameOf(id), resource] as const] : [],
    );
  }

  nameOf(id: string): string {
    const resource = this.template.Resources[id];
    const aliased = resource && this.aliasedBy(resource);
    if (aliased !== undefined) return `${aliased}:${String(resource?.Properties['Name'])}`;
    const name = resource?.Properties[NAMED_BY[resource.Type] ?? ''];
    return typeof name === 'string' ? name : id;
  }

  /** The function or machine that an alias stands for. */
  private aliasedBy({ Type, Properties }: Resource): string | undefined {
    if (Type === 'AWS::Lambda::Alias') return this.said(Properties['FunctionName']);
    if (Type !== 'AWS::StepFunctions::StateMachineAlias') return undefined;
    const [version] =
      machineAliasSchema.parse(Properties).DeploymentPreference.StateMachineVersionArn['Fn::GetAtt'];
    return this.said(this.template.Resources[version]?.Properties['StateMachineArn']);
  }

  /** A value with names in place of references, as a line. */
  said(value: unknown): string {
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) return value.map((one) => this.said(one)).join('');
    if (typeof value !== 'object' || value === null) return String(value);
    const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': joined } = value as Record<string, unknown>;
    if (typeof Ref === 'string') return this.nameOf(Ref);
    if (Array.isArray(attribute)) return this.nameOf(String(attribute[0]));
    if (Array.isArray(joined)) return this.said(joined[1]);
    return Object.values(value)
      .map((one) => this.said(one))
      .join(' ');
  }
}

/** Reads what executions may rely on from all templates of a deployment as one. */
export function inFlight(whole: Template): InFlight {
  const template = new NamedTemplate(whole);
  const machines = Object.fromEntries(
    template.ofType(MACHINE).map(([name, { Properties }]) => {
      const { RoleArn, DefinitionSubstitutions } = machineSchema.parse(Properties);
      const { Partition: _partition, ...named } = DefinitionSubstitutions;
      const calls = Object.values(named).map((one) => template.said(one));
      return [name, { role: template.said(RoleArn), calls: calls.toSorted() }];
    }),
  );
  const called = new Set(
    Object.values(machines).flatMap(({ calls }) => calls.map((one) => one.replace(/:\w+$/, ''))),
  );
  const relied = new Set([
    ...Object.values(machines).map(({ role }) => role),
    ...template
      .ofType(FUNCTION)
      .flatMap(([name, { Properties }]) =>
        called.has(name) ? [template.said(functionSchema.parse(Properties).Role)] : [],
      ),
  ]);
  return { machines, granted: grantedTo(template, relied) };
}

const ANSWERS = /^states:SendTask/;
/** Whether it is traced, and where a line goes, stops nobody. */
const ASIDE = /^(?:logs|xray):/;
const ANYBODY = 'anybody';

function grantedTo(template: NamedTemplate, relied: ReadonlySet<string>): InFlight['granted'] {
  const granted = new Map<string, Set<string>>();
  const add = (role: string, line: string): void =>
    void granted.set(role, (granted.get(role) ?? new Set()).add(line));
  for (const [, { Properties }] of template.ofType('AWS::IAM::Policy')) {
    const { PolicyDocument, Roles } = policySchema.parse(Properties);
    const lines = PolicyDocument.Statement.flatMap((one) => linesOf(template, one));
    for (const role of Roles.map((one) => template.said(one)))
      for (const line of lines) {
        // Another door may answer in its place.
        if (ANSWERS.test(line)) add(ANYBODY, line);
        else if (relied.has(role) && !ASIDE.test(line)) add(role, line);
      }
  }
  const byRole = [...granted].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(byRole.map(([role, lines]) => [role, [...lines].toSorted()]));
}

/** A line for each action on each resource, and for each kind of items: the CDK joins statements as it likes. */
function linesOf(template: NamedTemplate, { Action, Resource, NotResource, Condition }: Statement): string[] {
  const resources = Resource === undefined ? [`all but ${template.said(NotResource)}`] : [Resource].flat();
  const conditions = Object.values(Condition).flatMap((one) => Object.values(one).flat());
  return Action.flatMap((action) =>
    resources.flatMap((resource) =>
      (conditions.length === 0 ? [''] : conditions).map((condition) =>
        `${action} ${template.said(resource)} ${template.said(condition)}`.trim(),
      ),
    ),
  );
}

/**
 * What an update must not take from executions that began before it, as lines for whoever made the change.
 *
 * @param given permissions that nothing in flight asks for, by a beginning of their line, each with the reason that
 * somebody found.
 */
export function refusedInFlight(
  before: InFlight,
  after: InFlight,
  given: Readonly<Record<string, string>> = {},
): string[] {
  const isGiven = (line: string): boolean =>
    Object.keys(given).some((beginning) => line.startsWith(beginning));
  const machines = Object.entries(before.machines).flatMap(([name, { role }]) => {
    const now = after.machines[name];
    if (!now) return [`${name}: is gone or renamed; whoever is asked by its executions answers nobody`];
    return now.role === role ? [] : [`${name}: its executions go on under the role ${role}, which is gone`];
  });
  const permissions = Object.entries(before.granted).flatMap(([role, lines]) =>
    lines
      .filter((line) => !(after.granted[role] ?? []).includes(line))
      .map((line) => `${role}: may no longer ${line}`)
      .filter((line) => !isGiven(line)),
  );
  return [...machines, ...permissions];
}
