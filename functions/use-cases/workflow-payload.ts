import * as z from 'zod';

/**
 * What every task of the state machines sends. `contract` is its version: an execution started before a deploy is
 * resumed by the functions after it.
 */
export const workflowPayload = z.object({
  contract: z.literal(1),
  town: z.string(),
  request: z.string(),
  /** `$states.context.State.EnteredTime`: the same when the task is retried. */
  at: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
});
