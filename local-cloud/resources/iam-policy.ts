import * as z from 'zod';
import { AssemblyError } from '../assembly/assembly-error.js';
import { policySchema, type Policy } from '../iam/policy.js';
import type { Host } from './host.js';
import { resourceType } from './resource-type.js';

function attach(policy: Policy, roles: readonly string[], host: Host): void {
  for (const roleName of roles) {
    const role = host.identities.roleByName(roleName);
    if (role === undefined) throw new AssemblyError(`the role ${roleName} is not part of the assembly`);
    role.policies.push(policy);
  }
}

export const iamPolicy = resourceType({
  type: 'AWS::IAM::Policy',
  support: 'enforced for the roles it is attached to',
  properties: z.object({
    PolicyName: z.string(),
    PolicyDocument: policySchema,
    Roles: z.array(z.string()).default([]),
  }),
  deploy: ({ PolicyName, PolicyDocument, Roles }, { host }) => {
    attach(PolicyDocument, Roles, host);
    return { ref: PolicyName, attributes: { Id: PolicyName } };
  },
});

export const iamManagedPolicy = resourceType({
  type: 'AWS::IAM::ManagedPolicy',
  support: 'enforced for the roles it is attached to',
  properties: z.object({
    ManagedPolicyName: z.string().optional(),
    PolicyDocument: policySchema,
    Roles: z.array(z.string()).default([]),
  }),
  deploy: ({ ManagedPolicyName, PolicyDocument, Roles }, { host, name }) => {
    const arn = `arn:${host.partition}:iam::${host.accountId}:policy/${name(ManagedPolicyName, 128)}`;
    host.managedPolicies.set(arn, PolicyDocument);
    attach(PolicyDocument, Roles, host);
    return { ref: arn, attributes: { PolicyArn: arn } };
  },
});
