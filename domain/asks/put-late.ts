import { type AskHolder, plannedAsk } from './plan-ask.js';
import type { PlannedAsk } from './planned-ask.js';

/** Put so long after it was planned an ask is late. Milliseconds; what works at the second or third try moves nobody's time. */
const LATE = 60_000;

/** Whether an ask that is put to a person only now was to be put long before: what everything rests on was down. */
export const isPutLate = ({ to, quiet, askedAt }: PlannedAsk, at: number): boolean =>
  (to.who === 'staff' || to.who === 'resident') && quiet === undefined && at - askedAt > LATE;

/** The same ask, put now and open until then; never for a shorter time than it was to be. */
export const withAskPutLate = <Holder extends AskHolder>(
  holder: Holder,
  n: number,
  { at, until }: { readonly at: number; readonly until: number },
): Holder => ({
  ...holder,
  asks: holder.asks.map((ask) =>
    ask.n === n ? { ...ask, askedAt: at, until: Math.max(ask.until, until), late: true as const } : ask,
  ),
});

/** Whether the machine's wait ran out before the ask's time: that was counted when the ask was planned, and it was put later. */
export const isEarly = ({ late, until }: PlannedAsk, at: number): boolean => late === true && at < until;

/** The same by the ask's number. */
export function isAskEarly(holder: AskHolder, n: number, at: number): boolean {
  const ask = plannedAsk(holder, n);
  return ask !== undefined && isEarly(ask, at);
}
