import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

type Properties = Readonly<Record<string, unknown>>;
export interface Resource {
  readonly Type: string;
  readonly Properties?: Properties;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}
export type Resources = Readonly<Record<string, Resource>>;

/** A template that another one nests. */
export interface Nested {
  readonly Parameters?: Readonly<Record<string, { readonly Type: 'String'; readonly Default?: string }>>;
  readonly Resources: Resources;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
}

export const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
export const ref = (logicalId: string) => ({ Ref: logicalId });

const trust = (service: string) => ({
  Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: service } }],
  Version: '2012-10-17',
});

export const policy = (...statements: readonly Properties[]) => ({
  Version: '2012-10-17',
  Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })),
});

/** A role that a service may take, with these permissions. */
export const role = (service: string, ...statements: readonly Properties[]): Resource => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: trust(service),
    Policies: [{ PolicyName: 'inline', PolicyDocument: policy(...statements) }],
  },
});

/** A function with a role of its own; `NAME` gives `NAME` and `NAMERole`. */
export const lambda = (
  name: string,
  handler: string,
  statements: readonly Properties[],
  properties: Properties = {},
): Resources => ({
  [`${name}Role`]: role('lambda.amazonaws.com', ...statements),
  [name]: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Role: arnOf(`${name}Role`),
      Runtime: 'nodejs24.x',
      Handler: `index.${handler}`,
      Code: { S3Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}' }, S3Key: 'code.zip' },
      Timeout: 20,
      MemorySize: 128,
      Environment: { Variables: { TABLE: ref('Table'), OWN: 'value' } },
      ...properties,
    },
  },
});

export const table: Resources = {
  Table: {
    Type: 'AWS::DynamoDB::GlobalTable',
    Properties: {
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
      Replicas: [{ Region: ref('AWS::Region') }],
    },
  },
};

export const tableAccess = { Action: ['dynamodb:GetItem', 'dynamodb:PutItem'], Resource: arnOf('Table') };

/** So that Lambda may hand a function what waits in a queue. */
export const queueAccess = (queue: string) => ({
  Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  Resource: arnOf(queue),
});

/** Hands a function what waits in a queue. */
export const mapping = (functionId: string, queue: string, properties: Properties = {}): Resource => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: { FunctionName: ref(functionId), EventSourceArn: arnOf(queue), ...properties },
});

/** `Machine`, and `MachineRole` with these permissions. */
export const machine = (
  definition: Properties,
  statements: readonly Properties[] = [],
  properties: Properties = {},
): Resources => ({
  MachineRole: role('states.amazonaws.com', ...statements),
  Machine: {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: {
      RoleArn: arnOf('MachineRole'),
      DefinitionString: JSON.stringify({ QueryLanguage: 'JSONata', ...definition }),
      ...properties,
    },
  },
});

export const resting = (seconds: number): Resources =>
  machine({ StartAt: 'Rest', States: { Rest: { Type: 'Wait', Seconds: seconds, End: true } } });

export interface SampleAssembly {
  readonly directory: string;
  remove(): void;
}

let bundle: string | undefined;

function handlers(): string {
  bundle ??= buildSync({
    entryPoints: [join(import.meta.dirname, 'handlers.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
  }).outputFiles[0]?.text;
  return bundle ?? '';
}

/** Writes a cloud assembly with one stack, as `cdk synth` would lay it out. */
export function writeAssembly(
  resources: Resources,
  outputs: Readonly<Record<string, { Value: unknown }>> = {},
  parameters: Readonly<Record<string, { Type: 'String'; Default?: string }>> = {},
  nested: Readonly<Record<string, Nested>> = {},
): SampleAssembly {
  const directory = mkdtempSync(join(tmpdir(), 'local-cloud-assembly-'));
  const write = (file: string, content: unknown) =>
    writeFileSync(join(directory, file), JSON.stringify(content));
  mkdirSync(join(directory, 'asset.code'));
  writeFileSync(join(directory, 'asset.code', 'index.mjs'), handlers());
  write('manifest.json', {
    version: '48.0.0',
    artifacts: {
      'Sample.assets': { type: 'cdk:asset-manifest', properties: { file: 'Sample.assets.json' } },
      Sample: {
        type: 'aws:cloudformation:stack',
        properties: { templateFile: 'Sample.template.json' },
        dependencies: ['Sample.assets'],
      },
    },
  });
  write('Sample.assets.json', {
    files: {
      code: {
        source: { path: 'asset.code', packaging: 'zip' },
        destinations: { here: { objectKey: 'code.zip' } },
      },
      ...Object.fromEntries(
        Object.keys(nested).map((name) => [
          name,
          {
            source: { path: `${name}.nested.template.json`, packaging: 'file' },
            destinations: { here: { objectKey: `${name}.json` } },
          },
        ]),
      ),
    },
  });
  for (const [name, template] of Object.entries(nested)) write(`${name}.nested.template.json`, template);
  write('Sample.template.json', { Parameters: parameters, Resources: resources, Outputs: outputs });
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
