import type { TrackedRequest } from './tracked-request.js';

/** The four steps of a request, as its resident sees them. */
export const STEPS = ['received', 'grid', 'departments', 'closed'] as const;
export type Step = (typeof STEPS)[number];
export type StepState = 'done' | 'now' | 'ahead' | 'skipped';

type Stands = Pick<TrackedRequest, 'status'> & {
  readonly timeline: readonly Pick<TrackedRequest['timeline'][number], 'type'>[];
};

/** At which step it is. While its resident is asked whether they are satisfied, and is not done, it is at the last one. */
function stepNow({ status }: Stands): Step {
  switch (status) {
    case 'received':
      return 'received';
    case 'assigned':
    case 'accepted':
      return 'grid';
    case 'coordinating':
      return 'departments';
    case 'awaiting_confirmation':
    case 'closed':
    case 'withdrawn':
      return 'closed';
  }
}

const cameTo = ({ timeline }: Stands, ...types: readonly TrackedRequest['timeline'][number]['type'][]) =>
  timeline.some(({ type }) => types.includes(type));

/** Whether a step that lies behind was gone through: many a request needs no department, and what is withdrawn early no grid. */
const wasThere = (request: Stands, step: Step): boolean => {
  if (step === 'departments') return cameTo(request, 'coordinating', 'called-in');
  return step !== 'grid' || cameTo(request, 'placed', 'accepted', 'asked');
};

/** The steps in order, each with how it stands; at most one is now. */
export function stepsOf(request: Stands): readonly { readonly step: Step; readonly state: StepState }[] {
  const now = STEPS.indexOf(stepNow(request));
  const isOver = request.status === 'closed' || request.status === 'withdrawn';
  return STEPS.map((step, at) => {
    if (at > now) return { step, state: 'ahead' };
    if (at === now) return { step, state: isOver ? 'done' : 'now' };
    return { step, state: wasThere(request, step) ? 'done' : 'skipped' };
  });
}
