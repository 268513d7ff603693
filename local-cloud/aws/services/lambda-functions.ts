import { createHash } from 'node:crypto';
import * as z from 'zod';
import { parsePlainJson } from '../../assembly/json.js';
import { AwsError } from '../../errors/aws-error.js';
import type { FunctionConfig } from '../../lambda/function-config.js';
import { LATEST, qualified, splitReference } from '../../lambda/function-reference.js';
import type { FunctionVersions } from '../../lambda/function-versions.js';
import type { MadeFunctions } from '../../lambda/made-functions.js';
import type { WireAnswer, WireRequest } from '../wire.js';
import { JSON_TYPE } from './lambda/lambda-route.js';

const invalid = (message: string): AwsError => new AwsError('InvalidParameterValueException', message);

const unsupported = (name: string) =>
  z.undefined({ error: `The local cloud does not support ${name}` }).optional();

const creationSchema = z.object({
  FunctionName: z.string().regex(/^[\w-]{1,64}$/, 'FunctionName is not valid'),
  Role: z.string(),
  Handler: z.string(),
  Runtime: z.string().regex(/^nodejs/, 'The local cloud supports Node.js functions only'),
  Code: z.object({
    ZipFile: z.string({ error: 'The local cloud needs Code.ZipFile' }),
    S3Bucket: unsupported('code in S3'),
    ImageUri: unsupported('images'),
  }),
  PackageType: z.literal('Zip', { error: 'The local cloud does not support images' }).optional(),
  Timeout: z.number().int().min(1).max(900).default(3),
  MemorySize: z.number().int().min(128).max(10_240).default(128),
  Environment: z.object({ Variables: z.record(z.string(), z.string()).default({}) }).optional(),
  Layers: unsupported('layers'),
  VpcConfig: unsupported('VPCs'),
  Publish: z
    .literal(false, { error: 'The local cloud does not publish a version with a function' })
    .optional(),
});

export const described = (config: FunctionConfig) => ({
  FunctionName: config.name,
  FunctionArn: config.arn,
  Role: config.roleArn,
  Handler: config.handler,
  Timeout: config.timeoutSeconds,
  MemorySize: config.memoryMegabytes,
});

/** The members of GetFunctionConfiguration besides those of a list. */
const configurationOf = (config: FunctionConfig) => ({
  ...described(config),
  Version: config.version ?? LATEST,
  State: 'Active',
  LastUpdateStatus: 'Successful',
  PackageType: 'Zip',
  ...(Object.keys(config.environment).length > 0 && { Environment: { Variables: config.environment } }),
});

const answer = (status: number, body: object): WireAnswer => ({
  status,
  headers: JSON_TYPE,
  body: JSON.stringify(body),
});

export interface FunctionCallsOptions {
  readonly made: MadeFunctions;
  /** The beginning of functions' ARNs. */
  readonly arnPrefix: string;
  readonly versions: FunctionVersions;
  /** The function that a request means, or its version or alias. */
  readonly find: (request: WireRequest, reference: string) => FunctionConfig;
  readonly functions: () => readonly FunctionConfig[];
  readonly authorize: (request: WireRequest, action: string, arn: string) => void;
  /** Whether Lambda may take the role. */
  readonly isAssumable: (roleArn: string) => boolean;
}

export async function createFunction(
  request: WireRequest,
  { made, arnPrefix, functions, authorize, isAssumable }: FunctionCallsOptions,
): Promise<WireAnswer> {
  const parsed = creationSchema.safeParse(parsePlainJson(request.body));
  if (!parsed.success) throw invalid(parsed.error.issues[0]?.message ?? 'the function is not valid');
  const { FunctionName: name, Code, ...given } = parsed.data;
  const arn = `${arnPrefix}${name}`;
  authorize(request, 'lambda:CreateFunction', arn);
  if (functions().some((one) => one.name === name))
    throw new AwsError('ResourceConflictException', `Function already exist: ${name}`, 409);
  if (!isAssumable(given.Role))
    throw invalid('The role defined for the function cannot be assumed by Lambda.');
  const config = await made.make({
    name,
    arn,
    roleArn: given.Role,
    handler: given.Handler,
    environment: given.Environment?.Variables ?? {},
    timeoutSeconds: given.Timeout,
    memoryMegabytes: given.MemorySize,
    zip: Code.ZipFile,
  });
  const code = Buffer.from(Code.ZipFile, 'base64');
  return answer(201, {
    ...configurationOf(config),
    Runtime: given.Runtime,
    CodeSize: code.length,
    CodeSha256: createHash('sha256').update(code).digest('base64'),
  });
}

export function getFunction(
  request: WireRequest,
  reference: string,
  { find, authorize }: FunctionCallsOptions,
): WireAnswer {
  const config = find(request, reference);
  authorize(request, 'lambda:GetFunction', config.arn);
  return answer(200, { Configuration: configurationOf(config) });
}

export function getFunctionConfiguration(
  request: WireRequest,
  reference: string,
  { find, authorize }: FunctionCallsOptions,
): WireAnswer {
  const config = find(request, reference);
  authorize(request, 'lambda:GetFunctionConfiguration', config.arn);
  return answer(200, configurationOf(config));
}

export async function deleteFunction(
  request: WireRequest,
  reference: string,
  { made, versions, find, authorize }: FunctionCallsOptions,
): Promise<WireAnswer> {
  const { arn, name } = find(request, reference);
  authorize(request, 'lambda:DeleteFunction', arn);
  const named = qualified(reference, request.query.get('Qualifier') ?? undefined);
  if (named.endsWith(`:${LATEST}`))
    throw invalid('$LATEST version cannot be deleted without deleting the function.');
  if (splitReference(named).qualifier === LATEST) await made.remove(name);
  else if (versions.findAlias(arn) === undefined) await versions.delete(arn);
  else throw invalid(`${arn} is an alias: DeleteAlias deletes it`);
  return { status: 204, headers: JSON_TYPE, body: '' };
}
