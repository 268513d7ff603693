import type { Services } from '../../adapters/services.js';
import type { Next, RequestRecord } from '../../domain/request/record.js';
import { type Step, takeStep } from '../../domain/request/take-step.js';
import { changeRequest } from './change-request.js';
import { loadRules } from './load-rules.js';
import { sendNotices } from './send-notices.js';

/**
 * One step of the state machine: load the record, ask the rules, save with one conditional write, tell who is to be
 * told. Taken again (the workflow retried), it saves nothing and sends only what was not sent.
 */
export async function takeWorkflowStep(
  services: Pick<Services, 'towns' | 'requests' | 'texts'>,
  { town, request }: { town: string; request: string },
  stepFor: (record: RequestRecord) => Promise<Step>,
): Promise<Next> {
  const taken = await changeRequest(services, town, request, async (record) => {
    const [rules, step] = await Promise.all([loadRules(services, record), stepFor(record)]);
    const decision = takeStep(record, rules, step);
    return {
      record: decision.repeated ? undefined : decision.record,
      result: { ...decision, rules, at: step.at },
    };
  });
  await sendNotices(services, { ...taken, purpose: taken.key });
  return taken.next;
}
