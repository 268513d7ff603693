import * as z from 'zod';
import { type AnswerOf, type JsonOf, jsonOf, type ParamsOf, type Route } from '../contracts/route.js';
import type { Language } from '../domain/words/language.js';
import { parseJson } from './json.js';
import { problemOf } from './problem.js';
import { readAnswer } from './read-answer.js';
import { isDoorFull, pause, type Reply } from './reply.js';

/** Long enough for a weak signal in a village, short enough that nobody gives up watching. Milliseconds. */
const PATIENCE = 20_000;

/** The same for a photo: 300 KB take this long where a phone has 30 kbit/s. */
const PATIENCE_FOR_PHOTOS = 90_000;

/**
 * Waits before a read is repeated where the gateway lets nobody more in; up to a second longer each, so that not all
 * come back at once. Milliseconds.
 */
const WAITS_AT_A_FULL_DOOR = [1500, 4000];

export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

type QueryOf<Query> = Query extends unknown
  ? { readonly [Name in keyof Query]?: string | number | boolean | undefined }
  : never;

/** The values that fill in the address of a route. */
export interface AddressParts<R extends Route> {
  readonly params?: ParamsOf<R>;
  readonly query?: QueryOf<z.input<R['query']>>;
}

/** A call of a route, and its language. */
export interface Asked<R extends Route> extends AddressParts<R> {
  /** A signed link: it is the address, as it was texted. */
  readonly link?: string;
  readonly body?: z.input<JsonOf<R['body']>>;
  readonly picture?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  readonly language?: Language;
}

/** Calls a route of the service, with patience but not for ever. It never throws. */
export type CallRoute = <R extends Route>(route: R, asked?: Asked<R>) => Promise<Reply<AnswerOf<R>>>;

/** The address of a route: a query says what has a value. */
export function addressOf<R extends Route>(route: R, { params, query }: AddressParts<R>): string {
  const named: Readonly<Record<string, string>> = params ?? {};
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(named[name] ?? ''));
  const said: Readonly<Record<string, string | number | boolean | undefined>> = query ?? {};
  const given = Object.entries(said).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

/** The schema of what is answered where all is well. */
export const answerOf = <R extends Route>(route: R): z.ZodType<AnswerOf<R>> =>
  // The schemas are those that the type is made of; what answers nothing as JSON answers nothing that can be read.
  (Object.entries(route.answers).flatMap(([status, content]) =>
    Number(status) < 300 ? (jsonOf(content) ?? []) : [],
  )[0] ?? z.never()) as z.ZodType<AnswerOf<R>>;

export function createCallRoute(fetch: Fetch, wait = pause): CallRoute {
  const callOnce = createCallOnce(fetch);
  return async (route, asked) => {
    let reply = await callOnce(route, asked);
    for (const milliseconds of WAITS_AT_A_FULL_DOOR) {
      if (route.method !== 'GET' || !isDoorFull(reply)) break;
      await wait(milliseconds + Math.random() * 1000);
      reply = await callOnce(route, asked);
    }
    return reply;
  };
}

const createCallOnce =
  (fetch: Fetch): CallRoute =>
  async <R extends Route>(route: R, asked: Asked<R> = {}) => {
    // Not AbortSignal.timeout: the phones of these pages may be ten years old.
    const watch = new AbortController();
    const timer = setTimeout(() => watch.abort(), asked.picture ? PATIENCE_FOR_PHOTOS : PATIENCE);
    try {
      const response = await fetch(asked.link ?? addressOf(route, asked), {
        ...requestOf(route, asked),
        signal: watch.signal,
      });
      return await readReply<R>(route, response);
    } catch {
      return { kind: 'unreachable' };
    } finally {
      clearTimeout(timer);
    }
  };

function requestOf(route: Route, { body, picture, headers, language }: Asked<Route>): RequestInit {
  const type = picture ? 'image/jpeg' : body === undefined ? undefined : 'application/json';
  return {
    method: route.method,
    headers: {
      Accept: 'application/json, application/problem+json',
      ...(language === undefined ? {} : { 'Accept-Language': language }),
      ...(type === undefined ? {} : { 'Content-Type': type }),
      ...headers,
    },
    ...(type === undefined ? {} : { body: picture ?? JSON.stringify(body) }),
  };
}

/** A success that cannot be read counts as none, so that the caller tries again. */
async function readReply<R extends Route>(route: R, response: Response): Promise<Reply<AnswerOf<R>>> {
  const body = parseJson(await response.text());
  if (!response.ok) return { kind: 'problem', problem: problemOf(body, response.status) };
  const value = readAnswer(answerOf(route), body);
  return value === undefined ? { kind: 'unreachable' } : { kind: 'answer', value };
}
