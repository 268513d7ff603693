/** An event of an execution's history, as far as it is billed. */
export interface BilledEvent {
  readonly type: string;
}

export interface ExecutionUsage {
  readonly transitions: number;
  /** Functions that the workflow called. */
  readonly invocations: number;
}

/**
 * The usage that AWS bills for an execution, from its history: a transition for each state entered, each retry and each
 * redrive (https://aws.amazon.com/step-functions/pricing/: "including retries"). A retry shows as work scheduled again
 * without the state being entered again; the work that a redrive schedules again is counted with it.
 */
export function executionUsage(events: readonly BilledEvent[]): ExecutionUsage {
  const count = (is: (type: string) => boolean): number => events.filter(({ type }) => is(type)).length;
  const entered = count((type) => type.endsWith('StateEntered'));
  const worked = count((type) => type === 'TaskStateEntered');
  const scheduled = count((type) => type === 'TaskScheduled');
  const redrives = count((type) => type === 'ExecutionRedriven');
  return { transitions: entered + Math.max(redrives, scheduled - worked), invocations: scheduled };
}
