import { createServer, type Server, type ServerResponse, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpListener {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

/** An open connection must outlive the pauses between a client's requests, or a reused one breaks under it. */
const KEEP_ALIVE = 65_000;

/** How long a client may take over its request, in milliseconds; one not whole by then is answered 408. */
export interface Patience {
  readonly headers: number;
  /** Headers and body; API Gateway has as much patience for an integration. */
  readonly request: number;
}
const PATIENCE: Patience = { headers: 10_000, request: 30_000 };

function listen(server: Server, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(server.address() as AddressInfo);
    });
  });
}

/** Listens on the loopback interface only; port 0 picks a free one. A request whose handling fails is cut off. */
export async function listenHttp(
  port: number,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  patience = PATIENCE,
): Promise<HttpListener> {
  const server = createServer(
    {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      connectionsCheckingInterval: Math.min(patience.headers, 1000),
    },
    (request, response) => void handle(request, response).catch(() => response.destroy()),
  );
  server.keepAliveTimeout = KEEP_ALIVE;
  const address = await listen(server, port);
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
