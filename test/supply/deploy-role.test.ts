import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { key, KEY_KIND, type KeyKind } from '../../adapters/table-keys.js';
import { stageNames } from '../../infra/stage-names.js';

const listed = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const named = z.object({ 'Fn::Sub': z.string() });
/** Left out where there is nothing of the kind. */
const optional = z
  .object({
    'Fn::If': z.tuple([z.literal('NamesTable'), named, z.strictObject({ Ref: z.literal('AWS::NoValue') })]),
  })
  .transform(({ 'Fn::If': [, given] }) => given);
const resourceSchema = z.union([z.string(), named, optional]);
const statementSchema = z.looseObject({
  Effect: z.literal('Allow'),
  Action: listed,
  Resource: z.union([resourceSchema.transform((one) => [one]), z.array(resourceSchema)]),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});
const roleSchema = z.looseObject({
  AssumeRolePolicyDocument: z.looseObject({ Statement: z.array(z.looseObject({})) }),
  Policies: z.array(
    z.looseObject({ PolicyDocument: z.looseObject({ Statement: z.array(statementSchema) }) }),
  ),
});
const templateSchema = z.looseObject({
  Resources: z.looseObject({ DeployRole: z.looseObject({ Properties: roleSchema }) }),
});

const file = join(import.meta.dirname, '../../infra/deploy-role.yaml');
const role = templateSchema.parse(parse(readFileSync(file, 'utf8'))).Resources.DeployRole.Properties;
const statements = role.Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
const granting = (action: string) => statements.filter(({ Action }) => Action.includes(action));

/** As IAM compares: `*` is anything. */
const matches = (pattern: string, value: string): boolean =>
  new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`).test(value);
function escaped(text: string): string {
  return text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
}

describe('the role of a deployment', () => {
  it('is taken by one environment of one repository, and by nobody else', () => {
    expect(role.AssumeRolePolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: {
          Federated: { 'Fn::If': ['MakesProvider', { Ref: 'Provider' }, { Ref: 'ProviderArn' }] },
        },
        Condition: {
          StringEquals: {
            'token.actions.githubusercontent.com:aud': { 'Fn::Sub': 'sts.${AWS::URLSuffix}' },
            'token.actions.githubusercontent.com:sub': {
              'Fn::Sub': 'repo:${Repository}:environment:${Stage}',
            },
          },
        },
      },
    ]);
  });

  it('may do no more than take the roles of cdk bootstrap, and what a deployment compares and the doctor looks at', () => {
    expect(statements.flatMap(({ Action }) => Action).toSorted()).toEqual([
      'cloudformation:DescribeStacks',
      'cloudformation:DescribeStacks',
      'cloudformation:GetTemplate',
      'cloudformation:ListStackResources',
      'dynamodb:BatchGetItem',
      'dynamodb:DescribeContinuousBackups',
      'dynamodb:DescribeTable',
      'dynamodb:GetItem',
      'dynamodb:Query',
      'sns:GetSMSAttributes',
      'sns:GetSMSSandboxAccountStatus',
      'states:DescribeStateMachine',
      'states:DescribeStateMachineForExecution',
      'states:ListExecutions',
      'sts:AssumeRole',
    ]);
  });

  it('names its resources: of bootstrap the account and region, of small-grid the stage', () => {
    const of = stageNames('${Stage}')('');
    const wide = statements
      .flatMap(({ Action, Resource }) => Resource.map((resource) => ({ Action, resource })))
      .filter(({ resource }) => {
        const name = typeof resource === 'string' ? resource : resource['Fn::Sub'];
        return (
          !name.includes(of) &&
          !name.endsWith(':table/${Table}') &&
          !name.includes(':stack/CDKToolkit/') &&
          !/role\/cdk-\$\{Qualifier\}-[a-z-]+-\$\{AWS::AccountId\}-(?:\$\{AWS::Region\}|us-east-1)$/.test(
            name,
          )
        );
      });
    expect(wide.map(({ Action }) => Action)).toEqual([
      ['sns:GetSMSAttributes', 'sns:GetSMSSandboxAccountStatus'],
    ]);
  });

  it('reaches the table that the settings name, too, wherever it reaches those of the stage', () => {
    const tables = statements.map(({ Resource }) =>
      Resource.flatMap((resource) => {
        const name = typeof resource === 'string' ? resource : resource['Fn::Sub'];
        return /:table\/(.*)$/.exec(name)?.[1] ?? [];
      }),
    );
    const some = tables.filter((names) => names.length > 0);
    expect(some).toHaveLength(3);
    for (const names of some) expect(names).toEqual(['small-grid-${Stage}-*', '${Table}']);
  });

  it('reads the towns and what waits, and nothing of a resident', () => {
    const [reading] = granting('dynamodb:Query');
    const patterns = z
      .object({ 'dynamodb:LeadingKeys': z.array(z.string()) })
      .parse(reading?.Condition?.['ForAllValues:StringLike'])['dynamodb:LeadingKeys'];
    const kinds = Object.keys(KEY_KIND) as KeyKind[];
    const readable = kinds.filter((kind) =>
      ['data', 'requests', 'texts', 'K7Q3M2P8', 'http', 'links'].some((id) =>
        patterns.some((pattern) => matches(pattern, key('sanhehu', kind, id))),
      ),
    );
    expect(readable).toEqual(['town', 'unstarted']);
    // A condition on a set of values holds for an empty one.
    expect(reading?.Condition?.['Null']).toEqual({ 'dynamodb:LeadingKeys': 'false' });
  });
});
