import type { IncomingMessage } from 'node:http';
import type { Clock } from '../clock/clock.js';
import { plainAnswer, type HttpAnswer } from '../http-api/gateway-response.js';
import type { ReceivedRequest } from '../http-api/received-request.js';
import { HttpServer } from '../http-api/http-server.js';
import type { Origin } from './origins.js';
import { matchesPattern } from './path-pattern.js';
import { keptFor, type AddedHeader, type CachePolicy } from './policies.js';

export interface Behaviour {
  /** `*` of the default behaviour. */
  readonly pattern: string;
  readonly origin: Origin;
  readonly methods: ReadonlySet<string>;
  readonly cache: CachePolicy;
  /** Whether everything that the viewer sent but `Host` is handed on; else what is part of the cache's key. */
  readonly handsOnAll: boolean;
  readonly headers: readonly AddedHeader[];
}

export interface DistributionOptions {
  readonly clock: Clock;
  /** In order; the default last. */
  readonly behaviours: readonly Behaviour[];
  /** Whether answers are kept, as on AWS, or asked for anew each time. */
  readonly keepsAnswers: boolean;
  readonly warn: (text: string) => void;
}

/** The most bytes in a request that is handed on. */
const BODY_LIMIT = 20 * 1024 * 1024;

interface Kept {
  readonly answer: HttpAnswer;
  readonly until: number;
}

/** A CloudFront distribution on its own port: behaviours, origins, kept answers, added headers. It serves no TLS. */
export class Distribution extends HttpServer {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly options: DistributionOptions) {
    super(options.clock, BODY_LIMIT);
  }

  override async respond(request: IncomingMessage, body: Buffer | undefined): Promise<HttpAnswer> {
    return this.answer(request, body).catch((error: unknown) => {
      this.options.warn(`${request.method} at the distribution: ${String(error)}`);
      return plainAnswer(502, 'Bad Gateway');
    });
  }

  private async answer(request: IncomingMessage, body: Buffer | undefined): Promise<HttpAnswer> {
    if (!this.open) return plainAnswer(503, 'Service Unavailable');
    if (body === undefined) return plainAnswer(413, 'Request Entity Too Large');
    const [path = '/'] = (request.url ?? '/').split('?');
    const behaviour = this.options.behaviours.find(({ pattern }) => matchesPattern(pattern, path));
    if (!behaviour?.methods.has(request.method ?? 'GET')) return plainAnswer(403, 'Forbidden');
    const found = await this.fetch(behaviour, request, body);
    const headers: Record<string, string> = { ...found.headers };
    for (const { name, value, overrides } of behaviour.headers)
      if (overrides || headers[name] === undefined) headers[name] = value;
    return withoutBody({ ...found, headers }, request);
  }

  /** The kept answer, while it may be kept; else the origin's. */
  private async fetch(behaviour: Behaviour, request: IncomingMessage, body: Buffer): Promise<HttpAnswer> {
    const message = handedOn(behaviour, request);
    const isKept = this.options.keepsAnswers && (request.method === 'GET' || request.method === 'HEAD');
    if (!isKept) return behaviour.origin.fetch({ message, body });
    const now = this.options.clock.now();
    const key = JSON.stringify([
      behaviour.pattern,
      message.url,
      behaviour.cache.headers.map((name) => message.headers[name]),
      message.headers['accept-encoding'],
    ]);
    const before = this.kept.get(key);
    if (before && before.until > now) return before.answer;
    const answer = await behaviour.origin.fetch({ message: { ...message, method: 'GET' }, body });
    const until = now + keptFor(behaviour.cache, answer.headers['cache-control']);
    if (answer.status === 200 && until > now) this.kept.set(key, { answer, until });
    else this.kept.delete(key);
    return answer;
  }
}

/** The request to the origin: everything that the viewer sent, or the parts in the key; and always by whom. */
function handedOn({ handsOnAll, cache }: Behaviour, request: IncomingMessage): ReceivedRequest {
  const { method, httpVersion, socket, headers } = request;
  const seen = socket.remoteAddress ?? '127.0.0.1';
  const forwarded = [headers['x-forwarded-for'] ?? [], seen].flat().join(', ');
  const codings = ['br', 'gzip'].filter((coding) => (headers['accept-encoding'] ?? '').includes(coding));
  const named = Object.fromEntries(
    cache.headers.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  );
  const given = handsOnAll
    ? headers
    : {
        ...named,
        'user-agent': 'Amazon CloudFront',
        ...(cache.compressed && codings.length > 0 ? { 'accept-encoding': codings.join(',') } : {}),
      };
  const [path = '/'] = (request.url ?? '/').split('?');
  const url = handsOnAll || cache.byQuery ? request.url : path;
  return { method, url, httpVersion, socket, headers: { ...given, 'x-forwarded-for': forwarded } };
}

/** An answer that the viewer has already is not sent again. */
function withoutBody(answer: HttpAnswer, { headers }: IncomingMessage): HttpAnswer {
  const etag = answer.headers['etag']?.replace(/^W\//, '');
  const isSame =
    answer.status === 200 && etag !== undefined && (headers['if-none-match'] ?? '').includes(etag);
  return isSame ? { ...answer, status: 304, body: Buffer.alloc(0) } : answer;
}
