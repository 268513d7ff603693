import { isObject, textOf } from '../../json.js';

/** How one state leads to another. */
export type EdgeKind = 'next' | 'choice' | 'default' | 'catch';

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
}

export interface GraphState {
  readonly name: string;
  readonly type: string;
  readonly comment?: string | undefined;
  /** The machines inside a Parallel or a Map. */
  readonly inner: readonly MachineGraph[];
}

/** A state machine as it is drawn: `START` leads to its first state, what ends leads to `END`. */
export interface MachineGraph {
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

function edgesOf(name: string, state: Json): GraphEdge[] {
  const to = (target: unknown, kind: EdgeKind): GraphEdge[] =>
    typeof target === 'string' ? [{ from: name, to: target, kind }] : [];
  const ends = state['End'] === true || state['Type'] === 'Succeed' || state['Type'] === 'Fail';
  return [
    ...to(ends ? END : state['Next'], 'next'),
    ...listOf(state['Choices']).flatMap((rule) => to(rule['Next'], 'choice')),
    ...to(state['Default'], 'default'),
    ...listOf(state['Catch']).flatMap((catcher) => to(catcher['Next'], 'catch')),
  ];
}

function innerOf(state: Json): readonly MachineGraph[] {
  const processor = state['ItemProcessor'] ?? state['Iterator'];
  return [...listOf(state['Branches']), ...(isObject(processor) ? [processor] : [])].map(machineGraph);
}

/** Two ways between the same states are one arrow; a way that is no error says more than one that is. */
function withoutRepeats(edges: readonly GraphEdge[]): GraphEdge[] {
  const kept = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const place = JSON.stringify([edge.from, edge.to]);
    const before = kept.get(place);
    if (!before || before.kind === 'catch') kept.set(place, edge);
  }
  return [...kept.values()];
}

/** What is drawn of a definition in Amazon States Language; what it lacks is left out rather than refused. */
export function machineGraph(definition: Json): MachineGraph {
  const states = membersOf(definition['States']);
  const first = textOf(definition['StartAt']);
  return {
    states: states.map(([name, state]) => ({
      name,
      type: textOf(state['Type']) ?? '',
      comment: textOf(state['Comment']),
      inner: innerOf(state),
    })),
    edges: withoutRepeats([
      ...(first === undefined ? [] : [{ from: START, to: first, kind: 'next' as const }]),
      ...states.flatMap(([name, state]) => edgesOf(name, state)),
    ]),
  };
}

/** Every state of the machine, those inside others too, in their order. */
export const allStates = ({ states }: MachineGraph): readonly GraphState[] =>
  states.flatMap((state) => [state, ...state.inner.flatMap(allStates)]);
