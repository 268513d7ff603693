import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { needPoints } from '../../../domain/programme/need.js';
import { hasPlace, takePlace } from '../../../domain/quota/quota.js';
import type { Rules } from '../../../domain/request/decision.js';
import type { Next, RequestRecord } from '../../../domain/request/record.js';
import { changeQuota } from '../change-quota.js';
import { giveUpPlace } from '../give-up-place.js';
import { loadRules } from '../../use-cases/load-rules.js';
import { takeWorkflowStep } from '../../use-cases/take-workflow-step.js';
import { workflowPayload } from '../workflow-payload.js';
import type { FUNCTION } from './function.js';

const quotaPayload = z.discriminatedUnion('action', [
  workflowPayload.extend({
    action: z.literal('take'),
    round: z.number().int(),
    /** The ask it has waited on; 0 before the first. */
    ask: z.number().int(),
  }),
  workflowPayload.extend({ action: z.literal('give-up') }),
]);

type Taking = Extract<z.infer<typeof quotaPayload>, { action: 'take' }>;

type Effects = Services<typeof FUNCTION>;

/** Gives out the fixed places of programmes: takes one, or a turn in line; or passes one on to the next. */
export const createKeepQuota =
  (services: Effects) =>
  async (event: unknown): Promise<Next & { given?: boolean }> => {
    const payload = quotaPayload.parse(event);
    if (payload.action === 'give-up') {
      await giveUpPlace(services, payload);
      return { to: 'finished' };
    }
    const { round, ask: waited, at } = payload;
    const given = await take(services, payload);
    const next = await takeWorkflowStep(services, payload, async () => ({
      action: 'place',
      round,
      waited,
      given,
      at,
    }));
    // An execution that began before asks for what follows in a step of its own.
    return { ...next, given };
  };

async function take(services: Effects, { town, request, round, ask, at }: Taking): Promise<boolean> {
  const record = await services.requests.load(town, request);
  // Whoever is out of it takes no place from anybody.
  if (record.withdrawnAt !== undefined || record.joinedTo !== undefined) return false;
  const rules = await loadRules(services, record);
  if (!rules.programme) return true;
  const turn = { need: await needOf(services, record, rules), since: record.createdAt };
  const change = { request, at, by: `take:${request}:${round}:${ask}` };
  const quota = await changeQuota(services, rules, rules.programme.id, change, (now, limits) =>
    takePlace(now, limits, { ...change, ...turn }),
  );
  return hasPlace(quota, request);
}

/** From the programme's form, as far as it was filled in. */
async function needOf({ requests }: Effects, record: RequestRecord, { programme }: Rules): Promise<number> {
  if (!programme?.places || programme.places.need.length === 0) return 0;
  const { form = {} } = await requests.person(record.town, record.id);
  return needPoints(programme.places, form);
}
