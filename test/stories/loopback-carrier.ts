import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import type { HttpCarrierSettings } from '../../domain/town/carrier-schema.js';

const sentSchema = z.object({ ref: z.string(), src: z.string(), mobile: z.string(), content: z.string() });
type Sent = z.infer<typeof sentSchema>;

/** How the carrier treats a call: takes the text, fails before or after taking it, never answers, having taken it or not, or says that the call is wrong. */
export type Mood = 'takes' | 'fails' | 'takes and fails' | 'is silent' | 'hangs' | 'refuses';

const NAMES = { id: 'ref', from: 'src', to: 'mobile', body: 'content' } as const;
const INBOUND_NAMES = { id: 'msgid', from: 'mobile', to: 'dest', body: 'content' } as const;

/** A text that somebody sent; by the same id it is the same one. */
export interface SentText {
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly id: string;
}

/**
 * A carrier on this machine: a real HTTP server, to which the town's functions hand their texts, and which calls the town for those
 * that people send.
 */
export class LoopbackCarrier {
  /** Every call that came, in order. */
  readonly calls: { readonly text: Sent; readonly authorization: string | undefined }[] = [];
  /** What it texts people: of calls with one key, the first. */
  readonly texted: Sent[] = [];
  /** How the next calls are treated. */
  readonly moods: Mood[] = [];
  /** How all others are, by how many there were before. */
  weather: (nth: number) => Mood = () => 'takes';

  private constructor(private readonly server: Server) {}

  static async open(): Promise<LoopbackCarrier> {
    const server = createServer();
    const carrier = new LoopbackCarrier(server);
    server.on('request', (request, response) => {
      void carrier.take(request).then((status) => {
        if (status !== undefined) response.writeHead(status).end('{"words":"of the carrier"}');
      });
    });
    await new Promise<void>((ready) => {
      server.listen(0, '127.0.0.1', ready);
    });
    return carrier;
  }

  get settings(): HttpCarrierSettings {
    const { port } = this.server.address() as AddressInfo;
    return {
      kind: 'http',
      url: `http://127.0.0.1:${port}/send`,
      format: 'json',
      names: NAMES,
      timeoutSeconds: 0.5,
      attempts: 2,
      inbound: { addresses: ['127.0.0.1/32'], format: 'json', names: INBOUND_NAMES },
    };
  }

  /** Hands over a text that somebody sent; any answer in the two hundreds means that it need not do so again. */
  handOver(door: URL, { from, to, body, id }: SentText): Promise<Response> {
    const names = INBOUND_NAMES;
    return fetch(door, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', 'accept-language': 'en' },
      body: JSON.stringify({ [names.id]: id, [names.from]: from, [names.to]: to, [names.body]: body }),
    });
  }

  textsTo(phone: string): string[] {
    return this.texted.flatMap(({ mobile, content }) => (mobile === phone ? [content] : []));
  }

  forget(): void {
    for (const list of [this.calls, this.texted, this.moods]) list.length = 0;
    this.weather = () => 'takes';
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => {
      this.server.close(done);
    });
  }

  /** The status it answers with; undefined: it leaves the caller waiting. */
  private async take(request: IncomingMessage): Promise<number | undefined> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const text = sentSchema.parse(JSON.parse(body));
    this.calls.push({ text, authorization: request.headers.authorization });
    const mood = this.moods.shift() ?? this.weather(this.calls.length);
    if (mood === 'fails') return 500;
    if (mood === 'hangs') return undefined;
    if (mood === 'refuses') return 400;
    if (!this.texted.some(({ ref }) => ref === text.ref)) this.texted.push(text);
    if (mood === 'is silent') return undefined;
    return mood === 'takes' ? 200 : 500;
  }
}
