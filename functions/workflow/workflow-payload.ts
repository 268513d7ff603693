import * as z from 'zod';

/**
 * What every task of the state machines sends. `contract` is its version: an execution started before a deploy is
 * resumed by the functions after it. With 1 a machine hears what was answered and asks what follows; with 2 it hears what follows.
 */
const payload = z.object({
  contract: z.union([z.literal(1), z.literal(2)]),
  town: z.string(),
  /** `$states.context.State.EnteredTime`: the same when the task is retried. */
  at: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
});

/** What a task of a request's state machines sends. */
export const workflowPayload = payload.extend({ request: z.string() });

/** What a task of the machines that run a task of the staff sends. */
export const taskPayload = payload.extend({ task: z.string() });

/** What a task of a recurring system sends: the local date, or month, that the round is for. */
export const roundPayload = payload.extend({ date: z.string() });
