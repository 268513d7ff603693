import * as z from 'zod';
import { ofType, type Template } from './synthesized.js';

const many = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const resources = z.union([z.array(z.unknown()), z.unknown().transform((value) => [value])]);
const statementSchema = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: many,
  Resource: resources.optional(),
  NotResource: resources.optional(),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});
export type Statement = z.infer<typeof statementSchema>;

const reference = z.object({ Ref: z.string() });
const policySchema = z.object({
  Roles: z.array(reference),
  PolicyDocument: z.object({ Statement: z.array(statementSchema) }),
});

const withoutHash = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

/** Without what it takes to tell X-Ray of a call: its actions know no resources, and every role may. */
function untraced(statements: readonly Statement[]): Statement[] {
  const rest = statements.map((one) => ({
    ...one,
    Action: one.Action.filter((action) => !action.startsWith('xray:')),
  }));
  return rest.filter(({ Action }) => Action.length > 0);
}

/** Every statement of every role but those for X-Ray, by the role's name without CDK's hash. */
export function statementsByRole(template: Template): Record<string, Statement[]> {
  const byRole: Record<string, Statement[]> = {};
  for (const { Properties } of Object.values(ofType(template, 'AWS::IAM::Policy'))) {
    const { Roles, PolicyDocument } = policySchema.parse(Properties);
    for (const { Ref } of Roles)
      (byRole[withoutHash(Ref)] ??= []).push(...untraced(PolicyDocument.Statement));
  }
  return byRole;
}

/** A resource as people name it: logical ids without hashes, intrinsic functions as what they stand for. */
function nameOf(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  if (Array.isArray(resource)) return resource.map(nameOf).join(' ');
  const [[intrinsic, argument] = ['', undefined]] = Object.entries(
    z.record(z.string(), z.unknown()).parse(resource),
  );
  switch (intrinsic) {
    case 'Ref':
      return withoutHash(String(argument));
    case 'Fn::GetAtt':
      return withoutHash(String(Array.isArray(argument) ? argument[0] : argument));
    case 'Fn::Join':
      return Array.isArray(argument) && Array.isArray(argument[1]) ? argument[1].map(nameOf).join('') : '?';
    case 'Fn::Select':
      return Array.isArray(argument) ? nameOf(argument[1]) : '?';
    case 'Fn::Split':
      return Array.isArray(argument) ? nameOf(argument[1]) : '?';
    default:
      return intrinsic;
  }
}

/** One line a permission: service:actions, on what, under which condition. Sorted. */
export function permissionLines(statements: readonly Statement[]): string[] {
  return statements
    .map(({ Effect, Action, Resource, NotResource, Condition }) => {
      const where = NotResource
        ? `not ${NotResource.map(nameOf).join(', ')}`
        : (Resource ?? []).map(nameOf).sort().join(', ');
      const keys = Object.values(Condition ?? {}).flatMap((condition) =>
        Object.values(condition).map(nameOf),
      );
      return [...(Effect === 'Deny' ? ['deny'] : []), Action.join(' '), 'on', where, ...keys].join(' ');
    })
    .sort();
}
