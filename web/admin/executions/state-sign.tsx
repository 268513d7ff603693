import type { StateStatus } from './state-status.js';

/** The drawing of each sign, within a circle around 0, 0: no colour is needed to tell them apart. */
const SIGNS: Readonly<Record<StateStatus, string>> = {
  running: 'M-2.5 -4 L4 0 L-2.5 4 Z',
  succeeded: 'M-3.5 0.5 L-1 3 L3.5 -3',
  failed: 'M-3 -3 L3 3 M-3 3 L3 -3',
  caught: 'M0 -4 V1 M0 3.2 V3.8',
  aborted: 'M-2.8 -2.8 H2.8 V2.8 H-2.8 Z',
  'timed-out': 'M0 -4 V0 L3 1.8',
};

/** How a state stands, as a sign. */
export function StateSign({ status, x, y }: { status: StateStatus; x: number; y: number }) {
  return (
    <g className={`sign sign-${status}`} transform={`translate(${x} ${y})`} aria-hidden="true">
      <circle r={7.5} />
      <path d={SIGNS[status]} />
    </g>
  );
}
