import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { json } from '../../http/http-handler.js';
import { type Asset, type Assets, textAsset } from '../../http/pages/assets.js';
import { notFound } from '../../http/pages/not-found.js';
import { securityHeaders } from '../../http/pages/security-headers.js';
import { APP_PAGE, codingsIn, sendAsset } from '../../http/pages/send-asset.js';
import type { ConsoleConfig } from '../../../contracts/console/session.js';
import { COMPRESSED_FILES, namingCompressed } from './compressed-files.js';

export interface ConsolePages {
  readonly assets: Assets;
  readonly config: ConsoleConfig;
  /** Where the residents' page is reached, without a slash at the end. */
  readonly pages: string;
  /** Where the issuer answers besides its own origin. */
  readonly issuerOrigins: readonly string[];
}

type PageEvent = Pick<APIGatewayProxyEventV2, 'rawPath' | 'headers'>;

/** An address that ends in a file's extension is a file; every other one lies within the app, which is its one page. */
const FILE = /\.\w+$/;

/** Where no bucket serves the files, one of the compressed names is the file itself: it is compressed as it is sent. */
const BEFORE_FILE = new RegExp(`^/console(?:/${COMPRESSED_FILES}(?=/))?`);

/** `GET /console...`: the console's pages, from the files that were built beside the function. */
export function createServePages({ assets, config, issuerOrigins }: ConsolePages) {
  const headersOfAll = securityHeaders([new URL(config.issuer).origin, ...issuerOrigins]);
  const page = assets.get(APP_PAGE);
  const compressed = page && textAsset(page.type, Buffer.from(namingCompressed(page.body.toString())));
  const find = (path: string, codings: readonly string[]): Asset | undefined =>
    path === APP_PAGE && codings.includes('br') ? compressed : assets.get(path);
  return (event: PageEvent): APIGatewayProxyStructuredResultV2 => {
    const answer = answerTo(event, find, config);
    return { ...answer, headers: { ...answer.headers, ...headersOfAll } };
  };
}

function answerTo(
  { rawPath, headers }: PageEvent,
  find: (path: string, codings: readonly string[]) => Asset | undefined,
  config: ConsoleConfig,
): APIGatewayProxyStructuredResultV2 {
  const header = (name: string): string => headers[name] ?? '';
  const asked = rawPath.replace(BEFORE_FILE, '');
  if (asked === '/config.json') return json(200, config);
  const path = FILE.test(asked) ? asked : APP_PAGE;
  const asset = find(path, codingsIn(header('accept-encoding')));
  return asset ? sendAsset(path, asset, header) : notFound(header('accept'), header('accept-language'));
}
