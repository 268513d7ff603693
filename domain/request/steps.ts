import { routeOf } from './ask-route.js';
import type { RequestRecord } from './record.js';
import type { Status } from './status.js';
import type { TimelineType } from './timeline.js';

/** The town's "four-step method": every page, count and state names the same step for a request. */
export const STEPS = ['intake', 'assignment', 'coordination', 'closure'] as const;
export type Step = (typeof STEPS)[number];

/** The beginnings of workflow states' names; the duty desk's part in a failure ("Attention: ...") is no step. */
export const STATES_OF_STEP: Readonly<Record<Step, string>> = {
  intake: 'Intake',
  assignment: 'Assign',
  coordination: 'Coordinate',
  closure: 'Close',
};

/** By what is asked. Who waits for the first report of their event waits for the work on it, and is asked nothing. */
const BY_ROUTE: Readonly<Record<ReturnType<typeof routeOf>, Step | undefined>> = {
  clarify: 'intake',
  place: 'assignment',
  accept: 'assignment',
  ask: 'coordination',
  'same-day': 'coordination',
  'wait-for-place': 'coordination',
  joined: 'coordination',
  confirm: 'closure',
  // Whoever looks at a failure is asked besides: it stands where it stood.
  attention: undefined,
};

/** Where nobody is asked: its workflow is between two steps, or stands still. */
export const stepOfStatus = (status: Status): Step => {
  switch (status) {
    case 'received':
      return 'intake';
    case 'assigned':
      return 'assignment';
    case 'accepted':
    case 'coordinating':
      return 'coordination';
    case 'awaiting_confirmation':
    case 'closed':
    case 'withdrawn':
      return 'closure';
  }
};

/** A request's step of the four. Not by status alone: one reopened twice is `assigned`, and a leader works on it. */
export function stepOf({
  status,
  closedAs,
  asks,
}: Pick<RequestRecord, 'status' | 'closedAs' | 'asks'>): Step {
  if (closedAs !== undefined) return 'closure';
  const [asked] = asks.flatMap((ask) => BY_ROUTE[routeOf(ask)] ?? []);
  return asked ?? stepOfStatus(status);
}

export type StepState = 'done' | 'now' | 'ahead' | 'skipped';

interface Stands {
  readonly step: Step;
  readonly status: Status;
  readonly timeline: readonly { readonly type: TimelineType }[];
}

/**
 * Events that show that a step was gone through: a request withdrawn early comes to no grid, one refused at once needs
 * no work.
 */
const SHOWN_BY: Readonly<Partial<Record<Step, ReadonlySet<TimelineType>>>> = {
  assignment: new Set<TimelineType>(['placed', 'asked', 'accepted']),
  coordination: new Set<TimelineType>(['accepted', 'coordinating', 'called-in', 'done']),
};

/** The four steps in order, each with how it stands; at most one is now. */
export function fourSteps({
  step: now,
  status,
  timeline,
}: Stands): readonly { readonly step: Step; readonly state: StepState }[] {
  const isOver = status === 'closed' || status === 'withdrawn';
  const here = STEPS.indexOf(now);
  return STEPS.map((step, at) => {
    if (at > here) return { step, state: 'ahead' };
    if (at === here) return { step, state: isOver ? 'done' : 'now' };
    const shown = SHOWN_BY[step];
    const wasThere = !shown || timeline.some(({ type }) => shown.has(type));
    return { step, state: wasThere ? 'done' : 'skipped' };
  });
}
