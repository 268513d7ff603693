import type { Services } from '../../../adapters/services.js';
import type { FUNCTION } from './function.js';
import type { Remembered } from './remembered.js';

/** What teaching a town's reading needs: its data, what was taught, the words of requests, and the trail of who taught. */
export type Teaching = Services<typeof FUNCTION> & {
  readonly remembered: Remembered;
};
