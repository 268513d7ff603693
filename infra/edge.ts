/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { join } from 'node:path';
import { Duration, NestedStack, RemovalPolicy } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HeadersReferrerPolicy,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { securityHeaders } from '../functions/http/pages/security-headers.js';
import { DOOR_KEY_HEADER } from '../functions/http/through-the-door.js';
import { LOGS_KEPT } from './logs-kept.js';
import type { Settings } from './settings.js';
import { FILES_OF_PAGES, SITE, type SitePart } from './site.js';
import { logName, type StageNames } from './stage-names.js';

export interface EdgeProps {
  /** Folder of the bundles, beside which the files of the pages lie. */
  readonly bundles: string;
  readonly names: StageNames;
  readonly domain: Settings['domain'];
  /** The ARN of the firewall's web ACL, in us-east-1; undefined: none yet. */
  readonly webAcl: string | undefined;
  /** Host name of the API. */
  readonly api: string;
  /** The how-manieth key the distribution shows. */
  readonly doorKey: number | undefined;
}

/** Pages that are the same for everybody who reads their language: nothing of anybody is in their address. */
const PAGES = ['/', '/my-grid', '/daily', '/in-person', '/track', '/wall'];

/** What the towns tell everybody. What a path of this list answers may be kept for others: nothing of anybody may be behind it. */
const PUBLIC_ANSWERS = [
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
];

const OF_CLOUDFRONT: ReadonlySet<string> = new Set([
  'content-security-policy',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
]);

/**
 * The town's address where there is CloudFront: files of the pages from a bucket that only it may read, and everything else from the API, behind the
 * firewall. What is public is kept for as long as its answer says.
 */
export class Edge extends NestedStack {
  /** The host name that a domain's DNS record must name. */
  readonly target: string;
  /** Where pages and API are reached, without a slash at the end. */
  readonly url: string;
  /** What functions take as shown by the distribution, apart by spaces, so that nobody goes around it. */
  readonly keysTaken: string;

  constructor(scope: Construct, id: string, props: EdgeProps) {
    super(scope, id);
    const { names, domain, webAcl, api, doorKey = 1 } = props;
    const shown = this.keyOf(names, doorKey);
    // The distribution is deployed before the functions, and taken back after or before them: it may show the next key already, or the last one again.
    const beside = [doorKey - 1, doorKey + 1].filter((number) => number > 0);
    this.keysTaken = [shown, ...beside.map((number) => this.keyOf(names, number))].join(' ');
    const bucket = this.bucketOf(props);
    const headers = this.headersOf(names);
    const behind = new HttpOrigin(api, { customHeaders: { [DOOR_KEY_HEADER]: shown } });
    const shared = {
      responseHeadersPolicy: headers,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    };
    const file = {
      ...shared,
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
    };
    const kept = { ...shared, origin: behind, cachePolicy: this.keptAsAnswered(names) };
    const distribution = new Distribution(this, 'Distribution', {
      comment: names('door'),
      ...(domain && {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificate),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      ...(webAcl === undefined ? {} : { webAclId: webAcl }),
      defaultBehavior: {
        ...shared,
        origin: behind,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
      additionalBehaviors: {
        ...each(
          FILES_OF_PAGES.map((ending) => `*.${ending}`),
          file,
        ),
        ...each([...PAGES, ...PUBLIC_ANSWERS], kept),
      },
      // An error is the matter of one call: kept for ten seconds, as is usual, it would be everybody's.
      errorResponses: [400, 403, 404, 500, 502, 503, 504].map((httpStatus) => ({
        httpStatus,
        ttl: Duration.seconds(0),
      })),
    });
    this.target = distribution.distributionDomainName;
    this.url = `https://${domain?.name ?? this.target}`;
  }

  /** Nobody has seen it. The first one is called as when there was no other. */
  private keyOf(names: StageNames, number: number): string {
    const which = number === 1 ? '' : `${number}`;
    return new Secret(this, `DoorKey${which}`, {
      secretName: names(which === '' ? 'door' : `door-${which}`),
      description: 'By which functions know that a call came through CloudFront',
      generateSecretString: { passwordLength: 40, excludePunctuation: true },
    }).secretValue.unsafeUnwrap();
  }

  /** The files of the pages. What a release had stays, so that a page that is open goes on finding its parts. */
  private bucketOf({ bundles, names }: EdgeProps): Bucket {
    const bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // They are made anew from the sources; nothing of anybody is among them.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const logGroup = new LogGroup(this, 'FilesLog', {
      logGroupName: logName(names, 'files'),
      retention: LOGS_KEPT,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    for (const [part, { cacheControl, contentEncoding }] of Object.entries<SitePart>(SITE))
      new BucketDeployment(this, `Files-${part}`, {
        sources: [Source.asset(join(bundles, '../site', part))],
        destinationBucket: bucket,
        cacheControl: [CacheControl.fromString(cacheControl)],
        ...(contentEncoding === undefined ? {} : { contentEncoding }),
        logGroup,
        prune: false,
        // A bucket with something in it cannot be deleted, and a first deployment that fails leaves nothing behind.
        retainOnDelete: false,
      });
    return bucket;
  }

  /** The headers that functions send, for files and for answers that have none. */
  private headersOf(names: StageNames): ResponseHeadersPolicy {
    const sent = new Map(Object.entries(securityHeaders()));
    const policy = sent.get('content-security-policy') ?? '';
    // CloudFront has a member of its own for each of these, and takes them nowhere else.
    const custom = [...sent].filter(([header]) => !OF_CLOUDFRONT.has(header));
    return new ResponseHeadersPolicy(this, 'Headers', {
      responseHeadersPolicyName: names('headers'),
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: policy, override: false },
        contentTypeOptions: { override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: false },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
      },
      customHeadersBehavior: {
        customHeaders: custom.map(([header, value]) => ({ header, value, override: false })),
      },
    });
  }

  /** For as long as the answer says, and not at all where it does not: by town and language, and by how it is wanted. */
  private keptAsAnswered(names: StageNames): CachePolicy {
    return new CachePolicy(this, 'KeptAsAnswered', {
      cachePolicyName: names('kept-as-answered'),
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.hours(1),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      headerBehavior: CacheHeaderBehavior.allowList('Accept', 'Accept-Language'),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
  }
}

const each = (paths: readonly string[], behaviour: BehaviorOptions): Record<string, BehaviorOptions> =>
  Object.fromEntries(paths.map((path) => [path, behaviour]));
