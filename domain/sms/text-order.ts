/** A text that somebody sent to the town, by when it got there; epoch milliseconds. */
interface Sent {
  readonly id: string;
  readonly at: number;
}

const MINUTE = 60_000;
/** Lambda is called within seconds. What lay for longer comes from a heap, in which an earlier one of its sender may lie unseen. */
const FROM_A_HEAP = 2 * MINUTE;
/** So often a text may fail by itself, three minutes apart; then something is wrong with it, and the next are read. */
const MAY_BREAK = 5;
/** By then the queue has given it up, and it lies with the dead letters. */
const TRIED_FOR = 25 * 60 * MINUTE;

export const isSentBefore = (one: Sent, other: Sent): boolean =>
  one.at === other.at ? one.id < other.id : one.at < other.at;

/** Whether others of its sender may have come before it and have not been seen: it is noted, and read in the next round. */
export const isFromHeap = ({ at, readAt }: { readonly at: number; readonly readAt: number }): boolean =>
  readAt - at > FROM_A_HEAP;

/** Whether the later texts of its sender wait for one that was not acted on yet. `broke`: how often it failed by itself. */
export const keepsWaiting = ({ at, broke }: Sent & { readonly broke: number }, readAt: number): boolean =>
  broke < MAY_BREAK && readAt - at < TRIED_FOR;
