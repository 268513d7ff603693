import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ExecutionStatus } from '../../../contracts/console/executions.js';
import { useWords } from '../page/catalogue.js';
import type { StateStatus } from './state-status.js';
import { EXECUTIONS } from './words.js';

const EXECUTION_LOOKS: Readonly<Record<ExecutionStatus, StatusIndicatorProps.Type>> = {
  RUNNING: 'in-progress',
  SUCCEEDED: 'success',
  FAILED: 'error',
  TIMED_OUT: 'error',
  ABORTED: 'stopped',
  PENDING_REDRIVE: 'pending',
};

const STATE_LOOKS: Readonly<Record<StateStatus | 'not-reached', StatusIndicatorProps.Type>> = {
  running: 'in-progress',
  succeeded: 'success',
  failed: 'error',
  caught: 'warning',
  aborted: 'stopped',
  'timed-out': 'error',
  'not-reached': 'pending',
};

/** How an execution stands, as icon and word. */
export function ExecutionStatusLabel({ status }: { status: ExecutionStatus }) {
  const words = useWords(EXECUTIONS);
  return <StatusIndicator type={EXECUTION_LOOKS[status]}>{words.executionStatuses[status]}</StatusIndicator>;
}

/** How a state of an execution stands, as icon and word. */
export function StateStatusLabel({ status }: { status: StateStatus | 'not-reached' }) {
  const words = useWords(EXECUTIONS);
  return <StatusIndicator type={STATE_LOOKS[status]}>{words.statuses[status]}</StatusIndicator>;
}
