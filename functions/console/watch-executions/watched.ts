import type { Services } from '../../../adapters/services.js';

/**
 * The services for watching executions: the executions, and the records that tell whose town's each is and how its work
 * stands.
 */
export type Watched = Services<{
  executions: 'watch';
  items: 'requestsAndTasks';
  requests: readonly ['read', 'seekTogether'];
  tasks: readonly ['read', 'seekTogether'];
  towns: 'read';
  rounds: 'find' | 'list';
}>;

/** The state machines' ARNs, by the names of their definitions. */
export type Machines = ReadonlyMap<string, string>;
