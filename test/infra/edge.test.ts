import { securityHeaders } from '../../functions/http/pages/security-headers.js';
import { DOOR_KEY_HEADER } from '../../functions/http/through-the-door.js';
import { readSettings } from '../../infra/read-settings.js';
import { type Settings, settingsSchema } from '../../infra/settings.js';
import { partOf } from '../../infra/site.js';
import { FUNCTIONS, ofType, synthesizeStacks, type Template } from './synthesized.js';

const read = (stage: string): Settings => readSettings('settings', stage);
const [dev, prod, cn] = ['dev', 'prod', 'cn'].map((stage) => synthesizeStacks(read(stage)).whole) as [
  Template,
  Template,
  Template,
];

interface Behaviour {
  readonly PathPattern?: string;
  readonly TargetOriginId: string;
  readonly CachePolicyId: unknown;
  readonly OriginRequestPolicyId?: unknown;
  readonly ViewerProtocolPolicy: string;
  readonly ResponseHeadersPolicyId: unknown;
  readonly AllowedMethods?: readonly string[];
}
interface Config {
  readonly Aliases?: readonly string[];
  readonly WebACLId?: unknown;
  readonly ViewerCertificate?: { readonly MinimumProtocolVersion: string };
  readonly DefaultCacheBehavior: Behaviour;
  readonly CacheBehaviors: readonly Behaviour[];
  readonly CustomErrorResponses: readonly {
    readonly ErrorCode: number;
    readonly ErrorCachingMinTTL: number;
  }[];
  readonly Origins: readonly {
    readonly Id: string;
    readonly S3OriginConfig?: unknown;
    readonly OriginAccessControlId?: unknown;
    readonly OriginCustomHeaders?: readonly { readonly HeaderName: string; readonly HeaderValue: unknown }[];
  }[];
}
const configOf = (template: Template): Config => {
  const [made] = Object.values(ofType(template, 'AWS::CloudFront::Distribution'));
  return made?.Properties['DistributionConfig'] as Config;
};
const propertiesOf = (template: Template, type: string) =>
  Object.values(ofType(template, type)).map(({ Properties }) => Properties);

/** The names by which CloudFront knows the policies that it keeps itself. */
const NEVER_KEPT = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_BUT_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

describe('the bucket of the files of pages', () => {
  it('is open to nobody, and read by the distribution alone, over TLS', () => {
    expect(propertiesOf(dev, 'AWS::S3::Bucket')).toMatchObject([
      {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
    ]);
    const [{ PolicyDocument } = {}] = propertiesOf(dev, 'AWS::S3::BucketPolicy');
    const { Statement } = PolicyDocument as {
      Statement: { Effect: string; Principal: object; Action: unknown; Condition: object }[];
    };
    const allowed = Statement.filter(({ Effect }) => Effect === 'Allow');
    expect(allowed).toMatchObject([
      { Action: 's3:GetObject', Principal: { Service: 'cloudfront.amazonaws.com' } },
    ]);
    expect(JSON.stringify(allowed)).toContain('AWS:SourceArn');
    expect(JSON.stringify(Statement)).toContain('"aws:SecureTransport":"false"');
    const ofBucket = configOf(dev).Origins.filter(({ S3OriginConfig }) => S3OriginConfig !== undefined);
    expect(ofBucket).toHaveLength(1);
    expect(ofBucket[0]?.OriginAccessControlId).toBeDefined();
  });

  it.each([
    ['main-EYDD4UVA.js', 'named'],
    ['main.js', 'others'],
    ['icon-192.png', 'others'],
    ['main-QD4WOAVM.css', 'named'],
    ['index.html', undefined],
    ['main-EYDD4UVA.js.br', 'compressed'],
    ['main.js.br', undefined],
    ['openapi.json', undefined],
  ])('holds %s as %s', (file, part) => {
    expect(partOf(file)).toBe(part);
  });

  it('goes with its stack, and keeps what an earlier release had for pages that are open', () => {
    const deployments = propertiesOf(dev, 'Custom::CDKBucketDeployment');
    expect(deployments).toMatchObject([
      {
        Prune: false,
        RetainOnDelete: false,
        SystemMetadata: { 'cache-control': expect.stringContaining('immutable') },
      },
      {
        Prune: false,
        RetainOnDelete: false,
        SystemMetadata: {
          'cache-control': expect.stringContaining('immutable'),
          'content-encoding': 'br',
        },
      },
      {
        Prune: false,
        RetainOnDelete: false,
        SystemMetadata: { 'cache-control': expect.stringContaining('max-age=300') },
      },
    ]);
  });
});

describe('the distribution', () => {
  const { CacheBehaviors, DefaultCacheBehavior, Origins, CustomErrorResponses } = configOf(dev);
  const all = [DefaultCacheBehavior, ...CacheBehaviors];

  it('keeps nothing but files, pages that are the same for all, and what towns tell everybody', () => {
    expect(DefaultCacheBehavior).toMatchObject({
      CachePolicyId: NEVER_KEPT,
      OriginRequestPolicyId: ALL_BUT_HOST,
    });
    const paths = CacheBehaviors.map(({ PathPattern }) => PathPattern ?? '');
    expect(paths.toSorted()).toEqual(
      [
        '*.css',
        '*.js',
        '*.png',
        '*.svg',
        '/',
        '/daily',
        '/in-person',
        '/my-grid',
        '/track',
        '/wall',
        '/bulletin',
        '/categories',
        '/inspections',
        '/inspections/*',
        '/map',
        '/map/points',
        '/places',
        '/reception-days',
        '/statistics',
        '/today',
        '/town',
        '/villages',
      ].toSorted(),
    );
  });

  it('keeps no answer of a route that takes a key, a signature or a token', () => {
    const kept = CacheBehaviors.map(({ PathPattern = '' }) => PathPattern).filter((path) =>
      path.startsWith('/'),
    );
    const matches = (path: string) =>
      kept.some((one) => (one.endsWith('*') ? path.startsWith(one.slice(0, -1)) : path === one));
    const behind = FUNCTIONS.flatMap(({ routes }) => routes).filter(({ path }) => matches(path));
    expect(behind.filter(({ method, permission }) => method !== 'GET' || permission !== undefined)).toEqual(
      [],
    );
    expect(behind.map(({ path }) => path)).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/requests|asks|staff|admin|carrier/)]),
    );
    expect(behind.length).toBeGreaterThan(10);
  });

  it('keeps them as their answers say, by what is asked and in which language', () => {
    expect(propertiesOf(dev, 'AWS::CloudFront::CachePolicy')).toMatchObject([
      {
        CachePolicyConfig: {
          MinTTL: 0,
          DefaultTTL: 0,
          ParametersInCacheKeyAndForwardedToOrigin: {
            HeadersConfig: { Headers: ['Accept', 'Accept-Language'] },
            QueryStringsConfig: { QueryStringBehavior: 'all' },
            CookiesConfig: { CookieBehavior: 'none' },
          },
        },
      },
    ]);
  });

  it('keeps no error, which is the matter of one call', () => {
    expect(CustomErrorResponses.map(({ ErrorCode }) => ErrorCode)).toEqual([
      400, 403, 404, 500, 502, 503, 504,
    ]);
    expect(CustomErrorResponses.filter(({ ErrorCachingMinTTL }) => ErrorCachingMinTTL !== 0)).toEqual([]);
  });

  it('answers over TLS alone, with the headers that functions send', () => {
    for (const behaviour of all) {
      expect(behaviour.ViewerProtocolPolicy).toBe('redirect-to-https');
      expect(behaviour.ResponseHeadersPolicyId).toBeDefined();
    }
    const [policy] = propertiesOf(dev, 'AWS::CloudFront::ResponseHeadersPolicy');
    expect(policy).toMatchObject({
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: {
            ContentSecurityPolicy: securityHeaders()['content-security-policy'],
            Override: false,
          },
          ContentTypeOptions: { Override: true },
          ReferrerPolicy: { ReferrerPolicy: securityHeaders()['referrer-policy'] },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000 },
        },
      },
    });
    const custom = JSON.stringify(policy);
    for (const header of ['permissions-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy'])
      expect(custom).toContain(securityHeaders()[header]);
    expect(configOf(prod).ViewerCertificate).toMatchObject({ MinimumProtocolVersion: 'TLSv1.2_2021' });
  });

  it('shows the API a key that nobody chose, and every function at the door is told of it', () => {
    const [key] = Origins.flatMap(({ OriginCustomHeaders = [] }) => OriginCustomHeaders);
    expect(key?.HeaderName).toBe(DOOR_KEY_HEADER);
    expect(JSON.stringify(key?.HeaderValue)).toMatch(/\{\{resolve:secretsmanager:.*:SecretString:::\}\}/);
    const told = propertiesOf(dev, 'AWS::Lambda::Function').filter(({ Environment }) =>
      JSON.stringify(Environment ?? '').includes('DOOR_KEYS'),
    );
    const atTheDoor = FUNCTIONS.filter(({ routes, door }) => routes.length > 0 && door !== 'console');
    expect(told.map(({ FunctionName }) => String(FunctionName)).toSorted()).toEqual(
      atTheDoor.map(({ name }) => `small-grid-dev-${name}`).toSorted(),
    );
  });

  it('is shown the next key by one deployment, with nobody refused before, within or after it, or when it is taken back', () => {
    /** The key that is shown, and those that functions take, each by the secret that it is. */
    const keysOf = (doorKey?: number) => {
      const stacks = synthesizeStacks({ ...read('dev'), edge: { ...(doorKey && { doorKey }) } });
      const secrets = Object.keys(ofType(stacks.whole, 'AWS::SecretsManager::Secret'));
      const named = (value: unknown) => secrets.filter((id) => JSON.stringify(value).includes(`"${id}"`));
      const [shown] = named(
        configOf(stacks.whole).Origins.flatMap(({ OriginCustomHeaders = [] }) => OriginCustomHeaders),
      );
      const [told] = propertiesOf(stacks.whole, 'AWS::Lambda::Function').flatMap(({ Environment }) => {
        const { DOOR_KEYS } =
          (Environment as { Variables?: Record<string, unknown> } | undefined)?.Variables ?? {};
        return DOOR_KEYS === undefined ? [] : [named(DOOR_KEYS)];
      });
      return { shown: shown ?? '', taken: told ?? [], secrets };
    };
    const [first, second, third] = [keysOf(), keysOf(2), keysOf(3)];
    expect(first.taken).toContain(first.shown);
    // The distribution comes first, and shows functions of before the new key; taken back, it shows functions of now the old one.
    for (const [before, after] of [
      [first, second],
      [second, third],
    ] as const) {
      expect(before.taken).toContain(after.shown);
      expect(after.taken).toEqual(expect.arrayContaining([before.shown, after.shown]));
      expect(after.shown).not.toBe(before.shown);
    }
    expect(third.taken).not.toContain(first.shown);
    expect(third.secrets).not.toContain(first.shown);
  });

  it('needs no more dynamic references in a template than CloudFormation resolves', () => {
    const { stacks } = synthesizeStacks({ ...read('dev'), edge: { doorKey: 2 } });
    const counts = stacks.map(({ template }) => JSON.stringify(template).split('{{resolve:').length - 1);
    expect(Math.max(...counts)).toBeGreaterThan(20);
    expect(Math.max(...counts)).toBeLessThanOrEqual(60);
  });

  it("is at the town's own domain, which its DNS record must lead to", () => {
    expect(configOf(prod).Aliases).toEqual(['grid.example.org']);
    expect(prod.Outputs['ApiUrl']).toEqual({ Value: 'https://grid.example.org' });
    expect(JSON.stringify(prod.Outputs['DomainTarget'])).toContain('DomainName');
    expect(ofType(prod, 'AWS::ApiGatewayV2::DomainName')).toEqual({});
  });
});

describe('the firewall', () => {
  const [acl] = propertiesOf(dev, 'AWS::WAFv2::WebACL');
  const rules = JSON.stringify(acl?.['Rules']);

  it('refuses an address that calls without end, and never the carrier of a town', () => {
    expect(acl).toMatchObject({ Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} } });
    expect(rules).toContain('"AggregateKeyType":"IP"');
    expect(rules.match(/"SearchString":"\/carrier\/"/g)).toHaveLength(2);
    expect(configOf(dev).WebACLId).toBeDefined();
  });

  it('says in both languages what to do', () => {
    const { Content = '' } =
      Object.values(acl?.['CustomResponseBodies'] as Record<string, { Content: string }>)[0] ?? {};
    expect(Content).toMatch(/请五分钟后再试.*try again in five minutes/s);
    // AWS takes 4 KB.
    expect(Buffer.byteLength(Content)).toBeLessThan(4096);
  });

  it("has AWS's common rules, of which none refuses a report for its words or a photo for its size", () => {
    expect(rules).toContain('"AWSManagedRulesCommonRuleSet"');
    for (const rule of [
      'SizeRestrictions_BODY',
      'CrossSiteScripting_BODY',
      'GenericLFI_BODY',
      'GenericRFI_BODY',
    ])
      expect(rules).toContain(`{"ActionToUse":{"Count":{}},"Name":"${rule}"}`);
  });

  it('of a deployment in another region lies in us-east-1, and is used once the settings name it', () => {
    const stacks = synthesizeStacks({ ...read('prod'), edge: {} });
    const names = stacks.stacks.map(({ name }) => name);
    expect(names).toContain('SmallGridFirewall');
    expect(stacks.whole.Outputs).toHaveProperty('WebAclArn');
    expect(configOf(stacks.whole)).not.toHaveProperty('WebACLId');
    expect(configOf(prod).WebACLId).toBe(read('prod').edge?.webAcl);
  });
});

describe('a deployment without CloudFront', () => {
  it('has pages served by functions at the API, and no key to show', () => {
    expect(ofType(cn, 'AWS::CloudFront::Distribution')).toEqual({});
    expect(ofType(cn, 'AWS::S3::Bucket')).toEqual({});
    expect(JSON.stringify(cn)).not.toContain('DOOR_KEYS');
    expect(JSON.stringify(ofType(cn, 'AWS::ApiGatewayV2::Route'))).toContain('GET /{proxy+}');
  });

  it.each<[string, object, string]>([
    ['in a region of China', { ...read('cn'), edge: {} }, 'edge'],
    ["with a certificate of the API's region", { ...read('prod'), edge: undefined }, 'domain.certificate'],
    [
      'with a firewall of its own where one is made',
      { ...read('dev'), edge: { webAcl: read('prod').edge?.webAcl } },
      'edge.webAcl',
    ],
    [
      'with a firewall of a region',
      { ...read('prod'), edge: { webAcl: 'arn:aws:wafv2:eu-west-1:1:regional/x' } },
      'edge.webAcl',
    ],
  ])('or with, is refused: %s', (_title, given, path) => {
    const issues = settingsSchema.safeParse(given).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});
