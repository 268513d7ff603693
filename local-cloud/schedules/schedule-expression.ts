import { Cron } from 'croner';
import { AssemblyError } from '../assembly/assembly-error.js';

/** Answers the first time after `after` (both epoch milliseconds), or undefined when there is none any more. */
export type NextTime = (after: number) => number | undefined;

const UNIT: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

function rate(text: string): NextTime | undefined {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(text) ?? [];
  const milliseconds = Number(count) * (UNIT[unit ?? ''] ?? Number.NaN);
  return Number.isNaN(milliseconds) ? undefined : (after) => after + milliseconds;
}

function cron(text: string, timeZone: string): NextTime | undefined {
  const [, fields] = /^cron\(((?:\S+ ){5}\S+)\)$/.exec(text) ?? [];
  if (fields === undefined) return undefined;
  const pattern = new Cron(`0 ${fields.replaceAll('?', '*')}`, {
    mode: '7-part',
    alternativeWeekdays: true,
    sloppyRanges: true,
    timezone: timeZone,
    paused: true,
  });
  return (after) => {
    let next = pattern.nextRun(new Date(after));
    // Where the clocks go forward, croner runs at the shifted time; EventBridge Scheduler leaves the day out.
    while (next !== null && !pattern.match(next)) next = pattern.nextRun(next);
    return next?.getTime();
  };
}

/** `at(2026-12-31T08:00:00)` in a time zone: the moment whose wall clock there shows that time. */
function once(text: string, timeZone: string): NextTime | undefined {
  const [, wall] = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(text) ?? [];
  if (wall === undefined) return undefined;
  const at = new Cron(wall, { timezone: timeZone, paused: true }).nextRun(new Date(0))?.getTime();
  return (after) => (at !== undefined && at > after ? at : undefined);
}

/** Reads a `rate(...)`, `cron(...)` or `at(...)` expression of EventBridge. Throws AssemblyError. */
export function readScheduleExpression(text: string, timeZone: string): NextTime {
  const read = rate(text) ?? cron(text, timeZone) ?? once(text, timeZone);
  if (read === undefined) throw new AssemblyError(`the schedule expression ${text} cannot be read`);
  return read;
}
