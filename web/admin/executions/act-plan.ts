import type { ExecutionRow } from '../../../contracts/console/executions.js';
import { COORDINATING_STATES } from '../../../domain/executions/coordinating-states.js';

/** The acts on an execution. */
export const ACTS = ['redrive', 'retry', 'stop'] as const;
export type Act = (typeof ACTS)[number];

/** Why it is not done to one. */
export type LeftOut = 'running' | 'done' | 'later' | 'too-old' | 'coordination' | 'coordinating' | 'ended';

const DAY = 86_400_000;
/** AWS lets nothing be redriven that ended longer ago. */
const REDRIVABLE_DAYS = 14;

const COORDINATING = Object.values(COORDINATING_STATES);

const isOfRequest = ({ machine, status }: ExecutionRow): boolean =>
  machine === 'resident-request' && UNFINISHED.has(status);

const UNFINISHED = new Set<ExecutionRow['status']>(['FAILED', 'TIMED_OUT', 'ABORTED']);

/** Why something would be refused, as far as the list knows; undefined where it would be done. */
export function whyLeftOut(act: Act, row: ExecutionRow, now: number): LeftOut | undefined {
  if (act === 'stop') return row.status === 'RUNNING' ? undefined : 'ended';
  if (row.status === 'SUCCEEDED') return 'done';
  if (!UNFINISHED.has(row.status)) return 'running';
  if (row.goesOnIn !== undefined) return 'later';
  if (act === 'retry') return row.machine === 'coordination' ? 'coordination' : undefined;
  // A coordination is begun once under its name: after it ended, only a retry begins the next round.
  if (COORDINATING.some((state) => state === row.standing?.state)) return 'coordinating';
  const ended = row.stoppedAt === undefined ? now : Date.parse(row.stoppedAt);
  return now - ended > REDRIVABLE_DAYS * DAY ? 'too-old' : undefined;
}

export interface ActPlan {
  readonly will: readonly ExecutionRow[];
  /** How many of those work on an emergency. */
  readonly emergencies: number;
  readonly leftOut: readonly (readonly [why: LeftOut, count: number])[];
  /** Where those stand to which it is done, the most first. */
  readonly at: readonly {
    readonly machine: string;
    readonly state: string | undefined;
    readonly count: number;
  }[];
}

/** The effect of an act on the chosen executions. */
export function planOf(act: Act, rows: readonly ExecutionRow[], now: number): ActPlan {
  const together = new Set(rows.filter(isOfRequest).map(({ request }) => request));
  const judged = rows.map((row) => {
    // Its request waits for it no more, and is to be retried.
    const isLeft = act === 'redrive' && row.machine === 'coordination' && together.has(row.request);
    return { row, why: whyLeftOut(act, row, now) ?? (isLeft ? ('coordination' as const) : undefined) };
  });
  const will = judged.filter(({ why }) => why === undefined).map(({ row }) => row);
  const leftOut = new Map<LeftOut, number>();
  for (const { why } of judged) if (why !== undefined) leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
  const places = new Map<string, ActPlan['at'][number]>();
  for (const { machine, standing } of will) {
    const key = `${machine} ${standing?.state ?? ''}`;
    places.set(key, { machine, state: standing?.state, count: (places.get(key)?.count ?? 0) + 1 });
  }
  const at = [...places.values()].toSorted((one, other) => other.count - one.count);
  const emergencies = will.filter(({ isEmergency }) => isEmergency).length;
  return { will, emergencies, leftOut: [...leftOut], at };
}
