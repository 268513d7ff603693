import type { RequestRow } from '../../../contracts/console/requests.js';

/** The seed's "four-step method". */
export const FOUR_STEPS = ['intake', 'assignment', 'coordination', 'closure'] as const;
export type FourStep = (typeof FOUR_STEPS)[number];
export type StepState = 'done' | 'open' | 'stuck' | 'waiting';

type Standing = Pick<RequestRow, 'status' | 'waitsFor' | 'unplaced' | 'closedAt'>;

const BY_STATUS: Readonly<Record<RequestRow['status'], FourStep | 'over'>> = {
  received: 'intake',
  assigned: 'assignment',
  accepted: 'coordination',
  coordinating: 'coordination',
  awaiting_confirmation: 'closure',
  closed: 'over',
  withdrawn: 'over',
};

/** In which of the four steps a request is. What the duty desk is to place is no matter of intake any more. */
function stepOf({ status, waitsFor, unplaced }: Standing): FourStep | 'over' {
  const step = BY_STATUS[status];
  const isToPlace = unplaced === true || waitsFor === 'placing';
  return step === 'intake' && isToPlace ? 'assignment' : step;
}

/** How far a request has come in the four steps. */
export function fourSteps(request: Standing): readonly { step: FourStep; state: StepState }[] {
  const now = stepOf(request);
  const place = now === 'over' ? FOUR_STEPS.length : FOUR_STEPS.indexOf(now);
  const here = request.waitsFor === 'attention' ? 'stuck' : 'open';
  return FOUR_STEPS.map((step, index) => ({
    step,
    state: index < place ? 'done' : index === place ? here : 'waiting',
  }));
}
