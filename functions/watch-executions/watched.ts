import type { Services, Watching } from '../../adapters/services.js';

/** What watching executions needs: themselves, and the records that tell whose town's each is. */
export type Watched = Watching & Pick<Services, 'requests' | 'tasks'>;
