import * as z from 'zod';
import { AssemblyError } from '../assembly/assembly-error.js';
import { policySchema, type Policy } from '../iam/policy.js';
import { awsManagedPolicy } from './aws-managed-policies.js';
import type { Host } from './host.js';
import { resourceType } from './resource-type.js';

const properties = z.object({
  RoleName: z.string().optional(),
  Path: z.string().default('/'),
  AssumeRolePolicyDocument: policySchema,
  ManagedPolicyArns: z.array(z.string()).default([]),
  Policies: z.array(z.object({ PolicyDocument: policySchema })).default([]),
});

function managedPolicy(arn: string, host: Host): Policy {
  const policy = host.managedPolicies.get(arn) ?? awsManagedPolicy(arn);
  if (policy === undefined)
    throw new AssemblyError(`the managed policy ${arn} is not known to the local cloud`);
  return policy;
}

export const iamRole = resourceType({
  type: 'AWS::IAM::Role',
  support: 'trust and permissions are enforced',
  properties,
  deploy: ({ RoleName, Path, AssumeRolePolicyDocument, ManagedPolicyArns, Policies }, { host, name }) => {
    const roleName = name(RoleName, 64);
    const arn = `arn:${host.partition}:iam::${host.accountId}:role${Path}${roleName}`;
    const inline = Policies.map(({ PolicyDocument }) => PolicyDocument);
    const managed = ManagedPolicyArns.map((policyArn) => managedPolicy(policyArn, host));
    host.identities.addRole({
      name: roleName,
      arn,
      trust: AssumeRolePolicyDocument,
      policies: [...inline, ...managed],
    });
    return { ref: roleName, attributes: { Arn: arn, RoleId: `AROA${roleName}` } };
  },
});
