import { isObject, numberOf, parseJson, textOf } from '../json.js';
import { type Directory, directoryOf } from './directory.js';
import { type TextMessage, textMessagesOf } from './text-message.js';

/** A text somebody writes. The same `id` again is the same text, delivered again. */
export type DraftText = Pick<TextMessage, 'id' | 'from' | 'to' | 'body'>;

/** How far a clock can be moved by a button: ISO 8601 durations, or to whatever is due next. */
export type Skip = 'PT1H' | 'P1D' | 'P3D' | 'next';

/** The control API of the local cloud, as far as telephones need it. Every call rejects when it fails. */
export interface LocalApi {
  directory(): Promise<Directory>;
  /** The local cloud's time, epoch milliseconds. */
  now(): Promise<number>;
  /** Moves the clock on and answers, when all that became due has settled, with the new time. */
  skip(duration: Skip): Promise<number>;
  /** The texts of both directions from `since` (epoch milliseconds, included) on, oldest first. */
  texts(since: number): Promise<TextMessage[]>;
  send(text: DraftText): Promise<void>;
}

/** A call to the local cloud did not succeed. */
class LocalApiError extends Error {
  override readonly name = 'LocalApiError';
}

const clockOf = (value: unknown): number | undefined =>
  isObject(value) ? numberOf(value['now']) : undefined;

/** When it is, and how many seconds it is until what is due next; an hour where nothing waits. */
function untilNext(value: unknown): { now: number; seconds: number } | undefined {
  const now = clockOf(value);
  const next = isObject(value) ? numberOf(value['nextEvent']) : undefined;
  if (now === undefined) return undefined;
  return { now, seconds: next === undefined ? HOUR : Math.max(0, Math.ceil((next - now) / 1000)) };
}

/** In seconds. */
const HOUR = 3600;

/** The control API over the given `fetch`. */
export function createLocalApi(fetch: (path: string, init?: RequestInit) => Promise<Response>): LocalApi {
  const call = async <T>(
    path: string,
    read: (value: unknown) => T | undefined,
    post?: object,
  ): Promise<T> => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(path, post && { method: 'POST', headers, body: JSON.stringify(post) });
    const body = parseJson(await response.text());
    const value = response.ok ? read(body) : undefined;
    if (value !== undefined) return value;
    const said = isObject(body) ? textOf(body['message']) : undefined;
    throw new LocalApiError(said ?? `${path}: ${response.status}`);
  };
  const advance = (seconds: number) => call('/_local/clock', clockOf, { advance: `PT${seconds}S` });
  const texts = (since: number) => call(`/_local/sms?direction=all&since=${since}`, textMessagesOf);
  /** A text that was held overnight is no event of the clock, and not to be missed: by the hour until one comes. */
  const toNext = async (): Promise<number> => {
    const { now, seconds } = await call('/_local/clock', untilNext);
    let left = seconds;
    for (; left > HOUR; left -= HOUR) {
      const then = await advance(HOUR);
      if ((await texts(now + 1)).length > 0) return then;
    }
    return advance(left);
  };
  return {
    directory: () => call('directory.json', directoryOf),
    now: () => call('/_local/clock', clockOf),
    skip: (duration) =>
      duration === 'next' ? toNext() : call('/_local/clock', clockOf, { advance: duration }),
    texts,
    send: async (text) => {
      await call('/_local/sms', (value) => (isObject(value) ? true : undefined), text);
    },
  };
}
