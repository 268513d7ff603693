import { secondsUntil } from './plan-ask.js';
import type { AskToWaitFor, PlannedAsk } from './planned-ask.js';

/** Long enough to hear what was answered while nobody waited, also where the time to answer is over. Seconds. */
const TO_BE_HEARD = 60;

/** An ask that an execution left open, as the next one waits for it: put once, under its number, until its own time. */
export const takenOver = ({ n, until }: PlannedAsk, at: number): AskToWaitFor => ({
  n,
  timeoutSeconds: Math.max(TO_BE_HEARD, secondsUntil(at, until)),
});
