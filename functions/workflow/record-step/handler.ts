import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { DomainError } from '../../../domain/domain-error.js';
import type { Answer } from '../../../domain/request/decision.js';
import { plannedAsk } from '../../../domain/asks/plan-ask.js';
import { coordinationOutcomeSchema, type Next } from '../../../domain/request/record.js';
import type { Step } from '../../../domain/request/take-step.js';
import { type Found, takeWorkflowStep } from '../take-workflow-step.js';
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
    const ask = payload.action === 'answered' ? { ask: services.asks.reading(placeOf(payload)) } : {};
    return takeWorkflowStep(services, payload, (found) => stepOf(services, payload, found), ask);
  };

const placeOf = ({ town, request, ask }: StepPayload & { action: 'answered' }) =>
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
      return { action: 'silent', ask: payload.ask, at: payload.at };
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

/** The answer stays with the ask: a person's words never travel through an execution. */
async function answerOf(
  { asks }: Effects,
  payload: StepPayload & { action: 'answered' },
  { record, ask }: Found,
): Promise<Answer> {
  const { ask: n, at } = payload;
  // Recorded before: the rules decide what they decided then, whatever the answer was.
  if (!plannedAsk(record, n)) return { option: 'superseded', by: 'system', at };
  const answered = ask ?? (await asks.find({ ...placeOf(payload), waitsFor: record.joinedTo }));
  if (answered?.state === 'open') return { option: 'let-go', by: 'system', at };
  if (!answered?.answer)
    throw new DomainError('AnswerUnknown', `ask ${n} has no answer`, { request: record.id, ask: n });
  return answered.answer;
}
