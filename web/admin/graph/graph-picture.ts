import { type GraphEdge, type GraphState, START } from './machine-graph.js';

/** The failures that most states can have: nobody answers, or something fails. */
export const FAILURE_KINDS = ['silence', 'error'] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** Pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A state where it is drawn; `x` and `y` are its upper left corner. */
export interface PlacedState extends Point {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly kind: 'state' | 'start' | FailureKind;
  readonly state?: GraphState | undefined;
  readonly inner: readonly (GraphPicture & Point)[];
  /** The work ends with it, which a sign at the state says instead of a line. */
  readonly isEnd: boolean;
  /** Failures that lead where those of most states lead: a sign says so instead of a line of its own. */
  readonly gathered: readonly FailureKind[];
}

/** The kind of a box. No state of ours is named like a mark: they begin with a capital letter. */
export const boxKind = (name: string): PlacedState['kind'] =>
  name === START ? 'start' : (FAILURE_KINDS.find((kind) => kind === name) ?? 'state');

export interface PlacedEdge extends GraphEdge {
  readonly points: readonly Point[];
}

/** The room of one step of the work. */
export interface Band extends Point {
  readonly step: string;
  readonly width: number;
  readonly height: number;
  /** Which of the steps it is; none for what stands around them. */
  readonly number?: number;
}

/** A machine laid out from 0, 0. */
export interface GraphPicture {
  readonly width: number;
  readonly height: number;
  readonly states: readonly PlacedState[];
  readonly edges: readonly PlacedEdge[];
  /** Its steps side by side, where its states are named after steps. */
  readonly bands: readonly Band[];
}
