import ButtonGroup from '@cloudscape-design/components/button-group';
import { useMemo, useState } from 'react';
import { useWords } from '../page/catalogue.js';
import { type GraphPicture, layOut, nameLines, type PlacedEdge, type PlacedState } from './graph-layout.js';
import type { MachineGraph } from './machine-graph.js';
import type { StateRun } from './state-status.js';
import { EXECUTIONS } from './words.js';

interface StateGraphProps {
  readonly machine: MachineGraph;
  readonly runs: ReadonlyMap<string, StateRun>;
  readonly chosen?: string | undefined;
  readonly onChoose: (state: string) => void;
}

/** A state machine as a picture: each state coloured by how it stands. The table beside it says the same in words. */
export function StateGraph({ machine, runs, chosen, onChoose }: StateGraphProps) {
  const words = useWords(EXECUTIONS);
  const picture = useMemo(() => layOut(machine), [machine]);
  // 0 fits the whole machine into the width that there is.
  const [zoom, setZoom] = useState(0);
  const size =
    zoom === 0 ? { width: '100%' } : { width: picture.width * zoom, height: picture.height * zoom };
  return (
    <div>
      <ButtonGroup
        variant="icon"
        ariaLabel={words.graph}
        items={[
          { type: 'icon-button', id: 'in', iconName: 'zoom-in', text: words.zoomIn },
          { type: 'icon-button', id: 'out', iconName: 'zoom-out', text: words.zoomOut },
          { type: 'icon-button', id: 'fit', iconName: 'zoom-to-fit', text: words.zoomFit },
        ]}
        onItemClick={({ detail }) => setZoom((now) => zoomed(now, detail.id))}
      />
      <div className="state-graph" tabIndex={0} role="group" aria-label={words.graph}>
        <svg
          {...size}
          viewBox={`0 0 ${picture.width} ${picture.height}`}
          role="group"
          aria-label={words.graph}
        >
          <defs>
            <marker
              id="arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M0 0 L8 4 L0 8 z" fill="context-stroke" />
            </marker>
          </defs>
          <Picture picture={picture} runs={runs} chosen={chosen} onChoose={onChoose} />
        </svg>
      </div>
    </div>
  );
}

const STEP = 1.3;

/** The size that a button leads to; 1 is as laid out, 0 fits. */
function zoomed(now: number, button: string): number {
  if (button === 'fit') return 0;
  if (now === 0) return 1;
  return Math.min(3, Math.max(0.2, button === 'in' ? now * STEP : now / STEP));
}

type PictureProps = Omit<StateGraphProps, 'machine'> & { readonly picture: GraphPicture };

function Picture({ picture, ...shown }: PictureProps) {
  return (
    <>
      {picture.edges.map((edge) => (
        <Edge
          key={`${edge.from} ${edge.to}`}
          edge={edge}
          isTaken={shown.runs.has(edge.from) && shown.runs.has(edge.to)}
        />
      ))}
      {picture.states.map((state) => (
        <State key={state.name} placed={state} {...shown} />
      ))}
    </>
  );
}

function Edge({ edge, isTaken }: { edge: PlacedEdge; isTaken: boolean }) {
  const [first, ...rest] = edge.points;
  if (!first) return undefined;
  const path = `M${first.x} ${first.y} ${curve(edge)}`;
  const classes = ['edge', `edge-${edge.kind}`, isTaken ? 'edge-taken' : ''].join(' ');
  return rest.length === 0 ? undefined : <path className={classes} d={path} markerEnd="url(#arrow)" />;
}

/** A smooth line through the points: each is left for half the way to the next. */
function curve({ points }: PlacedEdge): string {
  const last = points.at(-1);
  if (!last) return '';
  const middle = points.slice(1, -1).map((point, position) => {
    const next = points[position + 2] ?? last;
    return `Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`;
  });
  return `${middle.join(' ')} L${last.x} ${last.y}`;
}

function State({ placed, ...shown }: Omit<PictureProps, 'picture'> & { placed: PlacedState }) {
  const words = useWords(EXECUTIONS);
  const { name, x, y, width, height, kind, inner } = placed;
  if (kind !== 'state')
    return (
      <g transform={`translate(${x} ${y})`} className="mark">
        <rect width={width} height={height} rx={height / 2} />
        <text x={width / 2} y={height / 2} textAnchor="middle" dominantBaseline="central">
          {kind === 'start' ? words.start : words.end}
        </text>
      </g>
    );
  const run = shown.runs.get(name);
  const status = run?.status ?? 'not-reached';
  const choose = () => shown.onChoose(name);
  const isContainer = inner.length > 0;
  return (
    <g transform={`translate(${x} ${y})`}>
      <g
        className={`state state-${status}${shown.chosen === name ? ' state-chosen' : ''}${isContainer ? ' state-container' : ''}`}
        role="button"
        tabIndex={0}
        aria-pressed={shown.chosen === name}
        aria-label={`${name}${run && run.entered > 1 ? ` ×${run.entered}` : ''} ${words.statuses[status]}`}
        onClick={choose}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          choose();
        }}
      >
        <title>{placed.state?.comment ?? name}</title>
        <rect width={width} height={height} rx={6} />
        <Name name={name} width={width} middle={isContainer ? 20 : height / 2} isContainer={isContainer} />
        {run && run.entered > 1 && (
          <text className="count" x={width - 6} y={height - 7} textAnchor="end">
            {` ×${run.entered}`}
          </text>
        )}
      </g>
      {inner.map((picture) => (
        <g key={picture.x} transform={`translate(${picture.x} ${picture.y})`}>
          <Picture picture={picture} {...shown} />
        </g>
      ))}
    </g>
  );
}

interface NameProps {
  readonly name: string;
  readonly width: number;
  readonly middle: number;
  readonly isContainer: boolean;
}

const LINE_HEIGHT = 16;

function Name({ name, width, middle, isContainer }: NameProps) {
  const lines = isContainer ? [name] : nameLines(name);
  const first = middle - ((lines.length - 1) * LINE_HEIGHT) / 2;
  return (
    <text textAnchor="middle" dominantBaseline="central">
      {lines.map((line, position) => (
        <tspan key={line} x={width / 2} y={first + position * LINE_HEIGHT}>
          {/* Read aloud, the lines are one name. */}
          {position === 0 ? line : ` ${line}`}
        </tspan>
      ))}
    </text>
  );
}
