import type { Services } from '../../../adapters/services.js';
import type { FUNCTION } from './function.js';

/** What managing a town's data needs: the data, and the trail of who changed it. */
export type Managing = Services<typeof FUNCTION>;
