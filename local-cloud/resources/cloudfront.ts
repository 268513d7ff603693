import * as z from 'zod';
import { AssemblyError } from '../assembly/assembly-error.js';
import { type Behaviour, Distribution } from '../cdn/distribution.js';
import { apiOrigin, bucketOrigin, type Origin } from '../cdn/origins.js';
import {
  type AddedHeader,
  ALL_VIEWER_EXCEPT_HOST_HEADER,
  type CachePolicy,
  MANAGED_CACHE_POLICIES,
} from '../cdn/policies.js';
import type { Host } from './host.js';
import { flag, numeric, unsupported } from './property-schemas.js';
import { resourceType } from './resource-type.js';

const listed = z.array(z.string()).default([]);

export const cloudFrontCachePolicy = resourceType({
  type: 'AWS::CloudFront::CachePolicy',
  support: 'times, and a key of headers and the whole query or none',
  properties: z.object({
    CachePolicyConfig: z.object({
      MinTTL: numeric,
      DefaultTTL: numeric,
      MaxTTL: numeric,
      ParametersInCacheKeyAndForwardedToOrigin: z.object({
        CookiesConfig: z.object({
          CookieBehavior: z.literal('none', { error: 'keys of cookies are not supported' }),
        }),
        HeadersConfig: z.object({ HeaderBehavior: z.enum(['none', 'whitelist']), Headers: listed }),
        QueryStringsConfig: z.object({
          QueryStringBehavior: z.enum(['none', 'all'], {
            error: 'keys of parts of a query are not supported',
          }),
        }),
        EnableAcceptEncodingBrotli: flag.default(false),
        EnableAcceptEncodingGzip: flag.default(false),
      }),
    }),
  }),
  deploy: ({ CachePolicyConfig: given }, { host, logicalId }) => {
    const { HeadersConfig, QueryStringsConfig, ...others } = given.ParametersInCacheKeyAndForwardedToOrigin;
    host.cdn.cachePolicies.set(logicalId, {
      minTtl: given.MinTTL,
      defaultTtl: given.DefaultTTL,
      maxTtl: given.MaxTTL,
      byQuery: QueryStringsConfig.QueryStringBehavior === 'all',
      headers: HeadersConfig.Headers.map((name) => name.toLowerCase()),
      compressed: others.EnableAcceptEncodingBrotli || others.EnableAcceptEncodingGzip,
    });
    return { ref: logicalId, attributes: { Id: logicalId } };
  },
});

const overrides = flag.default(false);
const securityHeaders = z.object({
  ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string(), Override: overrides }).optional(),
  ContentTypeOptions: z.object({ Override: overrides }).optional(),
  FrameOptions: z.object({ FrameOption: z.string(), Override: overrides }).optional(),
  ReferrerPolicy: z.object({ ReferrerPolicy: z.string(), Override: overrides }).optional(),
  StrictTransportSecurity: z
    .object({
      AccessControlMaxAgeSec: numeric,
      IncludeSubdomains: flag.default(false),
      Preload: flag.default(false),
      Override: overrides,
    })
    .optional(),
  XSSProtection: unsupported('X-XSS-Protection'),
});

/** The headers that these members stand for, as CloudFront writes them. */
function* headersOf(given: z.output<typeof securityHeaders>): Iterable<AddedHeader> {
  const {
    ContentSecurityPolicy,
    ContentTypeOptions,
    FrameOptions,
    ReferrerPolicy,
    StrictTransportSecurity: hsts,
  } = given;
  if (ContentSecurityPolicy)
    yield {
      name: 'content-security-policy',
      value: ContentSecurityPolicy.ContentSecurityPolicy,
      overrides: ContentSecurityPolicy.Override,
    };
  if (ContentTypeOptions)
    yield { name: 'x-content-type-options', value: 'nosniff', overrides: ContentTypeOptions.Override };
  if (FrameOptions)
    yield { name: 'x-frame-options', value: FrameOptions.FrameOption, overrides: FrameOptions.Override };
  if (ReferrerPolicy)
    yield {
      name: 'referrer-policy',
      value: ReferrerPolicy.ReferrerPolicy,
      overrides: ReferrerPolicy.Override,
    };
  if (hsts) {
    const more = `${hsts.IncludeSubdomains ? '; includeSubDomains' : ''}${hsts.Preload ? '; preload' : ''}`;
    yield {
      name: 'strict-transport-security',
      value: `max-age=${hsts.AccessControlMaxAgeSec}${more}`,
      overrides: hsts.Override,
    };
  }
}

export const cloudFrontResponseHeadersPolicy = resourceType({
  type: 'AWS::CloudFront::ResponseHeadersPolicy',
  support: 'security headers and headers of its own',
  properties: z.object({
    ResponseHeadersPolicyConfig: z.object({
      CorsConfig: unsupported('CORS by a distribution'),
      RemoveHeadersConfig: unsupported('headers that are taken away'),
      ServerTimingHeadersConfig: unsupported('Server-Timing'),
      SecurityHeadersConfig: securityHeaders.default({}),
      CustomHeadersConfig: z
        .object({
          Items: z
            .array(z.object({ Header: z.string(), Value: z.string(), Override: overrides }))
            .default([]),
        })
        .default({ Items: [] }),
    }),
  }),
  deploy: ({ ResponseHeadersPolicyConfig: given }, { host, logicalId }) => {
    const custom = given.CustomHeadersConfig.Items.map(({ Header, Value, Override }) => ({
      name: Header.toLowerCase(),
      value: Value,
      overrides: Override,
    }));
    host.cdn.headersPolicies.set(logicalId, [...headersOf(given.SecurityHeadersConfig), ...custom]);
    return { ref: logicalId, attributes: { Id: logicalId } };
  },
});

const behaviourSchema = z.object({
  PathPattern: z.string().default('*'),
  TargetOriginId: z.string(),
  CachePolicyId: z.string({ error: 'a behaviour without a cache policy is not supported' }),
  OriginRequestPolicyId: z
    .literal(ALL_VIEWER_EXCEPT_HOST_HEADER, {
      error: 'of origin request policies only AllViewerExceptHostHeader is supported',
    })
    .optional(),
  ResponseHeadersPolicyId: z.string().optional(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  Compress: flag.default(false),
  FunctionAssociations: z.array(z.never({ error: 'functions at the edge are not supported' })).default([]),
  LambdaFunctionAssociations: z
    .array(z.never({ error: 'functions at the edge are not supported' }))
    .default([]),
});
type BehaviourProperties = z.output<typeof behaviourSchema>;

const originSchema = z.object({
  Id: z.string(),
  DomainName: z.string(),
  OriginPath: z.literal('', { error: 'paths of origins are not supported' }).optional(),
  OriginCustomHeaders: z.array(z.object({ HeaderName: z.string(), HeaderValue: z.string() })).default([]),
});
type OriginProperties = z.output<typeof originSchema>;

const configSchema = z.object({
  Enabled: flag,
  Origins: z.array(originSchema),
  DefaultCacheBehavior: behaviourSchema,
  CacheBehaviors: z.array(behaviourSchema).default([]),
  DefaultRootObject: z.literal('', { error: 'a root object is not supported' }).optional(),
  OriginGroups: unsupported('groups of origins'),
  CustomErrorResponses: z
    .array(z.object({ ErrorCode: numeric, ResponsePagePath: unsupported('pages for errors') }))
    .default([]),
});

export const cloudFrontDistribution = resourceType({
  type: 'AWS::CloudFront::Distribution',
  support:
    'behaviours by path, from buckets and HTTP APIs of the assembly, on a port of its own, without TLS',
  properties: z.object({ DistributionConfig: configSchema }),
  deploy: async ({ DistributionConfig: given }, { host, logicalId }) => {
    const origins = new Map(given.Origins.map((origin) => [origin.Id, origin] as const));
    const behaviours = [...given.CacheBehaviors, given.DefaultCacheBehavior].map((one) =>
      behaviourOf(host, origins, one),
    );
    const { clock, cdn } = host;
    const distribution = new Distribution({
      clock,
      behaviours,
      keepsAnswers: cdn.keepsAnswers,
      warn: host.warn,
    });
    const url = await distribution.listen(host.nextDoorPort());
    cdn.distributions.push(distribution);
    host.afterDeployment.push(() => distribution.serve());
    const id = logicalId.toUpperCase();
    return { ref: id, attributes: { Id: id, DomainName: new URL(url).host } };
  },
});

function behaviourOf(
  host: Host,
  origins: ReadonlyMap<string, OriginProperties>,
  { PathPattern: pattern, TargetOriginId, CachePolicyId, ...given }: BehaviourProperties,
): Behaviour {
  const { cdn } = host;
  const target = named(origins.get(TargetOriginId), `the origin ${TargetOriginId}`);
  const cache: CachePolicy = named(
    cdn.cachePolicies.get(CachePolicyId) ?? MANAGED_CACHE_POLICIES.get(CachePolicyId),
    `the cache policy ${CachePolicyId}`,
  );
  const { ResponseHeadersPolicyId: policy } = given;
  return {
    pattern,
    origin: originOf(host, target, given.Compress && cache.compressed),
    methods: new Set(given.AllowedMethods),
    cache,
    handsOnAll: given.OriginRequestPolicyId !== undefined,
    headers:
      policy === undefined ? [] : named(cdn.headersPolicies.get(policy), `the headers policy ${policy}`),
  };
}

/** A bucket by its host name, or the API that listens there. */
function originOf(
  { s3, apis }: Host,
  { DomainName, OriginCustomHeaders }: OriginProperties,
  compress: boolean,
): Origin {
  const bucket = s3.find(DomainName.split('.s3.')[0] ?? '');
  if (DomainName.includes('.s3.') && bucket) return bucketOrigin(bucket, { compress });
  const api = [...apis.values()].find(({ url }) => new URL(url).host === DomainName);
  const added = OriginCustomHeaders.map(({ HeaderName, HeaderValue }) => [
    HeaderName.toLowerCase(),
    HeaderValue,
  ]);
  return apiOrigin(
    named(api, `the origin ${DomainName}, neither a bucket nor an HTTP API of the assembly,`),
    DomainName,
    Object.fromEntries(added) as Record<string, string>,
  );
}

function named<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new AssemblyError(`${what} is not supported by the local cloud`);
  return found;
}
