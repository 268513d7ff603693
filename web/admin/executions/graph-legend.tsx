import { useWords } from '../page/catalogue.js';
import { EXECUTIONS } from './words.js';

const LINES = ['taken', 'next', 'back', 'failure'] as const;

interface LegendProps {
  readonly isOfExecution: boolean;
  readonly hasFailures: boolean;
}

/** The meaning of each kind of line; the signs of the states are said in the table. */
export function GraphLegend({ isOfExecution, hasFailures }: LegendProps) {
  const { legend } = useWords(EXECUTIONS);
  const lines = LINES.filter(
    (kind) => (isOfExecution || kind !== 'taken') && (hasFailures || kind !== 'failure'),
  );
  return (
    <ul className="graph-legend">
      {lines.map((kind) => (
        <li key={kind}>
          <svg width="36" height="10" aria-hidden="true">
            <path className={`edge edge-${kind}`} d="M1 5 H30" markerEnd="url(#arrow)" />
          </svg>
          {legend[kind]}
        </li>
      ))}
    </ul>
  );
}
