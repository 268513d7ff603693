import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Asset, Assets } from './assets.js';
import { notFound } from './not-found.js';
import { SECURITY_HEADERS } from './security-headers.js';

/** What is used of an HTTP API event. */
export type PageEvent = Pick<APIGatewayProxyEventV2, 'rawPath' | 'headers'>;

/** The addresses that the resident's app answers itself; all of them are its one page. */
const APP_PATHS = /^\/(?:track\/?|r\/[^/]+\/?)?$/;

const APP_PAGE = '/index.html';

/** A build step names such a file after its content, as `main-4F2A9C1B.js`: it never changes. */
const HASHED = /-[A-Z0-9]{8}\.\w+$/;

function cacheControl(path: string): string {
  if (HASHED.test(path)) return 'public, max-age=31536000, immutable';
  // The page is asked for each time, so that it never stands beside scripts of another version for longer than they live.
  return path === APP_PAGE ? 'no-cache' : 'public, max-age=300';
}

/** Sent in base64, as the body may be a picture or compressed. */
function send(
  path: string,
  asset: Asset,
  header: (name: string) => string,
): APIGatewayProxyStructuredResultV2 {
  const headers = { etag: asset.etag, 'cache-control': cacheControl(path), vary: 'accept-encoding' };
  if (header('if-none-match').includes(asset.etag)) return { statusCode: 304, headers };
  const gzipped = header('accept-encoding').includes('gzip') ? asset.gzipped : undefined;
  return {
    statusCode: 200,
    headers: { ...headers, 'content-type': asset.type, ...(gzipped ? { 'content-encoding': 'gzip' } : {}) },
    body: (gzipped ?? asset.body).toString('base64'),
    isBase64Encoded: true,
  };
}

/** Serves the residents' pages from the files that were built beside the function. */
export function createHandler(assets: Assets) {
  return async (event: PageEvent): Promise<APIGatewayProxyStructuredResultV2> => {
    const header = (name: string): string => event.headers[name] ?? '';
    const path = APP_PATHS.test(event.rawPath) ? APP_PAGE : event.rawPath;
    const asset = assets.get(path);
    const answer = asset ? send(path, asset, header) : notFound(header('accept'), header('accept-language'));
    return { ...answer, headers: { ...answer.headers, ...SECURITY_HEADERS } };
  };
}
