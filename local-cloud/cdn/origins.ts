import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { plainAnswer, type HttpAnswer } from '../http-api/gateway-response.js';
import type { HttpApi } from '../http-api/http-api.js';
import type { ReceivedRequest } from '../http-api/received-request.js';
import type { Bucket } from '../s3/bucket.js';

export interface OriginRequest {
  readonly message: ReceivedRequest;
  readonly body: Buffer;
}

/** Where a distribution fetches what it has not. */
export interface Origin {
  fetch(request: OriginRequest): Promise<HttpAnswer>;
}

/** An API of this cloud, with the headers by which it knows the distribution. */
export const apiOrigin = (api: HttpApi, host: string, added: Readonly<Record<string, string>>): Origin => ({
  fetch: ({ message, body }) =>
    api.respond({ ...message, headers: { ...message.headers, ...added, host } }, body),
});

const COMPRESSIBLE = /^(?:text\/|application\/(?:javascript|json|xml)|image\/svg\+xml)/;
/** Bytes that CloudFront compresses. */
const SIZES = { from: 1000, to: 10_000_000 };

const CODINGS: readonly (readonly [string, (body: Buffer) => Buffer])[] = [
  ['br', (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })],
  ['gzip', (body) => gzipSync(body)],
];

/** A bucket that only the distribution reads; what is not in it is refused, since nobody may list it. */
export function bucketOrigin(bucket: Bucket, { compress }: { readonly compress: boolean }): Origin {
  const made = new Map<string, Buffer>();
  return {
    fetch: async ({ message }) => {
      const [path = ''] = (message.url ?? '/').split('?');
      const found = await bucket.get(decodeURIComponent(path.slice(1)));
      if (!found)
        return {
          ...plainAnswer(403, 'Forbidden'),
          headers: { 'content-type': 'application/xml' },
          body: DENIED,
        };
      const { headers, body } = found;
      const accepted = (message.headers['accept-encoding'] ?? '').split(/[\s,;]+/);
      const coding =
        compress && isCompressible(headers, body)
          ? CODINGS.find(([name]) => accepted.includes(name))
          : undefined;
      if (!coding) return { status: 200, headers, cookies: [], body };
      const [name, make] = coding;
      const key = `${name} ${path} ${headers['etag'] ?? ''}`;
      const compressed = made.get(key) ?? make(body);
      made.set(key, compressed);
      const changed = {
        'content-encoding': name,
        vary: 'accept-encoding',
        etag: `W/${headers['etag'] ?? ''}`,
      };
      return { status: 200, headers: { ...headers, ...changed }, cookies: [], body: compressed };
    },
  };
}

const DENIED = Buffer.from(
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
);

/** What lies in the bucket in a coding is sent in it, whatever its caller takes. */
const isCompressible = (headers: Readonly<Record<string, string>>, { length }: Buffer): boolean =>
  headers['content-encoding'] === undefined &&
  COMPRESSIBLE.test(headers['content-type'] ?? '') &&
  length >= SIZES.from &&
  length <= SIZES.to;
