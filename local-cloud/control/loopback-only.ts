import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
/** AWS's clients put it before the host of StartSyncExecution and TestState, unless they are told not to. */
const HOST_PREFIX = /^sync-/;

/** Whether a `Host` header, or the host of an address, is this machine's own; the port does not matter. */
export function isLoopback(host: string | undefined): boolean {
  return LOOPBACK.has(host?.toLowerCase().replace(/:\d+$/, '') ?? '');
}

/**
 * Why a request is refused, or undefined. A page on the internet could otherwise reach this port through the
 * browser of whoever runs it: by a name of its own that resolves to 127.0.0.1 (so the Host must be a loopback one),
 * or by a request across origins (so an Origin must be the endpoint's own).
 */
export function refusal(headers: IncomingHttpHeaders): string | undefined {
  const { host, origin } = headers;
  if (!isLoopback(host?.toLowerCase().replace(HOST_PREFIX, '')))
    return `the local cloud answers to loopback hosts only, not to ${host ?? 'none'}`;
  if (origin !== undefined && origin !== `http://${host}`)
    return `the local cloud does not answer pages of ${origin}`;
  return undefined;
}
