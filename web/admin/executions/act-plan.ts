import type { ExecutionRow } from '../../../contracts/console/executions.js';
import { type NotRedriven, whyNotRedriven } from '../../../domain/executions/why-not-redriven.js';

/** The acts on an execution. */
export const ACTS = ['redrive', 'retry', 'stop'] as const;
export type Act = (typeof ACTS)[number];

/** Why it is not done to one. */
export type LeftOut = 'running' | 'done' | 'later' | 'too-old' | NotRedriven | 'ended';

const DAY = 86_400_000;
/** AWS lets nothing be redriven that ended longer ago. */
const REDRIVABLE_DAYS = 14;

const UNFINISHED = new Set<ExecutionRow['status']>(['FAILED', 'TIMED_OUT', 'ABORTED']);

/** Why something would be refused, as far as the list knows; undefined where it would be done. */
export function whyLeftOut(act: Act, row: ExecutionRow, now: number): LeftOut | undefined {
  if (act === 'stop') return row.status === 'RUNNING' ? undefined : 'ended';
  if (row.status === 'SUCCEEDED') return 'done';
  if (!UNFINISHED.has(row.status)) return 'running';
  if (row.goesOnIn !== undefined) return 'later';
  if (act === 'retry') return row.machine === 'coordination' ? 'coordination' : undefined;
  const why = whyNotRedriven(row.machine, row.standing?.state);
  if (why !== undefined) return why;
  const ended = row.stoppedAt === undefined ? now : Date.parse(row.stoppedAt);
  return now - ended > REDRIVABLE_DAYS * DAY ? 'too-old' : undefined;
}

/** What takes the work of one up again and is offered in its row: a redrive, or a retry where only that begins its coordination anew. */
export function offeredAct(row: ExecutionRow, now: number): Act | undefined {
  const why = whyLeftOut('redrive', row, now);
  if (why === undefined) return 'redrive';
  return why === 'coordinating' ? 'retry' : undefined;
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
  const judged = rows.map((row) => ({ row, why: whyLeftOut(act, row, now) }));
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
