import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Services } from '../../../adapters/services.js';
import type { FUNCTION } from './function.js';
import { type ConsolePages, createServePages } from './serve-pages.js';
import { createShowMe } from './show-me.js';

/** The console's pages for everybody, and who signed in for whoever did. */
export function createServeConsole(services: Services<typeof FUNCTION>, pages: ConsolePages) {
  const servePages = createServePages(pages);
  const showMe = createShowMe(services, pages);
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
    event.routeKey.startsWith('GET /console') ? servePages(event) : showMe(event);
}
