import * as z from 'zod';

/** Regions in which AWS has no text messaging of its own, no Cognito, and whose ARNs begin with `arn:aws-cn`. */
export const isInChina = (region: string): boolean => region.startsWith('cn-');

/** Where CloudFront's certificates and firewalls lie, wherever what is behind it does. */
export const OF_CLOUDFRONT = 'us-east-1';

/** As which client the console is known to its issuer, where nobody says otherwise. */
export const CONSOLE_CLIENT = 'small-grid-console';

const https = z.url({ protocol: /^https$/, hostname: z.regexes.domain });

const domain = z.strictObject({
  name: z.string().max(253).regex(z.regexes.domain, 'a host name, as grid.example.org'),
  certificate: z
    .string()
    .regex(/^arn:aws(?:-cn)?:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/, 'the ARN of a certificate of ACM'),
});

const signIn = z.strictObject({
  issuer: https.describe('the OpenID Connect issuer that signs people in to the console'),
  client: z.string().min(1).max(200).default(CONSOLE_CLIENT),
  /** Where its token endpoint is on another origin (Cognito's is): the pages may call these, too. */
  origins: z.array(https).max(10).default([]),
});

/** The night where the settings name none: 22:00 to 07:00 by the clocks of China, in hours of UTC. */
export const NIGHT_IN_CHINA = { from: 14, until: 23 };

const hour = z.int().min(0).max(23);
const night = z
  .strictObject({ from: hour, until: hour })
  .refine(({ from, until }) => from !== until, 'ends at another hour than it begins');

const shape = z.strictObject({
  /** Says that nothing in the file is real. */
  sample: z.string().max(500).optional(),
  stage: z.string().regex(/^[a-z][a-z0-9]{0,11}$/, 'at most 12 small letters and digits, a letter first'),
  region: z.string().regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'a region, as eu-west-1 or cn-north-1'),
  account: z
    .string()
    .regex(/^\d{12}$/, 'the twelve digits of an AWS account')
    .optional(),
  processor: z.enum(['arm64', 'x86_64']).default('arm64'),
  domain: domain.optional(),
  /** CloudFront before the API: files of pages from a bucket, public answers kept, a firewall. Without it the API is the door, and functions serve pages. */
  edge: z
    .strictObject({
      /** The firewall of a deployment outside of us-east-1: the output `WebAclArn` of the stack `small-grid-<stage>-firewall`. */
      webAcl: z
        .string()
        .regex(
          /^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/[\w-]+\/[\w-]+$/,
          'the ARN of a web ACL of CloudFront',
        )
        .optional(),
      /** The how-manieth key CloudFront shows the API: `npm run rotate -- --door` counts on. */
      doorKey: z.int().min(1).max(9999).optional(),
    })
    .optional(),
  /** Without it there is no console. */
  signIn: signIn.optional(),
  /** Who carries texts: AWS, or for each town a carrier of its own over HTTP (its `settings.yaml`). */
  carrier: z.enum(['aws', 'http']).default('aws'),
  /** Whether the console links to AWS's own pages about an execution. */
  awsConsoleLinks: z.boolean().default(false),
  /** Where alarms are sent, and between which hours (UTC) those that can wait are not. */
  alarms: z.strictObject({ mail: z.email(), night: night.optional() }).optional(),
  /** The account's monthly limit for texts by AWS, in USD: somebody is told before it is reached. */
  textSpendLimit: z.number().positive().max(10_000_000).optional(),
  /**
   * What the account may cost a month before somebody is told. All of it: texts and metrics bear no stage's tag, and a budget by tag would be silent until
   * somebody has activated it for billing.
   */
  budget: z
    .strictObject({ monthly: z.number().positive().max(10_000_000), currency: z.enum(['USD', 'CNY']) })
    .optional(),
  /** The table that functions use in place of the stack's own: one that was restored to a point in time, or of an earlier deployment. */
  table: z
    .string()
    .regex(/^[\w.-]{3,255}$/, 'the name of a table')
    .optional(),
  /** False once the stack's own table is used no more and is to be deleted: the data stack then lets go of it. */
  ownTable: z.boolean().optional(),
});

export type Settings = z.output<typeof shape>;

/** What does not go together, by the member that is to be changed. */
function* contradictions({
  region,
  carrier,
  domain: own,
  signIn: by,
  budget,
  account,
  alarms,
  edge,
  table,
  ownTable,
}: Settings): Iterable<[string, string]> {
  const partition = isInChina(region) ? 'aws-cn' : 'aws';
  const [, ofCertificate, , in_, owner] = own?.certificate.split(':') ?? [];
  if (own && ofCertificate !== partition)
    yield ['domain.certificate', `in ${region} its ARN begins with arn:${partition}`];
  const place = edge === undefined ? region : OF_CLOUDFRONT;
  if (own && in_ !== place)
    yield [
      'domain.certificate',
      `the certificate must be in ${place}, like ${edge ? 'those of CloudFront' : 'the API'}`,
    ];
  if (edge?.webAcl !== undefined && region === OF_CLOUDFRONT)
    yield ['edge.webAcl', `in ${region} the firewall is made with all the rest: leave it out`];
  if (own && account !== undefined && owner !== account)
    yield ['domain.certificate', `the certificate must be of the account ${account}`];
  if (budget !== undefined && alarms === undefined)
    yield ['alarms.mail', 'a budget tells somebody when it is nearly spent: name a mail address'];
  if (ownTable === false && table === undefined)
    yield ['ownTable', 'is the one in use where "table" names no other: it cannot be given up'];
  if (!isInChina(region)) return;
  if (carrier === 'aws') yield ['carrier', `AWS carries no texts in ${region}: say "http"`];
  if (edge !== undefined)
    yield ['edge', `CloudFront of ${region} takes no certificate of ACM and knows no firewall: leave it out`];
  if (own === undefined)
    yield ['domain', `${region} serves nobody at an address of AWS: a domain with an ICP filing is needed`];
  if (by !== undefined && /(?:^|\.)amazoncognito\.|^https:\/\/cognito-idp\./.test(by.issuer))
    yield ['signIn.issuer', `there is no Cognito in ${region}: name another issuer`];
  if (budget?.currency === 'USD') yield ['budget.currency', `bills of ${region} are in CNY`];
}

/** All that is said of one deployment, in `settings/<stage>.json`. Nothing in it is secret. */
export const settingsSchema = shape.check((given) => {
  for (const [path, message] of contradictions(given.value))
    given.issues.push({ code: 'custom', input: given.value, path: path.split('.'), message });
});

/** The stage that is hosted on one's own machine; it has no account, no region and no file. */
export const LOCAL = 'local';
export const LOCAL_SETTINGS: Settings = settingsSchema.parse({ stage: LOCAL, region: 'us-east-1' });
