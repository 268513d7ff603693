import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Assets } from '../http/pages/assets.js';
import { notFound } from '../http/pages/not-found.js';
import { securityHeaders } from '../http/pages/security-headers.js';
import { APP_PAGE, sendAsset } from '../http/pages/send-asset.js';

/** What is used of an HTTP API event. */
export type PageEvent = Pick<APIGatewayProxyEventV2, 'rawPath' | 'headers'>;

/** The addresses that the resident's app answers itself; all of them are its one page. */
const APP_PATHS = /^\/(?:(?:track|my-grid|daily|r\/[^/]+)\/?)?$/;

const SECURITY_HEADERS = securityHeaders();

/** Serves the residents' pages from the files that were built beside the function. */
export function createHandler(assets: Assets) {
  return async (event: PageEvent): Promise<APIGatewayProxyStructuredResultV2> => {
    const header = (name: string): string => event.headers[name] ?? '';
    const path = APP_PATHS.test(event.rawPath) ? APP_PAGE : event.rawPath;
    const asset = assets.get(path);
    const answer = asset
      ? sendAsset(path, asset, header)
      : notFound(header('accept'), header('accept-language'));
    return { ...answer, headers: { ...answer.headers, ...SECURITY_HEADERS } };
  };
}
