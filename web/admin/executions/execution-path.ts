import type { ExecutionRow } from '../../../contracts/console/executions.js';

/** The page of an execution. */
export const executionPath = ({ machine, name }: Pick<ExecutionRow, 'machine' | 'name'>): string =>
  `/executions/${machine}/${encodeURIComponent(name)}`;
