import type { HistoryEvent } from '../../../contracts/console/executions.js';

/** By which events are filtered. */
export const EVENT_KINDS = ['states', 'tasks', 'failures', 'execution'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

const OF_KIND: Readonly<Record<EventKind, RegExp>> = {
  states: /State(?:Entered|Exited|Started|Succeeded|Failed|Aborted)$|^MapIteration|^MapRun/,
  tasks: /^(?:Task|LambdaFunction|Activity)(?!State)/,
  failures: /(?:Failed|TimedOut|Aborted)$/,
  execution: /^Execution/,
};

/** The events of a kind; all of them where none is named. */
export const eventsOf = (events: readonly HistoryEvent[], kind: EventKind | ''): readonly HistoryEvent[] =>
  kind === '' ? events : events.filter(({ type }) => OF_KIND[kind].test(type));
