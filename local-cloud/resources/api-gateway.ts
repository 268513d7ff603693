import * as z from 'zod';
import { AssemblyError } from '../assembly/assembly-error.js';
import { corsSchema } from '../http-api/cors.js';
import { HttpApi, type RouteTarget } from '../http-api/http-api.js';
import { MACHINE_TIME } from '../clock/machine-time.js';
import { JwtAuthorizer } from '../http-api/jwt-authorizer.js';
import type { Host } from './host.js';
import { numeric, unsupported } from './property-schemas.js';
import { resourceType } from './resource-type.js';

function apiOf(host: Host, id: string): HttpApi {
  const api = host.apis.get(id);
  if (api === undefined) throw new AssemblyError(`the API ${id} is not part of the assembly`);
  return api;
}

export const apiGatewayApi = resourceType({
  type: 'AWS::ApiGatewayV2::Api',
  support: 'HTTP APIs, each on a port of its own, with CORS',
  properties: z.object({
    ProtocolType: z.literal('HTTP', { error: 'only HTTP APIs are supported' }),
    CorsConfiguration: corsSchema.optional(),
    Body: unsupported('OpenAPI definitions'),
    Target: unsupported('quick create'),
  }),
  deploy: async ({ CorsConfiguration }, { host, logicalId, arn }) => {
    const id = logicalId.toLowerCase();
    const { clock, lambda, accountId } = host;
    const arnPrefix = arn('execute-api', '').slice(0, -1);
    const api = new HttpApi({ id, clock, lambda, accountId, arnPrefix, warn: (text) => host.warn(text) });
    api.cors = CorsConfiguration;
    host.apis.set(id, api);
    const url = await api.listen(host.nextApiPort());
    host.afterDeployment.push(() => api.serve());
    return { ref: id, attributes: { ApiId: id, ApiEndpoint: url } };
  },
});

const functionOf = (uri: string) => /:path\/[^/]+\/functions\/(.+)\/invocations$/.exec(uri)?.[1] ?? uri;

export const apiGatewayIntegration = resourceType({
  type: 'AWS::ApiGatewayV2::Integration',
  support: 'functions, with payload format 2.0',
  properties: z.object({
    ApiId: z.string(),
    IntegrationType: z.literal('AWS_PROXY', { error: 'only function integrations are supported' }),
    IntegrationSubtype: unsupported('integrations with services'),
    IntegrationUri: z.string(),
    PayloadFormatVersion: z.literal('2.0', { error: 'only payload format 2.0 is supported' }),
    TimeoutInMillis: numeric.max(30_000).default(30_000),
  }),
  deploy: ({ ApiId, IntegrationUri, TimeoutInMillis }, { host, logicalId }) => {
    const id = logicalId.toLowerCase();
    const { arn } = host.lambda.find(functionOf(IntegrationUri));
    apiOf(host, ApiId).integrations.set(id, { functionArn: arn, timeoutMilliseconds: TimeoutInMillis });
    return { ref: id, attributes: {} };
  },
});

const NO_OTHER = 'only JWT authorizers are supported';

export const apiGatewayAuthorizer = resourceType({
  type: 'AWS::ApiGatewayV2::Authorizer',
  support: 'JWT: issuer, audience, one identity source',
  properties: z.object({
    ApiId: z.string(),
    AuthorizerType: z.literal('JWT', { error: NO_OTHER }),
    IdentitySource: z
      .array(
        z.string().regex(/^\$request\.(?:header|querystring)\..+$/, 'this is no identity source of a JWT'),
      )
      .length(1),
    JwtConfiguration: z.object({ Audience: z.array(z.string()).min(1), Issuer: z.url() }),
  }),
  deploy: ({ ApiId, IdentitySource, JwtConfiguration }, { host, logicalId }) => {
    const id = logicalId.toLowerCase();
    const { Issuer: issuer, Audience: audience } = JwtConfiguration;
    const [identitySource = ''] = IdentitySource;
    const warn = (text: string) => host.warn(text);
    const authorizer = new JwtAuthorizer({ issuer, audience, identitySource, clock: MACHINE_TIME, warn });
    apiOf(host, ApiId).authorizers.set(id, authorizer);
    return { ref: id, attributes: { AuthorizerId: id } };
  },
});

const routeBasics = {
  ApiId: z.string(),
  RouteKey: z.string().regex(/^(?:\$default|[A-Z]+ \/\S*)$/, 'this is no route key'),
  Target: z.string(),
};

export const apiGatewayRoute = resourceType({
  type: 'AWS::ApiGatewayV2::Route',
  support: "with API Gateway's precedence; open, or with a JWT authorizer and scopes",
  properties: z.object({
    ...routeBasics,
    AuthorizationType: z.enum(['NONE', 'JWT'], { error: NO_OTHER }).default('NONE'),
    AuthorizerId: z.string().optional(),
    AuthorizationScopes: z.array(z.string()).default([]),
  }),
  deploy: ({ ApiId, RouteKey, Target, ...given }, { host, logicalId }) => {
    const id = logicalId.toLowerCase();
    const api = apiOf(host, ApiId);
    const integration = Target.replace(/^integrations\//, '');
    const authorization = authorizationOf(api, given);
    api.routes.add({ routeKey: RouteKey, target: { integration, ...authorization } });
    return { ref: id, attributes: { RouteId: id } };
  },
});

function authorizationOf(
  api: HttpApi,
  given: { AuthorizationType: string; AuthorizerId?: string | undefined; AuthorizationScopes: string[] },
): Pick<RouteTarget, 'authorization'> {
  if (given.AuthorizationType === 'NONE') return {};
  const { AuthorizerId: authorizerId = '', AuthorizationScopes: scopes } = given;
  if (!api.authorizers.has(authorizerId))
    throw new AssemblyError(`the authorizer '${authorizerId}' is not one of the API's`);
  return { authorization: { authorizerId, scopes } };
}

const TOGETHER = 'a rate and a burst go together';
const routeSettings = z
  .object({
    ThrottlingRateLimit: numeric.nonnegative().optional(),
    ThrottlingBurstLimit: numeric.int().nonnegative().optional(),
  })
  .refine(
    (given) => (given.ThrottlingRateLimit === undefined) === (given.ThrottlingBurstLimit === undefined),
    TOGETHER,
  )
  .transform(({ ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst }) =>
    rate === undefined || burst === undefined ? undefined : { rate, burst },
  );

export const apiGatewayStage = resourceType({
  type: 'AWS::ApiGatewayV2::Stage',
  support: '`$default` and named stages, throttled by token buckets; access logs have no effect',
  properties: z.object({
    ApiId: z.string(),
    StageName: z.string(),
    DefaultRouteSettings: routeSettings.optional(),
    RouteSettings: z.record(z.string(), routeSettings).default({}),
  }),
  deploy: ({ ApiId, StageName, DefaultRouteSettings: others, RouteSettings }, { host }) => {
    const api = apiOf(host, ApiId);
    const known = new Set(api.routes.keys());
    const limited = Object.entries(RouteSettings).flatMap(([key, limit]) =>
      limit ? [[key, limit] as const] : [],
    );
    for (const [key] of Object.entries(RouteSettings))
      // AWS's words: a stage is made after the routes of which it says something.
      if (!known.has(key))
        throw new AssemblyError(`Unable to find Route by key ${key} within the provided RouteSettings`);
    api.addStage(StageName, { others, routes: Object.fromEntries(limited) });
    return { ref: StageName, attributes: {} };
  },
});
