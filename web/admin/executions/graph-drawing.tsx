import { useWords } from '../page/catalogue.js';
import { edgePath } from '../graph/edge-path.js';
import { SIGN } from '../graph/graph-layout.js';
import type { Band, FailureKind, GraphPicture, PlacedEdge, PlacedState } from '../graph/graph-picture.js';
import { isFailureKind } from '../graph/machine-graph.js';
import type { Lateness } from '../../../domain/request/running-deadline.js';
import type { MachineWords } from './machine-words.js';
import { nameLines } from '../graph/name-lines.js';
import { BAND_HEAD } from '../graph/step-picture.js';
import { type StateRuns, wayKey } from './state-status.js';
import { StateSign } from './state-sign.js';
import { stepOf } from '../graph/step-name.js';
import { EXECUTIONS } from './words.js';

/** The facts about an execution, beside the picture of its machine. */
export interface ShownRuns {
  readonly words: MachineWords;
  readonly runs: StateRuns;
  /** The ways that it went. */
  readonly taken: ReadonlySet<string>;
  readonly chosen?: string | undefined;
  readonly onChoose: (state: string) => void;
  /** Whether the ways after errors and silence are drawn that were not gone. */
  readonly hasFailures?: boolean;
  /** In place of one execution, how much waits in each state. */
  readonly waiting?: ReadonlyMap<string, WaitingMark>;
}

/** How much waits in a state, how late the latest of it is, and the same in words. */
export interface WaitingMark {
  readonly count: number;
  readonly lateness: Lateness;
  readonly said: string;
}

interface DrawingProps extends ShownRuns {
  readonly picture: GraphPicture;
  /** Pixels: the picture was laid out with names as wide. */
  readonly widestLine: number;
}

/** A machine with its states and lines, in the order in which a reader comes to them. */
export function GraphDrawing({ picture, ...shown }: DrawingProps) {
  const lines = picture.edges
    .map((edge) => ({ edge, isTaken: isTaken(edge, picture, shown) }))
    .filter(({ edge, isTaken: isGone }) => isGone || shown.hasFailures || !isFailureKind(edge.kind));
  const states = picture.states.filter(({ kind }) => shown.hasFailures || !isMark(kind));
  return (
    <>
      {picture.bands.map((band) => (
        <BandDrawing key={band.step} band={band} picture={picture} {...shown} />
      ))}
      {/* The way that was gone lies over the others. */}
      {lines
        .toSorted((one, other) => Number(one.isTaken) - Number(other.isTaken))
        .map(({ edge, isTaken }) => (
          <Line key={wayKey(edge.from, edge.to)} edge={edge} isTaken={isTaken} />
        ))}
      {states.map((state) => (
        <State key={state.name} placed={state} {...shown} />
      ))}
    </>
  );
}

const isMark = (kind: PlacedState['kind']): boolean => kind !== 'state' && kind !== 'start';

/** Whether an execution went this way; a line from a mark stands for those of many states. */
function isTaken({ from, to }: PlacedEdge, { states }: GraphPicture, { taken }: ShownRuns): boolean {
  const gathered = states.filter((state) => state.gathered.some((kind) => kind === from));
  return [from, ...gathered.map(({ name }) => name)].some((source) => taken.has(wayKey(source, to)));
}

interface BandProps extends ShownRuns {
  readonly band: Band;
  readonly picture: GraphPicture;
}

/** The room of one step; that in which the work is now has a bar under its head. */
function BandDrawing({ band, picture, words, runs }: BandProps) {
  const { step, number, x, y, width, height } = band;
  if (number === undefined)
    return (
      <text className="band-head" x={x + width - 8} y={y + 20} textAnchor="end">
        {words.step(step)}
      </text>
    );
  const isHere = picture.states.some(
    ({ name }) => (stepOf(name) ?? '') === step && runs.get(name)?.status === 'running',
  );
  return (
    <g className={isHere ? 'band-here' : ''}>
      <rect className={`band-room-${number % 2}`} x={x + 1} y={y} width={width - 2} height={height - 1} />
      <text
        className="band-head"
        x={x + width / 2}
        y={y + BAND_HEAD / 2 + 1}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {step === '' ? '' : `${number} ${words.step(step)}`}
      </text>
      {isHere && <rect className="band-bar" x={x + 12} y={y + BAND_HEAD - 5} width={width - 24} height={3} />}
    </g>
  );
}

function Line({ edge, isTaken }: { edge: PlacedEdge; isTaken: boolean }) {
  const classes = [
    'edge',
    ...(isFailureKind(edge.kind) ? ['edge-failure'] : []),
    ...(edge.isBack ? ['edge-back'] : []),
    ...(isTaken ? ['edge-taken'] : []),
  ];
  return <path className={classes.join(' ')} d={edgePath(edge.points)} markerEnd="url(#arrow)" />;
}

/** Where the work begins, or a line that stands for those of many states. */
function Mark({
  kind,
  placed: { width, height, x, y },
}: {
  kind: 'start' | FailureKind;
  placed: PlacedState;
}) {
  const { marks } = useWords(EXECUTIONS);
  return (
    <g transform={`translate(${x} ${y})`} className={`mark mark-${kind}`}>
      <title>{marks[kind]}</title>
      <rect width={width} height={height} rx={height / 2} />
      {kind !== 'start' && (
        <>
          <FailureSign kind={kind} x={14} y={height / 2} />
          <text x={26} y={height / 2} dominantBaseline="central">
            {marks[kind]}
          </text>
        </>
      )}
    </g>
  );
}

function State({ placed, ...shown }: Omit<DrawingProps, 'picture'> & { placed: PlacedState }) {
  const words = useWords(EXECUTIONS);
  const { name, x, y, width, height, kind, inner } = placed;
  if (kind !== 'state') return <Mark kind={kind} placed={placed} />;
  const run = shown.runs.get(name);
  const status = run?.status ?? 'not-reached';
  const isContainer = inner.length > 0;
  const mark = shown.waiting?.get(name);
  const choose = () => shown.onChoose(name);
  const classes = [
    'state',
    `state-${status}`,
    ...(shown.chosen === name ? ['state-chosen'] : []),
    ...(isContainer ? ['state-container'] : []),
    ...(mark ? [`waiting-${mark.lateness}`] : []),
  ];
  const times = run && run.entered > 1 ? ` ×${run.entered}` : '';
  return (
    <g transform={`translate(${x} ${y})`}>
      <g
        className={classes.join(' ')}
        role="button"
        tabindex={0}
        aria-pressed={shown.chosen === name}
        aria-label={`${shown.words.whole(name)}${times} ${shown.waiting ? (mark?.said ?? '') : words.statuses[status]}`}
        onClick={choose}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          choose();
        }}
      >
        <title>{shown.words.statePurpose(name, placed.state?.comment) ?? shown.words.whole(name)}</title>
        <rect width={width} height={height} rx={6} />
        {run && <StateSign status={run.status} x={13} y={isContainer ? 15 : height / 2} />}
        <Name
          name={shown.words.state(name)}
          left={SIGN + 2}
          middle={isContainer ? 15 : height / 2}
          isContainer={isContainer}
          widestLine={shown.widestLine}
        />
        {times !== '' && <Times said={times} x={width - 4} y={isContainer ? 18 : height - 5} />}
        {(shown.hasFailures ? placed.gathered : []).map((failure, index) => (
          <FailureSign key={failure} kind={failure} x={width - 4 - index * 18} y={1} />
        ))}
        {placed.isEnd && <EndSign x={width} y={height - 10} />}
        {mark && <CountBadge mark={mark} x={width} />}
      </g>
      {inner.map((picture) => (
        <g key={picture.x} transform={`translate(${picture.x} ${picture.y})`}>
          <GraphDrawing picture={picture} {...shown} />
        </g>
      ))}
    </g>
  );
}

/** How often the work came to a state. */
const Times = ({ said, x, y }: { said: string; x: number; y: number }) => (
  <text className="count" x={x} y={y} textAnchor="end">
    {said}
  </text>
);

/** Pixels of one digit, and of what is around them. */
const DIGIT = 8;
const AROUND_DIGITS = 12;

/** How much waits in a state. */
function CountBadge({ mark: { count }, x }: { mark: WaitingMark; x: number }) {
  const width = String(count).length * DIGIT + AROUND_DIGITS;
  return (
    <g className="waiting-badge" transform={`translate(${x - width + 6} -9)`} aria-hidden="true">
      <rect width={width} height={20} rx={10} />
      <text x={width / 2} y={11} textAnchor="middle" dominantBaseline="central">
        {/* Read after the name, it is a word of its own. */}
        {` ${count}`}
      </text>
    </g>
  );
}

/** At a state with which the work ends. */
function EndSign({ x, y }: { x: number; y: number }) {
  const words = useWords(EXECUTIONS);
  return (
    <g className="end" transform={`translate(${x} ${y})`}>
      <title>{words.end}</title>
      <circle r={7} />
      <circle className="end-middle" r={3.5} />
    </g>
  );
}

/** Stands at the mark of what goes wrong, and at the states of which it may. */
function FailureSign({ kind, x, y }: { kind: FailureKind; x: number; y: number }) {
  return (
    <g className="failure-sign" transform={`translate(${x} ${y})`} aria-hidden="true">
      {kind === 'error' ? (
        <path d="M0 -6.5 L7.5 6 H-7.5 Z" />
      ) : (
        <>
          <circle r={6.5} />
          <path className="failure-hands" d="M0 -4 V0 L3 1.5" />
        </>
      )}
    </g>
  );
}

interface NameProps {
  readonly name: string;
  readonly left: number;
  readonly middle: number;
  readonly isContainer: boolean;
  readonly widestLine: number;
}

const LINE_HEIGHT = 16;

function Name({ name, left, middle, isContainer, widestLine }: NameProps) {
  const lines = isContainer ? [name] : nameLines(name, widestLine);
  const first = middle - ((lines.length - 1) * LINE_HEIGHT) / 2;
  return (
    <text dominantBaseline="central">
      {lines.map((line, position) => (
        <tspan key={line} x={left} y={first + position * LINE_HEIGHT}>
          {/* Read aloud, the lines are one name. */}
          {name.includes(`${line} ${lines[position + 1]}`) ? `${line} ` : line}
        </tspan>
      ))}
    </text>
  );
}
