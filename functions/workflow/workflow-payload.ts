import * as z from 'zod';

/**
 * The payload of every task of the state machines. `contract` is its version: an execution started before a deploy is
 * resumed by the functions after it. With 1 a machine hears what was answered and asks what follows; with 2 it hears
 * what follows.
 */
const payload = z.object({
  contract: z.union([z.literal(1), z.literal(2)]),
  town: z.string(),
  /** `$states.context.State.EnteredTime`: the same when the task is retried. */
  at: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
});

/** The payload of a task of a request's state machines. */
export const workflowPayload = payload.extend({ request: z.string() });

/** The payload of a task of the machines that run a task of the staff. */
export const taskPayload = payload.extend({ task: z.string() });

/** The payload of a task of a recurring system: the local date, or month, that the round is for. */
export const roundPayload = payload.extend({ date: z.string() });
