import { EventEmitter } from 'node:events';
import http, { type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { Readable } from 'node:stream';
import type { CallHost, HostAnswer, HostCall } from './host-calls.js';

/** An answer as `http.IncomingMessage` shows it. */
class Answer extends Readable {
  readonly complete = true;
  readonly httpVersion = '1.1';
  readonly statusCode: number;
  readonly statusMessage: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor({ status, headers, body }: HostAnswer) {
    super();
    this.statusCode = status;
    this.statusMessage = http.STATUS_CODES[status] ?? '';
    this.headers = headers;
    if (body.length > 0) this.push(body);
    this.push(null);
  }

  override _read(): void {
    // All there is was pushed.
  }
}

/** A request as `http.ClientRequest` takes it: written, ended, and answered with the event `response`. */
class Call extends EventEmitter {
  private readonly chunks: Uint8Array[] = [];
  private isOver = false;

  constructor(
    private readonly head: Omit<HostCall, 'body'>,
    private readonly callHost: CallHost,
  ) {
    super();
  }

  write(chunk: string | Uint8Array): boolean {
    this.chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    return true;
  }

  end(chunk?: string | Uint8Array): void {
    const body = typeof chunk === 'string' && this.chunks.length === 0 ? chunk : this.joined(chunk);
    void this.callHost({ ...this.head, body }).then((answer) => {
      if (this.isOver) return;
      this.emit('response', new Answer(answer));
      this.destroy();
    });
  }

  /** Whoever gives up hears no answer any more. */
  destroy(): void {
    if (this.isOver) return;
    this.isOver = true;
    process.nextTick(() => this.emit('close'));
  }

  private joined(chunk: string | Uint8Array = ''): string {
    this.write(chunk);
    return Buffer.concat(this.chunks).toString();
  }
}

/** Lower case, as a server reads them. */
const headersOf = (given: RequestOptions['headers']): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(given ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]));

/**
 * `node:http` for functions that run in the host's thread: their requests to the AWS endpoint are carried out without a
 * socket; all others go over the network as ever.
 */
export function hostHttp(endpoint: string, callHost: CallHost): typeof http {
  const { hostname, port } = new URL(endpoint);
  const request = (...given: unknown[]): unknown => {
    const [options, listener] = given as [RequestOptions, ((answer: Answer) => void)?];
    const path = options.path ?? '/';
    const method = options.method ?? 'GET';
    // The host's control API lies at the same address and is no service of AWS.
    const isCall = options.host === hostname && String(options.port) === port && !path.startsWith('/_local/');
    if (!isCall) return (http.request as (...all: unknown[]) => unknown)(...given);
    const call = new Call({ method, path, headers: headersOf(options.headers) }, callHost);
    if (listener !== undefined) call.once('response', listener);
    return call;
  };
  return { ...http, request: request as typeof http.request };
}
