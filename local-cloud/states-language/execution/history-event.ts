import type { StateTypeName } from '../definition/machine.js';
import type { JsonObject } from '../json.js';

type Family<Prefix extends string, Steps extends string> = `${Prefix}${Steps}`;

/** The event types of AWS's history that this interpreter writes. */
export type HistoryEventType =
  | Family<'Execution', 'Started' | 'Succeeded' | 'Failed' | 'Aborted' | 'TimedOut' | 'Redriven'>
  | `${StateTypeName}StateEntered`
  | `${Exclude<StateTypeName, 'Fail'>}StateExited`
  | Family<
      'Task',
      'Scheduled' | 'Started' | 'Submitted' | 'Succeeded' | 'Failed' | 'SubmitFailed' | 'TimedOut'
    >
  | Family<'LambdaFunction' | 'Activity', 'Scheduled' | 'Started' | 'Succeeded' | 'Failed' | 'TimedOut'>
  | Family<'MapState', 'Started' | 'Succeeded' | 'Failed' | 'Aborted'>
  | Family<'MapRun', 'Started' | 'Succeeded' | 'Failed' | 'Aborted' | 'Redriven'>
  | Family<'MapIteration', 'Started' | 'Succeeded' | 'Failed' | 'Aborted'>
  | Family<'ParallelState', 'Started' | 'Succeeded' | 'Failed' | 'Aborted'>
  | 'TaskStateAborted'
  | 'WaitStateAborted'
  | 'EvaluationFailed';

export interface HistoryEvent {
  /** From 1, without gaps. */
  readonly id: number;
  /** The event before on the same branch; 0 for none. */
  readonly previousEventId: number;
  /** Epoch milliseconds. */
  readonly timestamp: number;
  readonly type: HistoryEventType;
  readonly details?: JsonObject;
}

/** The member that holds the details of an event of this type, as the API names it. */
export function detailsMember(type: HistoryEventType): string {
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails';
  if (type.endsWith('StateExited')) return 'stateExitedEventDetails';
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}
