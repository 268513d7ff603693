import { whyNotRedriven } from '../../../domain/executions/why-not-redriven.js';
import { latestEvents } from './latest-events.js';
import type { FoundExecution } from './show-execution.js';
import { standingState } from './standing-state.js';
import type { Watched } from './watched.js';

/** Whether AWS would redrive it, and its work would go on by that. */
export async function isRedrivable(
  services: Watched,
  { machine, arn, execution }: FoundExecution,
): Promise<boolean> {
  if (!execution.isRedrivable) return false;
  const standing = standingState(await latestEvents(services, arn));
  return whyNotRedriven(machine, standing?.state) === undefined;
}
