import type { AskItem } from '../../../adapters/ask-store.js';
import type { Services } from '../../../adapters/services.js';
import type { Answer, Rules } from '../../../domain/request/decision.js';
import { isStepOver } from '../../../domain/request/is-step-over.js';
import { settledBeside, withMilestone } from '../../../domain/request/milestones.js';
import { programmeOf } from '../../../domain/request/programme-of.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { changeRequest } from '../../use-cases/change-request.js';
import { isUnsettled, type Settling } from '../../use-cases/settle-ask.js';
import { supersedeAsks } from '../../use-cases/supersede-asks.js';

type Effects = Settling &
  Services<{
    requests: 'read';
    asks: 'list';
  }>;

/**
 * Somebody who was called to an emergency, and is asked nothing now, says how far they are: what that settles is
 * settled, and whoever else was asked for it is told. Done again it ends and tells what was left.
 */
export async function reachMilestone(
  services: Effects,
  rules: Rules,
  { town, id }: RequestRecord,
  called: Pick<AskItem, 'stage' | 'step'>,
  answer: Answer,
): Promise<void> {
  const record = await changeRequest(services, town, id, async (found) => {
    const reached = reachedBy(found, rules, called, answer);
    return { record: reached, result: reached ?? found };
  });
  const open = (await services.asks.ofRequest(town, id)).filter(
    (ask) => ask.subject === id && isUnsettled(ask) && isStepOver(record, ask),
  );
  await supersedeAsks(services, open, { record, rules, at: answer.at, by: answer.by });
}

/** The record with what is settled by it; undefined where it stands there already. */
function reachedBy(
  record: RequestRecord,
  rules: Rules,
  called: Pick<AskItem, 'stage' | 'step'>,
  answer: Answer,
): RequestRecord | undefined {
  const { coordination } = record;
  if (!coordination) return undefined;
  const programme = programmeOf(record, rules);
  const settled = settledBeside(programme, called, answer);
  if (settled.every((step) => coordination.done.includes(step))) return undefined;
  const done = [...new Set([...coordination.done, ...settled])];
  return withMilestone({ ...record, coordination: { ...coordination, done } }, programme, called, answer);
}
