import type { IncomingMessage, ServerResponse } from 'node:http';
import { refusal } from './control/loopback-only.js';
import { listenHttp, type HttpListener } from './http/http-listener.js';

/** Seconds after which a client may ask again. */
const ASK_AGAIN = '5';

export interface Outage {
  /** Why nothing is taken in, as health says it. */
  failure: Error;
  close(): Promise<void>;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'retry-after': ASK_AGAIN });
  response.end(JSON.stringify(body));
}

/**
 * Answers at the host's addresses, the AWS endpoint first, that nothing is taken in while nothing can be stored; health
 * says why.
 */
export async function openOutage(addresses: readonly string[], failure: Error): Promise<Outage> {
  const outage = { failure };
  const listeners: HttpListener[] = [];
  const close = async () => {
    await Promise.all(listeners.map((listener) => listener.close()));
  };
  const endpoint = async (request: IncomingMessage, response: ServerResponse) => {
    const refused = refusal(request.headers);
    if (refused === undefined)
      answer(response, 503, { status: 'storage-failed', message: outage.failure.message });
    else answer(response, 403, { message: refused });
  };
  const api = async (_request: IncomingMessage, response: ServerResponse) =>
    answer(response, 503, { message: 'Nothing can be stored at the moment, and nothing was taken in.' });
  try {
    for (const [position, address] of addresses.entries())
      listeners.push(await listenHttp(Number(new URL(address).port), position === 0 ? endpoint : api));
  } catch (error) {
    await close();
    throw error;
  }
  return Object.assign(outage, { close });
}
