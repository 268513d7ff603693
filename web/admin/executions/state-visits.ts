import { isObject, parseJson, textOf } from '../../json.js';
import type { HistoryEvent } from '../../../contracts/console/executions.js';
import { type Failure, failureIn } from '../../../domain/executions/trouble.js';
import type { ContainerOf } from './state-status.js';

/** One time that an execution was in a state. */
export interface StateVisit {
  /** The event by which it was entered. */
  readonly id: number;
  readonly state: string;
  readonly from: string;
  /** Absent where it is still there, or ended with its execution. */
  readonly to?: string;
  /** It ended with what is around it, before it was done. */
  readonly isBrokenOff?: boolean;
  /** The failures in it, in order: each but a last one was tried again. */
  readonly failures: readonly Failure[];
  /** Of a state in a Map: which item it works on, the first is 0. */
  readonly item?: number;
  readonly input?: string;
  readonly output?: string;
  /** The variables assigned when it was left, by name, as JSON. */
  readonly variables: Readonly<Record<string, string>>;
  /** The execution that it began. */
  readonly child?: { readonly machine: string; readonly name: string };
  /** The function that was called, by its name or ARN. */
  readonly calls?: string;
}

type Open = { -readonly [Name in keyof StateVisit]: StateVisit[Name] };

interface Known {
  readonly containerOf: ContainerOf;
  /** Errors that a task names as a result: nothing went wrong. */
  readonly results: ReadonlySet<string>;
}

const FAILED = /^(?:Task|LambdaFunction|Activity|Evaluation|MapRun)\w*(?:Failed|TimedOut)$/;

/** Every visit of a state, in the order in which they began. */
export function stateVisits(
  events: readonly HistoryEvent[],
  { containerOf, results }: Known,
): readonly StateVisit[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const visits = new Map<number, Open>();
  for (const event of events) {
    const entered = event.stateEnteredEventDetails;
    if (entered) {
      const item = itemOf(event, byId, containerOf);
      visits.set(event.id, {
        id: event.id,
        state: entered.name,
        from: event.timestamp,
        failures: [],
        variables: {},
        ...(entered.input === undefined ? {} : { input: entered.input }),
        ...(item === undefined ? {} : { item }),
      });
      continue;
    }
    const left = event.stateExitedEventDetails;
    const visit = visitOf(event, byId, visits, left?.name);
    if (visit && left) {
      leave(visit, event);
      breakOff([...visits.values()], left.name, event.timestamp, containerOf);
    } else if (visit) note(visit, event, results);
  }
  return [...visits.values()];
}

/** The visit of an event: the nearest entry before it; of an exit, the nearest of the state that was left. */
function visitOf(
  event: HistoryEvent,
  byId: ReadonlyMap<number, HistoryEvent>,
  visits: ReadonlyMap<number, Open>,
  left: string | undefined,
): Open | undefined {
  for (let at: HistoryEvent | undefined = event; at; at = byId.get(at.previousEventId ?? 0)) {
    const visit = visits.get(at.id);
    if (visit && (left === undefined || (visit.state === left && visit.to === undefined))) return visit;
  }
  return undefined;
}

function leave(visit: Open, { timestamp, stateExitedEventDetails: left }: HistoryEvent): void {
  visit.to = timestamp;
  if (left?.output !== undefined) visit.output = left.output;
  const assigned: unknown = left?.['assignedVariables'];
  if (isObject(assigned))
    visit.variables = Object.fromEntries(
      Object.entries(assigned).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as const] : [],
      ),
    );
}

/** States still open inside one that was left are over with it. */
function breakOff(visits: readonly Open[], left: string, at: string, containerOf: ContainerOf): void {
  for (const visit of visits)
    if (visit.to === undefined && containersAround(visit.state, containerOf).has(left)) {
      visit.to = at;
      visit.isBrokenOff = true;
    }
}

function containersAround(state: string, containerOf: ContainerOf): ReadonlySet<string> {
  const around = new Set<string>();
  for (let at = containerOf(state); at !== undefined; at = containerOf(at)) around.add(at);
  return around;
}

function note(visit: Open, event: HistoryEvent, results: ReadonlySet<string>): void {
  if (FAILED.test(event.type)) {
    const failure = failureIn(event) ?? { error: event.type };
    if (!results.has(failure.error)) visit.failures = [...visit.failures, failure];
  }
  const parameters = jsonIn(event, 'taskScheduledEventDetails', 'parameters');
  const calls = isObject(parameters) ? textOf(parameters['FunctionName']) : undefined;
  if (calls !== undefined) visit.calls = calls;
  const submitted = jsonIn(event, 'taskSubmittedEventDetails', 'output');
  const child = isObject(submitted) ? childIn(textOf(submitted['ExecutionArn'])) : undefined;
  if (child) visit.child = child;
}

function jsonIn(event: HistoryEvent, details: string, member: string): unknown {
  const found: unknown = event[details];
  return isObject(found) ? parseJson(textOf(found[member]) ?? '') : undefined;
}

/** `arn:aws:states:REGION:ACCOUNT:execution:MACHINE:NAME`. */
function childIn(arn: string | undefined): StateVisit['child'] {
  const [machine, name] = arn?.split(':execution:')[1]?.split(':') ?? [];
  return machine === undefined || name === undefined ? undefined : { machine, name };
}

/** The item of the nearest Map around it. */
function itemOf(
  event: HistoryEvent,
  byId: ReadonlyMap<number, HistoryEvent>,
  containerOf: ContainerOf,
): number | undefined {
  const around = containersAround(event.stateEnteredEventDetails?.name ?? '', containerOf);
  if (around.size === 0) return undefined;
  for (let at: HistoryEvent | undefined = event; at; at = byId.get(at.previousEventId ?? 0)) {
    const started: unknown = at['mapIterationStartedEventDetails'];
    if (isObject(started) && around.has(textOf(started['name']) ?? ''))
      return typeof started['index'] === 'number' ? started['index'] : undefined;
  }
  return undefined;
}

/** Where the bar of a visit begins and how long it is, in hundredths of the whole. */
export interface Bar {
  readonly left: number;
  readonly width: number;
}

/** Shorter could not be seen. */
const SHORTEST = 0.6;

/** The bars of visits on one line of time; `until`: when what is open has ended, or now. */
export function barsOf(visits: readonly StateVisit[], from: string, until: number): readonly Bar[] {
  const begin = Date.parse(from);
  const whole = Math.max(1, until - begin);
  return visits.map((visit) => {
    const end = visit.to === undefined ? until : Date.parse(visit.to);
    const left = Math.min(100 - SHORTEST, Math.max(0, ((Date.parse(visit.from) - begin) / whole) * 100));
    const width = Math.max(SHORTEST, ((end - Date.parse(visit.from)) / whole) * 100);
    return { left, width: Math.min(width, 100 - left) };
  });
}

/** Whether a visit is worth a line: it took time, something failed in it, or it began another execution. */
export const isTelling = ({ from, to, failures, child }: StateVisit): boolean =>
  to === undefined || from !== to || failures.length > 0 || child !== undefined;
