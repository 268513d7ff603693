import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import { matchesPattern } from '../cdn/path-pattern.js';
import { keptFor, MANAGED_CACHE_POLICIES } from '../cdn/policies.js';
import { echoApi, route } from './sample/http-resources.js';
import { lambda, ref, writeAssembly, type Resources, type SampleAssembly } from './sample/sample-assembly.js';

const START = Date.UTC(2026, 10, 23, 8, 30);
const OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';
const DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_BUT_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

const get = (id: string, name: string) => ({ 'Fn::GetAtt': [id, name] });
const POLICY = { CachePolicyId: ref('Kept'), ResponseHeadersPolicyId: ref('Headers'), TargetOriginId: 'api' };

const RESOURCES: Resources = {
  ...echoApi,
  ...route('Greedy', 'ANY /{proxy+}'),
  ...route('Root', 'GET /'),
  ...route('Form', 'GET /forms/{form}'),
  ...lambda('Told', 'http', [], {
    Environment: { Variables: { PAGES: { 'Fn::Join': ['', ['https://', get('Door', 'DomainName')]] } } },
  }),
  Secret: {
    Type: 'AWS::SecretsManager::Secret',
    Properties: { GenerateSecretString: { PasswordLength: 40 } },
  },
  Files: { Type: 'AWS::S3::Bucket', Properties: {} },
  Deployed: {
    Type: 'Custom::CDKBucketDeployment',
    Properties: {
      SourceObjectKeys: ['files.zip'],
      DestinationBucketName: ref('Files'),
      SystemMetadata: { 'cache-control': 'public, max-age=300' },
    },
  },
  DeployedCompressed: {
    Type: 'Custom::CDKBucketDeployment',
    Properties: {
      SourceObjectKeys: ['files.zip'],
      DestinationBucketName: ref('Files'),
      DestinationBucketKeyPrefix: 'br',
      SystemMetadata: { 'content-encoding': 'br' },
    },
  },
  Kept: {
    Type: 'AWS::CloudFront::CachePolicy',
    Properties: {
      CachePolicyConfig: {
        MinTTL: 0,
        DefaultTTL: 0,
        MaxTTL: 3600,
        ParametersInCacheKeyAndForwardedToOrigin: {
          CookiesConfig: { CookieBehavior: 'none' },
          HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Accept-Language'] },
          QueryStringsConfig: { QueryStringBehavior: 'all' },
        },
      },
    },
  },
  Headers: {
    Type: 'AWS::CloudFront::ResponseHeadersPolicy',
    Properties: {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentTypeOptions: { Override: true },
          ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: false },
        },
        CustomHeadersConfig: { Items: [{ Header: 'X-Kind', Value: 'of the door', Override: false }] },
      },
    },
  },
  Door: {
    Type: 'AWS::CloudFront::Distribution',
    Properties: {
      DistributionConfig: {
        Enabled: true,
        Origins: [
          {
            Id: 'api',
            DomainName: { 'Fn::Select': [2, { 'Fn::Split': ['/', get('Api', 'ApiEndpoint')] }] },
            OriginCustomHeaders: [
              {
                HeaderName: 'X-Key',
                HeaderValue: {
                  'Fn::Join': ['', ['{{resolve:secretsmanager:', ref('Secret'), ':SecretString:::}}']],
                },
              },
            ],
          },
          { Id: 'files', DomainName: get('Files', 'RegionalDomainName') },
        ],
        CacheBehaviors: [
          {
            ...POLICY,
            PathPattern: '*.js',
            TargetOriginId: 'files',
            CachePolicyId: OPTIMIZED,
            Compress: true,
          },
          { ...POLICY, PathPattern: '/forms/kept' },
          { ...POLICY, PathPattern: '/forms/day', CachePolicyId: OPTIMIZED },
        ],
        DefaultCacheBehavior: {
          ...POLICY,
          CachePolicyId: DISABLED,
          OriginRequestPolicyId: ALL_BUT_HOST,
          AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
        },
      },
    },
  },
};

function assemblyWith(resources: Resources): SampleAssembly {
  const made = writeAssembly(resources, {
    Url: { Value: { 'Fn::Join': ['', ['https://', get('Door', 'DomainName'), '/x']] } },
  });
  mkdirSync(join(made.directory, 'asset.files', 'deep'), { recursive: true });
  writeFileSync(join(made.directory, 'asset.files', 'main.js'), `'${'x'.repeat(2000)}'`);
  writeFileSync(join(made.directory, 'asset.files', 'deep', 'part.js'), `'part'`);
  const file = join(made.directory, 'Sample.assets.json');
  const { files } = JSON.parse(readFileSync(file, 'utf8')) as { files: object };
  const added = {
    source: { path: 'asset.files', packaging: 'zip' },
    destinations: { here: { objectKey: 'files.zip' } },
  };
  writeFileSync(file, JSON.stringify({ files: { ...files, added } }));
  return made;
}

let assembly: SampleAssembly;
let cloud: LocalCloud;
beforeAll(async () => {
  assembly = assemblyWith(RESOURCES);
  cloud = await createLocalCloud({
    assembly: assembly.directory,
    clock: 'manual',
    start: START,
    keepsAnswers: true,
    logLevel: 'silent',
  });
});
afterAll(async () => {
  await cloud.close();
  assembly.remove();
});

interface Echo {
  readonly event: {
    readonly rawPath: string;
    readonly body?: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly queryStringParameters?: object;
  };
}
const echoed = async (path: string, init: RequestInit = {}): Promise<Echo['event']> =>
  ((await (await fetch(cloud.url + path, init)).json()) as Echo).event;

describe('a distribution', () => {
  it('is where callers come in, without TLS, by which all that is told of its name goes', () => {
    expect(cloud.outputs['Url']).toBe(`${cloud.url}/x`);
    expect(cloud.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('hands on what its default behaviour says, with its own headers and whom it saw', async () => {
    const event = await echoed('/forms/a%20b?x=1', {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7', 'x-key': 'guessed' },
    });
    expect(event).toMatchObject({
      rawPath: '/forms/a%20b',
      body: '{"a":1}',
      queryStringParameters: { x: '1' },
      headers: {
        'x-key': expect.stringMatching(/^[0-9a-f]{40}$/),
        'x-forwarded-for': '203.0.113.7, 127.0.0.1, 127.0.0.1',
      },
    });
    expect(event.headers['host']).not.toBe(new URL(cloud.url).host);
  });

  it('adds headers, and leaves those of the origin where it does not override them', async () => {
    const { headers } = await fetch(`${cloud.url}/forms/cookies`);
    expect([
      headers.get('x-kind'),
      headers.get('referrer-policy'),
      headers.get('x-content-type-options'),
    ]).toEqual(['made', 'no-referrer', 'nosniff']);
    expect((await fetch(`${cloud.url}/main.js`)).headers.get('x-kind')).toBe('of the door');
  });

  it('serves files of a bucket, compressed, with the type and the times that they were put there with', async () => {
    const { status, headers } = await fetch(`${cloud.url}/main.js`, { headers: { 'accept-encoding': 'br' } });
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'text/javascript',
      'public, max-age=300',
    ]);
    expect(headers.get('content-encoding')).toBe('br');
    expect(await (await fetch(`${cloud.url}/deep/part.js`)).text()).toBe(`'part'`);
  });

  it('sends a file that lies there in a coding as it lies there', async () => {
    const { headers } = await fetch(`${cloud.url}/br/main.js`, {
      method: 'HEAD',
      headers: { 'accept-encoding': 'gzip' },
    });
    expect([headers.get('content-type'), headers.get('content-encoding')]).toEqual(['text/javascript', 'br']);
    expect(headers.get('content-length')).toBe('2002');
  });

  it('sends nothing again that the viewer has', async () => {
    const etag = (await fetch(`${cloud.url}/main.js`)).headers.get('etag') ?? '';
    const again = await fetch(`${cloud.url}/main.js`, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('refuses what is not in a bucket, and a method that the behaviour does not have', async () => {
    expect((await fetch(`${cloud.url}/nowhere.js`)).status).toBe(403);
    expect((await fetch(`${cloud.url}/main.js`, { method: 'POST' })).status).toBe(403);
  });

  it('asks by what is part of the key of an answer that is kept, and by nothing else', async () => {
    const event = await echoed('/forms/kept?a=1', {
      headers: { 'accept-language': 'en', authorization: 'Bearer x' },
    });
    expect(event.headers).toMatchObject({ 'accept-language': 'en', 'user-agent': 'Amazon CloudFront' });
    expect(event.headers).not.toHaveProperty('authorization');
    expect(event.queryStringParameters).toEqual({ a: '1' });
  });
});

describe('an answer that may be kept', () => {
  const asked = async (path: string): Promise<unknown> =>
    (await (await fetch(cloud.url + path)).json()) as unknown;

  it('is given again to whoever asks the same, until its time is over', async () => {
    const first = await asked('/forms/day');
    expect(await asked('/forms/day')).toEqual(first);
    await cloud.clock.advance(86_400_001);
    expect(await asked('/forms/day')).not.toEqual(first);
  });

  it('is asked for anew where nothing says that it may be', async () => {
    expect(await asked('/forms/kept')).not.toEqual(await asked('/forms/kept'));
  });
});

describe('how long an answer is kept', () => {
  const policy = { minTtl: 0, defaultTtl: 0, maxTtl: 3600, byQuery: true, headers: [], compressed: false };
  it.each([
    ['as long as it says', 'public, max-age=60', 60_000],
    ['as long as it says to caches between, before all', 'public, max-age=0, s-maxage=60', 60_000],
    ['no longer than the policy says', 'max-age=86400', 3_600_000],
    ['not where it says so', 'no-store', 0],
    ['not where it is of one viewer', 'private, max-age=600', 0],
    ['for the default where it says nothing', undefined, 0],
  ])('%s (%s)', (_title, said, milliseconds) => {
    expect(keptFor(policy, said)).toBe(milliseconds);
  });

  it('is never, by the managed policy of that name', () => {
    const disabled = MANAGED_CACHE_POLICIES.get(DISABLED);
    expect(disabled && keptFor(disabled, 'public, max-age=60')).toBe(0);
  });
});

describe('a pattern of paths', () => {
  it.each([
    ['*.js', '/console/main-EYDD4UVA.js', true],
    ['*.js', '/main.json', false],
    ['/', '/', true],
    ['/', '/track', false],
    ['/inspections/*', '/inspections/weekly/2026-08-24', true],
    ['/inspections/*', '/inspections', false],
    ['/map', '/admin/map', false],
    ['/a?c', '/abc', true],
    ['*', '/anything', true],
  ])('%s matches %s: %s', (pattern, path, matches) => {
    expect(matchesPattern(pattern, path)).toBe(matches);
  });
});

describe('what is not supported of a distribution', () => {
  const changed = (change: object): Resources => {
    const door = RESOURCES['Door'];
    const config = door?.Properties?.['DistributionConfig'] ?? {};
    return {
      ...RESOURCES,
      Door: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: { DistributionConfig: { ...config, ...change } },
      },
    };
  };
  const behaviour = { ...POLICY, CachePolicyId: DISABLED };
  it.each<[string, object, string]>([
    [
      'an origin elsewhere',
      { Origins: [{ Id: 'api', DomainName: 'example.org' }], CacheBehaviors: [] },
      'the origin example.org',
    ],
    [
      'a policy that nobody knows',
      { DefaultCacheBehavior: { ...behaviour, CachePolicyId: 'x' } },
      'the cache policy x',
    ],
    [
      'functions at the edge',
      { DefaultCacheBehavior: { ...behaviour, FunctionAssociations: [{}] } },
      'functions at the edge are not supported',
    ],
    ['a root object', { DefaultRootObject: 'index.html' }, 'a root object is not supported'],
  ])('is refused by name: %s', async (_title, change, words) => {
    const made = assemblyWith(changed(change));
    try {
      await expect(createLocalCloud({ assembly: made.directory, logLevel: 'silent' })).rejects.toThrow(words);
    } finally {
      made.remove();
    }
  });

  it('and of a dynamic reference: a parameter of SSM', async () => {
    const made = assemblyWith({
      ...RESOURCES,
      ...lambda('Told', 'http', [], { Environment: { Variables: { X: '{{resolve:ssm:/x}}' } } }),
    });
    try {
      await expect(createLocalCloud({ assembly: made.directory, logLevel: 'silent' })).rejects.toThrow(
        'the dynamic reference {{resolve:ssm:/x}} is not supported',
      );
    } finally {
      made.remove();
    }
  });
});
