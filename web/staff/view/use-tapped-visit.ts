import type { Problem } from '../../problem.js';
import { randomKey } from '../../random-key.js';
import { sendThrough } from '../outbox.js';
import { usePage } from '../page-context.js';
import { EMPTY_VISIT, type VisitDraft } from '../visits.js';
import { useHolding } from './use-holding.js';
import { useVisitItem, type VisitTarget } from './use-visit-item.js';

/**
 * A visit in one tap: held for a moment, in which it can be taken back.
 *
 * @param onDoubted it can hardly be so: the service says why, and whoever visited says more.
 */
export function useTappedVisit(
  target: VisitTarget,
  onDoubted: (draft: VisitDraft, problem: Problem) => void,
) {
  const { outbox } = usePage();
  const { held, isOver, hold, takeBack, release } = useHolding();
  const itemOf = useVisitItem(target);
  const tap = async (people: number): Promise<void> => {
    const draft = { ...EMPTY_VISIT, people: String(people) };
    const item = itemOf(draft, randomKey());
    if (!(await hold(item))) return;
    const reply = await sendThrough(outbox, item);
    release();
    if (reply.kind !== 'problem' || reply.problem.status !== 422) return;
    outbox.drop(item.id);
    onDoubted(draft, reply.problem);
  };
  return { held, tap, takeBack: isOver ? undefined : takeBack };
}
