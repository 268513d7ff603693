import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { readStacks } from '../../tools/templates/flattened.js';
import { permissionLines, type Statement } from '../infra/permissions.js';

const ASSEMBLY = join(import.meta.dirname, '..', '..', 'cdk.out');
const TEMPLATE = 'SmallGrid.template.json';
const MANIFEST = 'manifest.json';

const statementSchema = z.looseObject({
  Effect: z.literal('Allow'),
  Action: z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat()),
  Resource: z.unknown().optional(),
  NotResource: z.unknown().optional(),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});
const policySchema = z.object({
  Roles: z.array(z.object({ Ref: z.string() })),
  PolicyName: z.string(),
  PolicyDocument: z.object({ Version: z.string(), Statement: z.array(statementSchema) }),
});
type Template = ReturnType<typeof readStacks>['whole'];
type Resource = Template['Resources'][string];

/** One action on one resource that one role may do. */
export interface Grant {
  /** `AskPersonRole: dynamodb:GetItem on RequestRecordsTable *#town#*`; its `Sid` in the hosted template. */
  readonly id: string;
  readonly action: string;
  readonly role: string;
  readonly statement: Statement;
}

const withoutHash = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

function* single(role: string, statement: z.infer<typeof statementSchema>): Generator<Grant> {
  const resources = statement.Resource === undefined ? [undefined] : [statement.Resource].flat();
  // Nobody asks X-Ray's permissions here: without one of them nothing would fail.
  for (const action of statement.Action.filter((one) => !one.startsWith('xray:')))
    for (const resource of resources) {
      const { Effect, NotResource, Condition } = statement;
      const one: Statement = {
        Effect,
        Action: [action],
        ...(resource === undefined ? { NotResource: [NotResource].flat() } : { Resource: [resource] }),
        ...(Condition === undefined ? {} : { Condition }),
      };
      yield { id: `${withoutHash(role)}: ${permissionLines([one])[0]}`, action, role, statement: one };
    }
}

/** The grants of one policy, those aside that the role was given by a policy before. */
function grantsIn(properties: unknown, seen: Set<string>): Grant[] {
  const { Roles, PolicyDocument } = policySchema.parse(properties);
  const all = Roles.flatMap(({ Ref }) =>
    PolicyDocument.Statement.flatMap((statement) => [...single(Ref, statement)]),
  );
  return all.filter(({ id }) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

const isPolicy = ([, { Type }]: [string, { Type: string }]) => Type === 'AWS::IAM::Policy';

function grantsOf({ Resources }: Template): Grant[] {
  const seen = new Set<string>();
  return Object.entries(Resources)
    .filter(isPolicy)
    .flatMap(([, { Properties }]) => grantsIn(Properties, seen));
}

/** One policy as several, one a role, each grant in a statement of its own. The first keeps the name others wait for. */
function takenApart(logicalId: string, resource: Resource, grants: readonly Grant[]): [string, Resource][] {
  const roles = [...new Set(grants.map(({ role }) => role))];
  const { PolicyName } = policySchema.parse(resource.Properties);
  return (roles.length === 0 ? [undefined] : roles).map((role, index) => {
    const Statement = grants
      .filter((grant) => grant.role === role)
      .map(({ id, statement }) => ({ ...statement, Sid: id }));
    const Properties = {
      PolicyName: `${PolicyName}${index || ''}`,
      PolicyDocument: { Version: '2012-10-17', Statement },
      Roles: role === undefined ? [] : [{ Ref: role }],
    };
    return [`${logicalId}${index || ''}`, { ...resource, Properties }];
  });
}

/** The same template with every grant in a statement of its own, but for one. */
function regranted(template: Template, without: string | undefined): Template {
  const seen = new Set<string>();
  const resources = Object.entries(template.Resources).flatMap(([logicalId, resource]) => {
    if (resource.Type !== 'AWS::IAM::Policy') return [[logicalId, resource] as const];
    const kept = grantsIn(resource.Properties, seen).filter(({ id }) => id !== without);
    return takenApart(logicalId, resource, kept);
  });
  return { ...template, Resources: Object.fromEntries(resources) };
}

/** Where one template holds all of the stacks. */
const manifestOf = (assembly: string): object => {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(assembly, MANIFEST), 'utf8')));
  const others = Object.entries(manifest.artifacts).filter(([, { type }]) => type !== STACK);
  const all = {
    type: STACK,
    environment: 'aws://unknown-account/unknown-region',
    properties: { templateFile: TEMPLATE },
  };
  return { ...manifest, artifacts: { ...Object.fromEntries(others), SmallGrid: all } };
};
const STACK = 'aws:cloudformation:stack';
const manifestSchema = z.looseObject({
  artifacts: z.record(z.string(), z.looseObject({ type: z.string() })),
});

/** The synthesized assembly as one stack, with its permissions taken apart grant by grant. */
export class GrantedAssembly {
  private readonly template = readStacks(ASSEMBLY).whole;
  private readonly manifest = manifestOf(ASSEMBLY);
  readonly grants: readonly Grant[] = grantsOf(this.template);
  private readonly folders: string[] = [];

  /** The folder of an assembly that lacks the grant of this id, or none. */
  without(id?: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'small-grid-grants-'));
    this.folders.push(folder);
    for (const name of readdirSync(ASSEMBLY))
      if (![TEMPLATE, MANIFEST].includes(name)) symlinkSync(join(ASSEMBLY, name), join(folder, name));
    writeFileSync(join(folder, MANIFEST), JSON.stringify(this.manifest));
    writeFileSync(join(folder, TEMPLATE), JSON.stringify(regranted(this.template, id)));
    return folder;
  }

  remove(): void {
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true });
  }
}
