import { createLater } from './shell/later-part.js';

/** The parts that the board does not wait for. */
export const { later, load: loadLater, loaded } = createLater(() => import('./later.js'));
