import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { workingExecution } from '../../../domain/codes/execution-name.js';
import { DomainError } from '../../../domain/domain-error.js';
import type { Answer } from '../../../domain/request/decision.js';
import { plannedAsk } from '../../../domain/asks/plan-ask.js';
import { coordinationOutcomeSchema, type Next } from '../../../domain/request/record.js';
import type { Step } from '../../../domain/request/take-step.js';
import { type Found, takeWorkflowStep } from '../../use-cases/take-workflow-step.js';
import { workflowPayload } from '../workflow-payload.js';
import type { FUNCTION } from './function.js';

const stepPayload = z.discriminatedUnion('action', [
  workflowPayload.extend({ action: z.literal('answered'), ask: z.number().int() }),
  workflowPayload.extend({ action: z.literal('silent'), ask: z.number().int() }),
  workflowPayload.extend({ action: z.literal('stage'), round: z.number().int() }),
  workflowPayload.extend({
    action: z.literal('coordinated'),
    round: z.number().int(),
    outcome: coordinationOutcomeSchema,
  }),
  workflowPayload.extend({
    action: z.literal('place'),
    round: z.number().int(),
    ask: z.number().int(),
    given: z.boolean(),
  }),
  workflowPayload.extend({ action: z.literal('attention') }),
]);
type StepPayload = z.infer<typeof stepPayload>;

type Effects = Services<typeof FUNCTION>;

/** Records what happened on a request and answers what the rules say comes next. */
export const createRecordStep =
  (services: Effects) =>
  async (event: unknown): Promise<Next> => {
    const payload = stepPayload.parse(event);
    const beside = isOfAsk(payload) ? { ask: services.asks.reading(placeOf(payload)) } : {};
    const next = await takeWorkflowStep(
      services,
      payload,
      (found) => stepOf(services, payload, found),
      beside,
    );
    return payload.contract === 1 && next.to === 'again' ? takeUp(services, payload) : next;
  };

/** An earlier definition has no way back to where the record stands; it is told what to wait for there. */
const takeUp = (services: Effects, { town, request, at }: StepPayload): Promise<Next> =>
  takeWorkflowStep(services, { town, request }, async ({ record }) => ({
    action: 'take-up',
    execution: workingExecution(record),
    at,
  }));

type OfAsk = StepPayload & { action: 'answered' | 'silent' };
const isOfAsk = (payload: StepPayload): payload is OfAsk =>
  payload.action === 'answered' || payload.action === 'silent';

const placeOf = ({ town, request, ask }: OfAsk) =>
  ({ town, of: 'request', subject: request, n: ask }) as const;

async function stepOf(services: Effects, payload: StepPayload, found: Found): Promise<Step> {
  switch (payload.action) {
    case 'answered':
      return {
        action: 'answered',
        ask: payload.ask,
        at: payload.at,
        answer: await answerOf(services, payload, found),
      };
    case 'silent':
      return silence(payload, found);
    case 'stage':
      return { action: 'stage', round: payload.round, at: payload.at };
    case 'coordinated':
      return { action: 'coordinated', round: payload.round, outcome: payload.outcome, at: payload.at };
    case 'place':
      return {
        action: 'place',
        round: payload.round,
        waited: payload.ask,
        given: payload.given,
        at: payload.at,
      };
    case 'attention':
      return { action: 'attention', at: payload.at };
  }
}

/** An answer that was recorded and, after a crash, not applied is no silence. */
function silence({ ask: n, at }: OfAsk, { record, ask }: Found): Step {
  return ask?.answer && ask.n === n && plannedAsk(record, n)
    ? { action: 'answered', ask: n, at, answer: ask.answer }
    : { action: 'silent', ask: n, at };
}

/**
 * For executions that began before answers were applied where they are given. The answer stays with the ask: a person's
 * words never travel through an execution.
 */
async function answerOf({ asks }: Effects, payload: OfAsk, { record, ask }: Found): Promise<Answer> {
  const { ask: n, at } = payload;
  // Recorded before: the rules decide what they decided then, whatever the answer was.
  if (!plannedAsk(record, n)) return { option: 'superseded', by: 'system', at };
  const answered = ask ?? (await asks.find({ ...placeOf(payload), waitsFor: record.joinedTo }));
  if (answered?.state === 'open') return { option: 'let-go', by: 'system', at };
  if (!answered?.answer)
    throw new DomainError('AnswerUnknown', `ask ${n} has no answer`, { request: record.id, ask: n });
  return answered.answer;
}
