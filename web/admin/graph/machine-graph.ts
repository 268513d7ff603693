import { isObject, textOf } from '../../json.js';

/** How one state leads to another; `silence`: after a time-out, `error`: after an error of whatever kind. */
export type EdgeKind = 'next' | 'choice' | 'default' | 'silence' | 'error';

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** It leads to a state from which one came: the work goes round. */
  readonly isBack: boolean;
}
type Way = Omit<GraphEdge, 'isBack'>;

export interface GraphState {
  readonly name: string;
  readonly type: string;
  readonly comment?: string | undefined;
  /** The machines inside a Parallel or a Map. */
  readonly inner: readonly MachineGraph[];
}

/** A state machine as it is drawn: `START` leads to its first state, what ends leads to `END`. */
export interface MachineGraph {
  readonly comment?: string | undefined;
  /** Errors that it catches by names of their own: results of a task, nothing that went wrong. */
  readonly results: readonly string[];
  readonly states: readonly GraphState[];
  readonly edges: readonly GraphEdge[];
}

export const START = 'START';
export const END = 'END';

type Json = Readonly<Record<string, unknown>>;

const membersOf = (value: unknown): readonly [string, Json][] =>
  isObject(value)
    ? Object.entries(value).flatMap(([name, member]) => (isObject(member) ? [[name, member]] : []))
    : [];
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

const errorsOf = ({ ErrorEquals }: Json): readonly string[] =>
  Array.isArray(ErrorEquals) ? ErrorEquals.filter((name) => typeof name === 'string') : [];

/** An error that AWS names is a failure; one that a task names is one of its results. */
const isResult = (error: string): boolean => !error.startsWith('States.');

function kindOfCatch(catcher: Json): EdgeKind {
  const errors = errorsOf(catcher);
  if (errors.length > 0 && errors.every((name) => name === 'States.Timeout')) return 'silence';
  return errors.every(isResult) ? 'choice' : 'error';
}

/** Whether a way is gone when something went wrong. */
export const isFailureKind = (kind: EdgeKind): boolean => kind === 'silence' || kind === 'error';

function waysOf(name: string, state: Json): Way[] {
  const to = (target: unknown, kind: EdgeKind): Way[] =>
    typeof target === 'string' ? [{ from: name, to: target, kind }] : [];
  const ends = state['End'] === true || state['Type'] === 'Succeed' || state['Type'] === 'Fail';
  return [
    ...to(ends ? END : state['Next'], 'next'),
    ...listOf(state['Choices']).flatMap((rule) => to(rule['Next'], 'choice')),
    ...to(state['Default'], 'default'),
    ...listOf(state['Catch']).flatMap((catcher) => to(catcher['Next'], kindOfCatch(catcher))),
  ];
}

function innerOf(state: Json): readonly MachineGraph[] {
  const processor = state['ItemProcessor'] ?? state['Iterator'];
  return [...listOf(state['Branches']), ...(isObject(processor) ? [processor] : [])].map(machineGraph);
}

/** Two ways between the same states are one arrow; a way that is no error says more than one that is. */
function withoutRepeats(ways: readonly Way[]): Way[] {
  const kept = new Map<string, Way>();
  for (const way of ways) {
    const place = JSON.stringify([way.from, way.to]);
    const before = kept.get(place);
    if (!before || isFailureKind(before.kind)) kept.set(place, way);
  }
  return [...kept.values()];
}

/** Which ways lead back: those that come to a state again before everything behind it was looked at. */
function withBack(ways: readonly Way[]): GraphEdge[] {
  const entered = new Set<string>();
  const left = new Set<string>();
  const back = new Set<Way>();
  const visit = (name: string) => {
    entered.add(name);
    for (const way of ways.filter(({ from }) => from === name))
      if (!entered.has(way.to)) visit(way.to);
      else if (!left.has(way.to)) back.add(way);
    left.add(name);
  };
  visit(START);
  return ways.map((way) => ({ ...way, isBack: back.has(way) }));
}

/** The graph of a definition in Amazon States Language; missing parts are left out rather than refused. */
export function machineGraph(definition: Json): MachineGraph {
  const states = membersOf(definition['States']);
  const first = textOf(definition['StartAt']);
  return {
    comment: textOf(definition['Comment']),
    results: states.flatMap(([, state]) => listOf(state['Catch']).flatMap(errorsOf).filter(isResult)),
    states: states.map(([name, state]) => ({
      name,
      type: textOf(state['Type']) ?? '',
      comment: textOf(state['Comment']),
      inner: innerOf(state),
    })),
    edges: withBack(
      withoutRepeats([
        ...(first === undefined ? [] : [{ from: START, to: first, kind: 'next' as const }]),
        ...states.flatMap(([name, state]) => waysOf(name, state)),
      ]),
    ),
  };
}

/** Every state of the machine, those inside others too, in their order. */
export const allStates = ({ states }: MachineGraph): readonly GraphState[] =>
  states.flatMap((state) => [state, ...state.inner.flatMap(allStates)]);

/** The Parallel or Map that each state is in. */
export const containersOf = ({ states }: MachineGraph): ReadonlyMap<string, string> =>
  new Map(
    states.flatMap(({ name, inner }) =>
      inner.flatMap((machine) => [
        ...machine.states.map((state) => [state.name, name] as const),
        ...containersOf(machine),
      ]),
    ),
  );

/** Every error that is a result somewhere in the machine, what is inside others included. */
export const resultsOf = ({ results, states }: MachineGraph): ReadonlySet<string> =>
  new Set([
    ...results,
    ...states.flatMap(({ inner }) => inner.flatMap((machine) => [...resultsOf(machine)])),
  ]);
