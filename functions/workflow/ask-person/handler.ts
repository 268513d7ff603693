import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import type { FUNCTION } from './function.js';
import { putAsk } from './put-ask.js';
import { putTaskAsk } from './put-task-ask.js';
import { taskPayload, workflowPayload } from '../workflow-payload.js';

const ask = {
  ask: z.number().int(),
  token: z.string(),
  /** When this try began, later than `at` where those before it failed; an execution that began before it was sent does not say. */
  now: z.iso
    .datetime({ offset: true })
    .transform((text) => Date.parse(text))
    .optional(),
};
/** `step`: it is a step of a stage that waits, beside others. */
const ofRequest = workflowPayload.extend({ ...ask, step: z.boolean().optional() });
const askPayload = z.union([ofRequest, taskPayload.extend(ask)]);

type Effects = Services<typeof FUNCTION>;

/** Puts one ask to its person, about a request or a task of the staff; the workflow goes on when they answer. */
export const createAskPerson =
  (services: Effects) =>
  async (event: unknown): Promise<void> => {
    const payload = askPayload.parse(event);
    await ('request' in payload ? putAsk(services, payload) : putTaskAsk(services, payload));
  };
