import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock/clock.js';
import { listenHttp, type HttpListener } from '../http/http-listener.js';
import { readBody } from '../http/read-body.js';
import type { HttpAnswer } from './gateway-response.js';

/** A server on a port of its own, in the place of a service of AWS. */
export abstract class HttpServer {
  private listener: HttpListener | undefined;
  protected open = false;

  protected constructor(
    private readonly clock: Clock,
    private readonly bodyLimit: number,
  ) {}

  /** Binds the port; until `serve` is called every request is answered 503. */
  async listen(port: number): Promise<string> {
    this.listener = await listenHttp(port, (request, response) => this.handle(request, response));
    return this.listener.url;
  }

  get url(): string {
    return this.listener?.url ?? '';
  }

  serve(): void {
    this.open = true;
  }

  async close(): Promise<void> {
    this.open = false;
    await this.listener?.close();
  }

  /** The answer to a request; undefined is a body that is too long. */
  abstract respond(request: IncomingMessage, body: Buffer | undefined): Promise<HttpAnswer>;

  /** Time stands still while a request is answered, not while a client is slow to send it or to take the answer. */
  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = await readBody(request, this.bodyLimit);
    const end = this.clock.begin();
    try {
      const { status, headers, cookies, body } = await this.respond(request, received);
      const isUnchanged = status === 304;
      response.writeHead(status, {
        ...headers,
        ...(isUnchanged ? {} : { 'content-length': body.length }),
        ...(cookies.length === 0 ? {} : { 'set-cookie': [...cookies] }),
      });
      response.end(isUnchanged || request.method === 'HEAD' ? undefined : body);
    } finally {
      end();
    }
  }
}
