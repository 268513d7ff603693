import type { Problem } from '../problem.js';
import { isWorthRetrying, type Reply } from '../reply.js';

/** The address of something about an ask, by the signature of its link. */
export const besideAsk = (link: string, what: 'corrections' | 'remarks'): string =>
  link.replace(/^(\/asks\/[^/?]+)/, `$1/${what}`);

/** The problem by which an ask takes nothing any more; undefined where the same, or something else, may be sent again. */
export const endingOf = (reply: Reply<unknown> | undefined): Problem | undefined =>
  reply?.kind === 'problem' && reply.problem.errors.length === 0 && !isWorthRetrying(reply)
    ? reply.problem
    : undefined;
