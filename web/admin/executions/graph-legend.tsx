import { useWords } from '../page/catalogue.js';
import { EXECUTIONS } from './words.js';

const LINES = ['taken', 'next', 'back', 'failure'] as const;

/** What the kinds of lines mean; the signs of the states are said in the table. */
export function GraphLegend() {
  const { legend } = useWords(EXECUTIONS);
  return (
    <ul className="graph-legend">
      {LINES.map((kind) => (
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
