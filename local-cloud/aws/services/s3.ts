import { AwsError } from '../../errors/aws-error.js';
import type { Headers } from '../../s3/bucket.js';
import type { S3 } from '../../s3/s3.js';
import { s3Failure, writeXml, type Xml } from '../query-protocol.js';
import type { WireAnswer, WireRequest, WireService } from '../wire.js';

/** The headers of a request that are the object's own. */
const OF_OBJECTS = /^(?:cache-control|content-(?:type|encoding|disposition|language)|x-amz-meta-.+)$/;
/** The parameters of a list, and those that SDKs add; any other parameter means another call. */
const OF_LISTS = new Set([
  'list-type',
  'prefix',
  'delimiter',
  'max-keys',
  'start-after',
  'continuation-token',
  'encoding-type',
  'fetch-owner',
]);

interface Target {
  readonly bucket: string;
  readonly key: string;
}

interface Route {
  readonly call: string;
  readonly method: string;
  /** Whether it is about an object, not a bucket. */
  readonly ofObject: boolean;
  readonly isList?: true;
  readonly run: (request: WireRequest, target: Target, s3: S3) => Promise<WireAnswer>;
}

const xml = (name: string, content: Xml): WireAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${writeXml(content)}</${name}>`,
});

/** The sizes and signatures that SDKs put between the parts of a body that they sum up as they send it. */
function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.subarray(at, end < 0 ? undefined : end).toString('latin1'), 16);
    if (end < 0 || Number.isNaN(size))
      throw new AwsError('IncompleteBody', 'The request body terminated unexpectedly');
    if (size === 0) break;
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

function bodyOf({ bytes, headers }: WireRequest): Buffer {
  const body = Buffer.from(bytes);
  const sum = headers['x-amz-content-sha256'];
  return typeof sum === 'string' && sum.startsWith('STREAMING-') ? unchunked(body) : body;
}

function ownHeaders({ headers }: WireRequest): Headers {
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value !== 'string' || !OF_OBJECTS.test(name)) continue;
    const kept = name === 'content-encoding' ? value.replace(/^aws-chunked(?:,\s*|$)/, '') : value;
    if (kept !== '') own[name] = kept;
  }
  return own;
}

const createBucket: Route['run'] = async ({ caller }, { bucket }, s3) => {
  await s3.create(caller, bucket);
  return { status: 200, headers: { location: `/${bucket}` }, body: '' };
};

const putObject: Route['run'] = async (request, { bucket, key }, s3) => {
  const { headers, caller } = request;
  if (headers['x-amz-copy-source'] !== undefined) throw notSupported(request);
  const { etag } = await s3.put(caller, bucket, key, { body: bodyOf(request), headers: ownHeaders(request) });
  return { status: 200, headers: { etag }, body: '' };
};

/** Of HeadObject too: the listener leaves the body out. */
const getObject: Route['run'] = async ({ caller }, { bucket, key }, s3) => {
  const { headers, body, modifiedAt } = await s3.get(caller, bucket, key);
  return { status: 200, headers: { ...headers, 'last-modified': new Date(modifiedAt).toUTCString() }, body };
};

const listObjects: Route['run'] = async ({ caller, query }, { bucket }, s3) => {
  const of = (name: string): string | undefined => query.get(name) ?? undefined;
  const maxKeys = query.has('max-keys') ? Number(query.get('max-keys')) : undefined;
  const prefix = of('prefix');
  const delimiter = of('delimiter');
  const page = await s3.list(caller, bucket, {
    prefix,
    delimiter,
    startAfter: of('start-after'),
    continuationToken: of('continuation-token'),
    maxKeys,
  });
  return xml('ListBucketResult', {
    Name: bucket,
    Prefix: prefix ?? '',
    ...(delimiter === undefined ? {} : { Delimiter: delimiter }),
    MaxKeys: String(maxKeys ?? 1000),
    KeyCount: String(page.objects.length + page.prefixes.length),
    IsTruncated: String(page.next !== undefined),
    ...(page.next === undefined ? {} : { NextContinuationToken: page.next }),
    Contents: page.objects.map(({ key, etag, size, modifiedAt }) => ({
      Key: key,
      LastModified: new Date(modifiedAt).toISOString(),
      ETag: etag,
      Size: String(size),
      StorageClass: 'STANDARD',
    })),
    CommonPrefixes: page.prefixes.map((common) => ({ Prefix: common })),
  });
};

const ROUTES: readonly Route[] = [
  { call: 'CreateBucket', method: 'PUT', ofObject: false, run: createBucket },
  { call: 'ListObjectsV2', method: 'GET', ofObject: false, isList: true, run: listObjects },
  { call: 'PutObject', method: 'PUT', ofObject: true, run: putObject },
  { call: 'GetObject', method: 'GET', ofObject: true, run: getObject },
  { call: 'HeadObject', method: 'HEAD', ofObject: true, run: getObject },
];

/** The calls that are answered; every other is refused with its path. */
export const S3_CALLS: readonly string[] = ROUTES.map(({ call }) => call);

/** `/bucket/key`: a bucket in the host's name is not understood. Undefined where the path is not encoded as one is. */
function targetOf(path: string): Target | undefined {
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?([^]*)$/.exec(path) ?? [];
  try {
    return { bucket: decodeURIComponent(bucket), key: decodeURIComponent(key) };
  } catch {
    return undefined;
  }
}

type Asked = Pick<WireRequest, 'method' | 'path' | 'query'>;

function routeOf({ method, path, query }: Asked): Route | undefined {
  const { bucket, key } = targetOf(path) ?? { bucket: '', key: '' };
  const isList = query.get('list-type') === '2';
  const more = [...query.keys()].filter((name) => name !== 'x-id' && !(isList && OF_LISTS.has(name)));
  if (bucket === '' || more.length > 0) return undefined;
  return ROUTES.find(
    (one) => one.method === method && one.ofObject === (key !== '') && (one.isList ?? false) === isList,
  );
}

const notSupported = ({ method, path, query }: Asked): AwsError => {
  const asked = query.size === 0 ? path : `${path}?${[...query.keys()].join('&')}`;
  return new AwsError(
    'UnknownOperationException',
    `The local cloud does not support s3 ${method} ${asked}`,
    404,
  );
};

/** S3's REST API, as far as Distributed Maps and what fills and reads their buckets need it. */
export const s3Wire = (s3: S3): WireService => ({
  name: 's3',
  operationOf: (request) => routeOf(request)?.call ?? '',
  handle: async (request) => {
    const [route, target] = [routeOf(request), targetOf(request.path)];
    if (target === undefined) throw new AwsError('InvalidURI', "Couldn't parse the specified URI.", 400);
    if (route === undefined) throw notSupported(request);
    return route.run(request, target, s3);
  },
  fail: (error, requestId) =>
    s3Failure(
      error.code === 'AccessDeniedException' ? new AwsError('AccessDenied', error.message, 403) : error,
      requestId,
    ),
});
