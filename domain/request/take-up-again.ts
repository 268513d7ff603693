import { takenOver } from '../asks/take-over-ask.js';
import { workingExecution } from '../codes/execution-name.js';
import { routeOf } from './ask-route.js';
import { type Decision, type Rules, withEntry } from './decision.js';
import { goOn, isOver } from './needs-attention.js';
import { type Assigning, assignRequest } from './assign-request.js';
import type { RequestRecord } from './record.js';
import { startCoordination } from './start-path.js';
import type { TimelineType } from './timeline.js';

/** Something broke off its work: an error, a reopening, the end of its execution. */
export interface TakingUp extends Assigning {
  /** The name of the execution that takes it up. */
  readonly execution: string;
}

/**
 * Takes a request up where its record stands. What is open stays open: nobody is asked a second time, and what was
 * answered meanwhile counts. What was done is not done again. Whoever has it begun again need not be asked whether to.
 */
export function takeUpAgain(found: RequestRecord, rules: Rules, taking: TakingUp): Decision {
  const { execution, at } = taking;
  const record = { ...found, asks: found.asks.filter(({ kind }) => kind !== 'attention') };
  const isNew = execution !== workingExecution(record);
  const begun = isNew ? { ...record, execution } : record;
  if (isUntouched(record)) return assignRequest(begun, rules, taking);
  const closed = record.closedAs !== undefined;
  const resumed = isNew && !closed ? withEntry(begun, { at, type: 'resumed' }) : begun;
  if (closed || isOver(record)) return { record: resumed, notices: [], next: { to: 'close' } };
  // One of these at most: beside them only the steps of a stage are asked about, and its place is waited for.
  const open = record.asks.find(({ stage, kind }) => stage === undefined && kind !== 'place');
  if (open) return { record: resumed, notices: [], next: { to: routeOf(open), ask: takenOver(open, at) } };
  const steps = record.asks.filter(({ stage }) => stage !== undefined);
  return steps.length > 0 && !hasEnded(record)
    ? startCoordination(resumed, rules, at, steps)
    : goOn({ ...resumed, asks: [] }, rules, taking);
}

/** No step of it was ever recorded, but that the duty desk was told that the first one failed. */
const isUntouched = ({ status, asks, timeline }: RequestRecord): boolean =>
  status === 'received' && asks.length === 0 && !timeline.some(({ type }) => BEGUN.has(type));

/** The possible results of the first step. */
const BEGUN: ReadonlySet<TimelineType> = new Set(['asked-back', 'unplaced', 'placed', 'asked']);

/** A refusal, or another report of the event, ended the stage: others who were asked for it are not waited for. */
const hasEnded = ({ coordination, joinedTo }: RequestRecord): boolean =>
  coordination?.refused !== undefined || joinedTo !== undefined;
