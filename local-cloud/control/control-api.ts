import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { Alarms } from '../alarms/alarms.js';
import type { ControlledClock } from '../clock/clock.js';
import { readIsoDuration } from '../clock/iso-duration.js';
import { faultSchema } from '../faults/fault.js';
import type { Faults } from '../faults/faults.js';
import { readBody } from '../http/read-body.js';
import type { LogBook } from '../lambda/log-book.js';
import type { SmsCarrier } from '../messaging/sms-carrier.js';
import { billFor } from '../meters/bill.js';
import type { Meters } from '../meters/meters.js';
import type { Prices } from '../meters/prices.js';
import { findPage, type Pages } from './static-pages.js';

const BODY_LIMIT = 1024 * 1024;

export interface ControlOptions {
  readonly clock: ControlledClock;
  readonly carrier: SmsCarrier;
  readonly meters: Meters;
  readonly prices: Prices;
  readonly faults: Faults;
  readonly logs: LogBook;
  readonly alarms: Alarms;
  readonly pages: readonly Pages[];
  readonly health: () => object;
  /** Told when the clock was moved or its mode changed. */
  readonly onClockMoved: () => Promise<void>;
}

/** A request that cannot be carried out as it stands; the message says why. */
class BadRequest extends Error {}

const clockSchema = z.union([
  z.strictObject({ advance: z.string() }),
  z.strictObject({ mode: z.enum(['skip', 'real', 'manual']) }),
]);

const incomingSchema = z.strictObject({
  from: z.string().min(1),
  to: z.string().min(1),
  body: z.string(),
  id: z.string().min(1).optional(),
});

const sinceSchema = z.union([
  z.coerce.number().int(),
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
]);

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new BadRequest(z.prettifyError(parsed.error));
  return parsed.data;
}

/** The host's own API under `/_local/`: time, telephones, meters, faults, logs and pages. */
export class ControlApi {
  private readonly routes: Readonly<Record<string, (query: URLSearchParams, body: unknown) => unknown>> = {
    'GET health': () => this.options.health(),
    'GET clock': () => this.clockState(),
    'POST clock': (_query, body) => this.setClock(read(clockSchema, body)),
    'GET sms': (query) => this.texts(query),
    'POST sms': async (_query, body) => ({
      id: await this.options.carrier.receive(read(incomingSchema, body)),
    }),
    'GET meters': (query) => this.usage(query.get('execution')),
    'GET faults': () => this.options.faults.list(),
    'POST faults': (_query, body) => {
      this.options.faults.add(read(faultSchema, body));
      return this.options.faults.list();
    },
    'DELETE faults': () => {
      this.options.faults.clear();
      return [];
    },
    'GET alarms': () => this.options.alarms.states(),
    'GET logs': (query) => this.logLines(query),
  };

  constructor(private readonly options: ControlOptions) {}

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const name = url.pathname.slice('/_local/'.length);
    if (name.startsWith('pages/') && request.method === 'GET') {
      await this.page(name.slice('pages/'.length), response);
      return;
    }
    const route = this.routes[`${request.method} ${name}`];
    if (route === undefined) {
      answer(response, 404, { message: `there is no ${request.method} /_local/${name}` });
      return;
    }
    try {
      answer(response, 200, await route(url.searchParams, await readJson(request)));
    } catch (error) {
      answer(response, error instanceof BadRequest ? 400 : 500, {
        message: error instanceof Error ? error.message : String(error),
      });
    }
  }

  private clockState() {
    const { clock } = this.options;
    const next = clock.nextTimer();
    const event = clock.nextEvent();
    const now = clock.now();
    return {
      now,
      iso: new Date(now).toISOString(),
      mode: clock.mode,
      ...(next === undefined ? {} : { nextTimer: next }),
      ...(event === undefined ? {} : { nextEvent: event }),
    };
  }

  private async setClock(input: z.infer<typeof clockSchema>) {
    if ('mode' in input) this.options.clock.setMode(input.mode);
    else {
      const milliseconds = readIsoDuration(input.advance);
      if (milliseconds === undefined)
        throw new BadRequest(`${input.advance} is no ISO 8601 duration such as P3D or PT2H30M`);
      await this.options.clock.advance(milliseconds);
    }
    await this.options.onClockMoved();
    return this.clockState();
  }

  private texts(query: URLSearchParams) {
    const to = query.get('to');
    const since = query.get('since');
    const direction = query.get('direction') ?? 'out';
    const from = since === null ? 0 : read(sinceSchema, since);
    return this.options.carrier
      .all()
      .filter(
        (text) =>
          (direction === 'all' || text.direction === direction) &&
          (to === null || text.to === to) &&
          text.at >= from,
      );
  }

  private usage(execution: string | null) {
    const { meters, prices } = this.options;
    const used = execution === null ? meters.total() : meters.of(execution);
    return { ...used, bill: billFor(used, prices) };
  }

  private logLines(query: URLSearchParams) {
    const name = query.get('function');
    const limit = Number(query.get('limit') ?? '500');
    return this.options.logs
      .lines()
      .filter((line) => name === null || line.function === name)
      .slice(-limit);
  }

  private async page(path: string, response: ServerResponse): Promise<void> {
    const page = await findPage(this.options.pages, path).catch(() => undefined);
    if (page === undefined) {
      answer(response, 404, { message: 'there is no such page' });
      return;
    }
    response.writeHead(200, {
      'content-type': page.type,
      'content-length': page.body.length,
      'cache-control': 'no-cache',
    });
    response.end(page.body);
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, BODY_LIMIT);
  if (body === undefined) throw new BadRequest('the body is too long');
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new BadRequest('the body is not JSON');
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}
