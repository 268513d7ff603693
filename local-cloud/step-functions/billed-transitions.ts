import type { Change, Entry } from '../states-language/execution/change.js';

/** A retry has begun: the state does its work again. */
function isRetry(change: Change): boolean {
  return change.to === 'state' && change.set.phase?.kind === 'ready';
}

/**
 * How many state transitions AWS bills for an entry of a Standard workflow: one for each state entered, each retry of
 * a state and each redrive. "You are charged for the total number of state transitions across all your state machines,
 * including retries": https://aws.amazon.com/step-functions/pricing/ ; for redrives
 * https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html
 */
export function billedTransitions({ event, changes }: Entry): number {
  const entered = event?.type.endsWith('StateEntered') === true || event?.type === 'ExecutionRedriven';
  return (entered ? 1 : 0) + changes.filter(isRetry).length;
}
