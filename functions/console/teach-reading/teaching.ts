import type { Services } from '../../../adapters/services.js';
import type { FUNCTION } from './function.js';
import type { Remembered } from './remembered.js';

/**
 * The services for teaching a town's reading: its data, the lessons, the words of requests, and the trail of who
 * taught.
 */
export type Teaching = Services<typeof FUNCTION> & {
  readonly remembered: Remembered;
};
