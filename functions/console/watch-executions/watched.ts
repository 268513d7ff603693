import type { Services, Watching } from '../../../adapters/services.js';

/** What watching executions needs: themselves, and the records that tell whose town's each is and how its work stands. */
export type Watched = Watching & Pick<Services, 'requests' | 'tasks' | 'rounds'>;

/** The state machines' ARNs, by the names of their definitions. */
export type Machines = ReadonlyMap<string, string>;
