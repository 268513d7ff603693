import type { Problem } from './problem.js';

/**
 * The result of a call: an answer, a problem the service names, or nothing at all (no network, too slow, unreadable).
 */
export type Reply<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'unreachable' };

/** Whether trying the same again may help: nothing came, the service is busy, or it failed. */
export const isWorthRetrying = (reply: Reply<unknown>): boolean =>
  reply.kind === 'unreachable' ||
  (reply.kind === 'problem' && (reply.problem.status >= 500 || reply.problem.status === 429));

/** Whether the service says in words that this caller asked too much. A busy gateway has no words. */
export const isToldToWait = (reply: Reply<unknown>): boolean =>
  reply.kind === 'problem' && reply.problem.status === 429 && reply.problem.detail !== undefined;

/** Whether the gateway lets nobody more in for the moment; the town's own refusals have a type and words. */
export const isDoorFull = (reply: Reply<unknown>): boolean =>
  reply.kind === 'problem' && reply.problem.status === 429 && reply.problem.type === undefined;

/** Short waits between tries (milliseconds): a signal that is gone for longer needs the person to move. */
const WAITS = [1500, 4000];

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/**
 * Sends, and sends again after each of the given waits (milliseconds) while that may help. Only for calls that may be
 * repeated: reading, and a submission under its key.
 */
export async function sendPatiently<T>(
  send: () => Promise<Reply<T>>,
  waits: readonly number[] = WAITS,
  wait: (milliseconds: number) => Promise<void> = pause,
): Promise<Reply<T>> {
  let reply = await send();
  for (const milliseconds of waits) {
    if (!isWorthRetrying(reply) || isToldToWait(reply)) return reply;
    await wait(milliseconds);
    reply = await send();
  }
  return reply;
}
