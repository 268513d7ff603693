import { timeToAnswer } from '../deadlines/time-to-answer.js';
import { type Climbed, climb, type LadderStart } from '../posts/climb.js';
import type { Allowance } from '../town/allowance.js';
import type { Town } from '../town/schema.js';

/** How many people may still be asked, this one included. */
function peopleLeft(
  town: Town,
  ladder: LadderStart,
  from: Pick<Climbed, 'rung' | 'last'>,
  at: number,
): number {
  let left = 1;
  for (let here = from; !here.last; left += 1) here = climb(town, ladder, here.rung + 1, at);
  return left;
}

/**
 * When the time of one rung is up. Each has what the town gives it, but never so much that nobody is left with time to
 * take the petition up: what remains is shared by all who may still be asked.
 */
export function timeToTakeUp(
  town: Town,
  rung: Pick<Climbed, 'rung' | 'last'> & { readonly ladder: LadderStart },
  { at, takeUpBy, within }: { at: number; takeUpBy: number; within: Allowance },
): number {
  const own = timeToAnswer(at, within, town.settings, { urgent: false });
  if (takeUpBy <= at) return own;
  const left = peopleLeft(town, rung.ladder, rung, at);
  return Math.min(own, at + Math.floor((takeUpBy - at) / left));
}
