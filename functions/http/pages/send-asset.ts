import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Asset, CODINGS } from './assets.js';

/** The one page of an app. */
export const APP_PAGE = '/index.html';

/** A build step names such a file after its content, as `main-4F2A9C1B.js`: it never changes. */
const HASHED = /-[A-Z0-9]{8}\.\w+$/;

function cacheControl(path: string): string {
  if (HASHED.test(path)) return 'public, max-age=31536000, immutable';
  // The page is asked for each time, so that it never stands beside scripts of another version for longer than they
  // live.
  return path === APP_PAGE ? 'no-cache' : 'public, max-age=300';
}

/** The codings that an `Accept-Encoding` names. */
export const codingsIn = (header: string): readonly string[] => header.split(/[\s,;]+/);

/** Sent in base64, as the body may be a picture or compressed. */
export function sendAsset(
  path: string,
  asset: Asset,
  header: (name: string) => string,
): APIGatewayProxyStructuredResultV2 {
  const headers = { etag: asset.etag, 'cache-control': cacheControl(path), vary: 'accept-encoding' };
  if (header('if-none-match').includes(asset.etag)) return { statusCode: 304, headers };
  const accepted = codingsIn(header('accept-encoding'));
  const coding = asset.compressed && CODINGS.find((one) => accepted.includes(one));
  return {
    statusCode: 200,
    headers: { ...headers, 'content-type': asset.type, ...(coding ? { 'content-encoding': coding } : {}) },
    body: ((coding && asset.compressed?.[coding]()) ?? asset.body).toString('base64'),
    isBase64Encoded: true,
  };
}
