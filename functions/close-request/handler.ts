import type { Services } from '../../adapters/services.js';
import { settleAll } from '../use-cases/settle-ask.js';
import { takeWorkflowStep } from '../use-cases/take-workflow-step.js';
import { workflowPayload } from '../use-cases/workflow-payload.js';

type Effects = Pick<Services, 'towns' | 'requests' | 'asks' | 'texts' | 'workflow'>;

/** Closes a request, and with it the reports of the same event that wait for it. */
export const createCloseRequest =
  (services: Effects) =>
  async (event: unknown): Promise<void> => {
    const payload = workflowPayload.parse(event);
    await takeWorkflowStep(services, payload, async () => ({ action: 'close', at: payload.at }));
    const beside = await services.asks.ofRequest(payload.town, payload.request);
    const open = beside.filter(({ state }) => state === 'open');
    const joined = open.filter(({ waitsFor }) => waitsFor !== undefined);
    await settleAll(services, joined, 'closed', payload.at);
    // What is still open of the request itself was left behind by a failure; nobody waits for it any more.
    const left = open.filter(({ waitsFor }) => waitsFor === undefined);
    await settleAll(services, left, 'superseded', payload.at);
  };
