import * as z from 'zod';
import type { Services } from '../../adapters/services.js';
import { putAsk } from '../use-cases/put-ask.js';
import { workflowPayload } from '../use-cases/workflow-payload.js';

const askPayload = workflowPayload.extend({ ask: z.number().int(), token: z.string() });

/** Puts one ask to its person; the task goes on when they answer. */
export const createAskPerson =
  (services: Pick<Services, 'towns' | 'requests' | 'asks' | 'texts' | 'workflow'>) =>
  async (event: unknown): Promise<void> =>
    putAsk(services, askPayload.parse(event));
