import { readReply, type Reply } from './reply.js';

/** Long enough for a weak signal in a village, short enough that nobody gives up watching. Milliseconds. */
const PATIENCE = 20_000;

/** The same for a photo: 300 KB take this long where a phone has 30 kbit/s. */
export const PATIENCE_FOR_PHOTOS = 90_000;

export type Fetch = (path: string, init: RequestInit) => Promise<Response>;
type CallInit = Omit<RequestInit, 'headers'> & {
  readonly headers?: Record<string, string>;
  readonly patience?: number;
};

/** Calls the service for JSON, with patience but not for ever. It never throws. */
export async function callService<T>(
  fetch: Fetch,
  path: string,
  read: (value: unknown) => T | undefined,
  { headers, patience = PATIENCE, ...init }: CallInit = {},
): Promise<Reply<T>> {
  // Not AbortSignal.timeout: the phones of these pages may be ten years old.
  const watch = new AbortController();
  const timer = setTimeout(() => watch.abort(), patience);
  try {
    const accept = { Accept: 'application/json, application/problem+json' };
    const request = { ...init, signal: watch.signal, headers: { ...accept, ...headers } };
    return await readReply(await fetch(path, request), read);
  } catch {
    return { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}
