import type { Services } from '../../../adapters/services.js';
import type { FUNCTION } from './function.js';

/** The services for managing a town's data: the data, and the trail of who changed it. */
export type Managing = Services<typeof FUNCTION>;
