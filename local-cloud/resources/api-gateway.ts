import * as z from 'zod';
import { AssemblyError } from '../assembly/assembly-error.js';
import { corsSchema } from '../http-api/cors.js';
import { HttpApi } from '../http-api/http-api.js';
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

export const apiGatewayRoute = resourceType({
  type: 'AWS::ApiGatewayV2::Route',
  support: "with API Gateway's precedence; no authorizers",
  properties: z.object({
    ApiId: z.string(),
    RouteKey: z.string().regex(/^(?:\$default|[A-Z]+ \/\S*)$/, 'this is no route key'),
    Target: z.string(),
    AuthorizationType: z.literal('NONE', { error: 'authorizers are not supported' }).default('NONE'),
  }),
  deploy: ({ ApiId, RouteKey, Target }, { host, logicalId }) => {
    apiOf(host, ApiId).routes.add({ routeKey: RouteKey, target: Target.replace(/^integrations\//, '') });
    return { ref: logicalId.toLowerCase(), attributes: { RouteId: logicalId.toLowerCase() } };
  },
});

export const apiGatewayStage = resourceType({
  type: 'AWS::ApiGatewayV2::Stage',
  support: '`$default` and named stages; throttling and access logs have no effect',
  properties: z.object({ ApiId: z.string(), StageName: z.string() }),
  deploy: ({ ApiId, StageName }, { host }) => {
    apiOf(host, ApiId).stages.add(StageName);
    return { ref: StageName, attributes: {} };
  },
});
