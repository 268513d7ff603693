import type { Clock } from './clock.js';

/**
 * The machine's own time, for what people at the machine are in the middle of: whoever signed in stays signed in when a
 * month is skipped, and tokens of an issuer elsewhere, which knows nothing of skipped time, hold as long as they say.
 */
export const MACHINE_TIME: Pick<Clock, 'now'> = { now: () => Date.now() };
