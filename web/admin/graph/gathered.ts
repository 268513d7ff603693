import { FAILURE_KINDS, type FailureKind } from './graph-picture.js';
import type { GraphEdge, MachineGraph } from './machine-graph.js';

/** From so many states on, what goes wrong and leads to the same is drawn as one line from a mark. */
const MANY = 4;

/** Failures of many states that lead to one: a sign at each, and one line from a mark with the same sign. */
export interface Gathered {
  readonly kind: FailureKind;
  readonly to: string;
  readonly sources: ReadonlySet<string>;
}

/** Where most states lead when something goes wrong, if many do. */
export function gatheredOf({ edges }: MachineGraph): readonly Gathered[] {
  return FAILURE_KINDS.flatMap((kind) => {
    const sources = new Map<string, Set<string>>();
    for (const edge of edges)
      if (edge.kind === kind)
        sources.set(edge.to, (sources.get(edge.to) ?? new Set<string>()).add(edge.from));
    const [most] = [...sources].toSorted(([, one], [, other]) => other.size - one.size);
    return most && most[1].size >= MANY ? [{ kind, to: most[0], sources: most[1] }] : [];
  });
}

/** The ways left to draw: one from each mark in place of those that it stands for. A mark is named after its kind. */
export const edgesWith = (
  gathered: readonly Gathered[],
  edges: readonly GraphEdge[],
): readonly GraphEdge[] => [
  ...edges.filter((edge) => !gathered.some(({ kind, to }) => kind === edge.kind && to === edge.to)),
  ...gathered.map(({ kind, to }): GraphEdge => ({ from: kind, to, kind, isBack: false })),
];

/** The gathered kinds of a state. */
export const kindsOf = (gathered: readonly Gathered[], state: string): readonly FailureKind[] =>
  gathered.filter(({ sources }) => sources.has(state)).map(({ kind }) => kind);

/** Pixels. */
export const MARK = { width: 84, height: 26, inner: [] } as const;
