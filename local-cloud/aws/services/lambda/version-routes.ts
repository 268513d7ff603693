import * as z from 'zod';
import { AwsError } from '../../../errors/aws-error.js';
import type { FunctionConfig } from '../../../lambda/function-config.js';
import { LATEST, unqualified } from '../../../lambda/function-reference.js';
import {
  aliasArn,
  checkAliasName,
  versionArn,
  type AliasTarget,
  type FunctionAlias,
  type FunctionVersion,
} from '../../../lambda/function-versions.js';
import { pageOf } from '../../page-of.js';
import type { WireAnswer, WireRequest } from '../../wire.js';
import { JSON_TYPE, type LambdaRoute, type LambdaWireOptions } from './lambda-route.js';

const PAGE = 50;

const aliasSchema = z.object({
  Name: z.string().optional(),
  FunctionVersion: z.string().optional(),
  Description: z.string().max(256).optional(),
  RoutingConfig: z
    .object({ AdditionalVersionWeights: z.record(z.string(), z.number().min(0).max(1)).optional() })
    .optional(),
  RevisionId: z.string().optional(),
});

type AliasMembers = z.infer<typeof aliasSchema>;

const answer = (status: number, body: unknown): WireAnswer => ({
  status,
  headers: JSON_TYPE,
  body: body === undefined ? '' : JSON.stringify(body),
});

/** The function that is meant, for a caller who may do this with it. */
function meant(
  { caller }: WireRequest,
  reference: string,
  { lambda, identities }: LambdaWireOptions,
  call: string,
): FunctionConfig {
  const config = lambda.latest(reference);
  identities.authorize(caller, { action: `lambda:${call}`, resource: config.arn });
  return config;
}

function membersOf<Members>(schema: z.ZodType<Members>, { body }: WireRequest): Members {
  const parsed = schema.safeParse(body === '' ? {} : JSON.parse(body));
  if (parsed.success) return parsed.data;
  throw new AwsError('InvalidParameterValueException', z.prettifyError(parsed.error));
}

const shownVersion = (version: FunctionVersion, { name }: FunctionConfig) => ({
  FunctionName: name,
  FunctionArn: versionArn(version),
  Version: String(version.number),
  Description: version.description,
  Role: version.config.roleArn,
  Handler: version.config.handler,
  Timeout: version.config.timeoutSeconds,
  MemorySize: version.config.memoryMegabytes,
  LastModified: new Date(version.publishedAt).toISOString(),
});

const shownAlias = (alias: FunctionAlias) => ({
  AliasArn: aliasArn(alias),
  Name: alias.name,
  FunctionVersion: alias.version,
  Description: alias.description,
  ...(alias.second === undefined
    ? {}
    : { RoutingConfig: { AdditionalVersionWeights: { [alias.second.version]: alias.second.share } } }),
  RevisionId: alias.revision,
});

function existing(arn: string, { lambda }: LambdaWireOptions): FunctionAlias {
  const alias = lambda.versions.findAlias(arn);
  if (alias === undefined)
    throw new AwsError('ResourceNotFoundException', `Cannot find alias arn: ${arn}`, 404);
  return alias;
}

function second({ RoutingConfig }: AliasMembers, known: FunctionAlias | undefined): AliasTarget['second'] {
  if (RoutingConfig === undefined) return known?.second;
  const weights = Object.entries(RoutingConfig.AdditionalVersionWeights ?? {});
  if (weights.length > 1)
    throw new AwsError(
      'InvalidParameterValueException',
      'Number of items in AdditionalVersionWeights cannot be greater than 1',
    );
  const [only] = weights;
  return only === undefined ? undefined : { version: only[0], share: only[1] };
}

/** The target of an alias; two versions must be published ones, and not the same. */
function targetOf(members: AliasMembers, known?: FunctionAlias): AliasTarget {
  const version = members.FunctionVersion ?? known?.version;
  if (version === undefined) throw new AwsError('ValidationException', 'FunctionVersion is required');
  const other = second(members, known);
  if (other !== undefined && [version, other.version].includes(LATEST))
    throw new AwsError(
      'InvalidParameterValueException',
      '$LATEST is not supported for an alias pointing to more than 1 version',
    );
  if (other?.version === version)
    throw new AwsError(
      'InvalidParameterValueException',
      `Invalid function version ${version}. Function version ${version} is already included in routing configuration.`,
    );
  return {
    version,
    description: members.Description ?? known?.description ?? '',
    ...(other === undefined ? {} : { second: other }),
  };
}

function pageAnswer<Item>(
  name: string,
  items: readonly Item[],
  keyOf: (item: Item) => string,
  { query }: WireRequest,
  show: (item: Item) => object,
): WireAnswer {
  const size = Number(query.get('MaxItems') ?? PAGE);
  const page = pageOf(items, keyOf, query.get('Marker') ?? undefined, size);
  if (page === undefined || !Number.isInteger(size) || size < 1)
    throw new AwsError('InvalidParameterValueException', 'MaxItems or Marker is not valid');
  const next = page.next === undefined ? {} : { NextMarker: page.next };
  return answer(200, { [name]: page.items.map(show), ...next });
}

const publishVersion: LambdaRoute['run'] = async (request, reference, options) => {
  const latest = meant(request, reference, options, 'PublishVersion');
  const { Description } = membersOf(z.object({ Description: z.string().max(256).optional() }), request);
  const { versions } = options.lambda;
  const version = versions.unchanged(latest) ?? (await versions.publish(latest, Description));
  return answer(201, shownVersion(version, latest));
};

/** `$LATEST` first, then by number. */
const listVersions: LambdaRoute['run'] = (request, reference, options) => {
  const latest = meant(request, reference, options, 'ListVersionsByFunction');
  const own = { ...shownLatest(latest), key: ' ' };
  const published = options.lambda.versions
    .of(latest.arn)
    .map((version) => ({ ...shownVersion(version, latest), key: String(version.number).padStart(10, '0') }));
  const show = ({ key: _key, ...shown }: { key: string }) => shown;
  return Promise.resolve(pageAnswer('Versions', [own, ...published], ({ key }) => key, request, show));
};

const shownLatest = (config: FunctionConfig) => ({
  FunctionName: config.name,
  FunctionArn: `${config.arn}:${LATEST}`,
  Version: LATEST,
  Role: config.roleArn,
  Handler: config.handler,
  Timeout: config.timeoutSeconds,
  MemorySize: config.memoryMegabytes,
});

const createAlias: LambdaRoute['run'] = async (request, reference, options) => {
  const { arn } = meant(request, reference, options, 'CreateAlias');
  const members = membersOf(aliasSchema, request);
  const name = checkAliasName(members.Name ?? '');
  const { versions } = options.lambda;
  if (versions.findAlias(`${arn}:${name}`) !== undefined)
    throw new AwsError('ResourceConflictException', `Alias already exists: ${arn}:${name}`, 409);
  return answer(201, shownAlias(await versions.saveAlias(arn, name, targetOf(members))));
};

const getAlias: LambdaRoute['run'] = (request, reference, options, name) => {
  const { arn } = meant(request, reference, options, 'GetAlias');
  return Promise.resolve(answer(200, shownAlias(existing(`${arn}:${name}`, options))));
};

const listAliases: LambdaRoute['run'] = (request, reference, options) => {
  const { arn } = meant(request, reference, options, 'ListAliases');
  const wanted = request.query.get('FunctionVersion');
  const aliases = options.lambda.versions
    .aliasesOf(arn)
    .filter(({ version, second: other }) => wanted === null || [version, other?.version].includes(wanted));
  return Promise.resolve(pageAnswer('Aliases', aliases, ({ name }) => name, request, shownAlias));
};

const updateAlias: LambdaRoute['run'] = async (request, reference, options, name) => {
  const { arn } = meant(request, reference, options, 'UpdateAlias');
  const known = existing(`${arn}:${name}`, options);
  const members = membersOf(aliasSchema, request);
  if (members.RevisionId !== undefined && members.RevisionId !== known.revision)
    throw new AwsError(
      'PreconditionFailedException',
      'The Revision Id provided does not match the latest Revision Id. Call the GetAlias API to retrieve the latest Revision Id',
      412,
    );
  const { versions } = options.lambda;
  return answer(200, shownAlias(await versions.saveAlias(arn, name, targetOf(members, known))));
};

const deleteAlias: LambdaRoute['run'] = async (request, reference, options, name) => {
  const { arn } = meant(request, reference, options, 'DeleteAlias');
  await options.lambda.versions.deleteAlias(`${unqualified(arn)}:${name}`);
  return answer(204, undefined);
};

const VERSIONS = /^\/2015-03-31\/functions\/([^/]+)\/versions\/?$/;
const ALIASES = /^\/2015-03-31\/functions\/([^/]+)\/aliases\/?$/;
const ALIAS = /^\/2015-03-31\/functions\/([^/]+)\/aliases\/([^/]+)$/;

/** Versions and aliases. */
export const VERSION_ROUTES: readonly LambdaRoute[] = [
  { call: 'PublishVersion', method: 'POST', path: VERSIONS, run: publishVersion },
  { call: 'ListVersionsByFunction', method: 'GET', path: VERSIONS, run: listVersions },
  { call: 'CreateAlias', method: 'POST', path: ALIASES, run: createAlias },
  { call: 'ListAliases', method: 'GET', path: ALIASES, run: listAliases },
  { call: 'GetAlias', method: 'GET', path: ALIAS, run: getAlias },
  { call: 'UpdateAlias', method: 'PUT', path: ALIAS, run: updateAlias },
  { call: 'DeleteAlias', method: 'DELETE', path: ALIAS, run: deleteAlias },
];
