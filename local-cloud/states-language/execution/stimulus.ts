import type { Json } from '../json.js';

/** Everything that can happen to an execution from outside. */
export type Stimulus =
  | { readonly kind: 'start' }
  /** Time has moved on: whatever is due or ready is done. */
  | { readonly kind: 'time' }
  /** The host has come back: calls that were under way are made again, and whatever became due meanwhile is done. */
  | { readonly kind: 'resume' }
  | { readonly kind: 'stop'; readonly error?: string; readonly cause?: string }
  /** An execution that ended without success goes on where it ended. */
  | { readonly kind: 'redrive' }
  /**
   * The call of a task answered. `child` is the execution it started, for `.sync`; `completes` when the answer to a
   * task that waits for a token or a job is its result too.
   */
  | {
      readonly kind: 'answered';
      readonly thread: string;
      readonly task: number;
      readonly result: Json;
      readonly child?: string;
      readonly completes?: true;
    }
  | {
      readonly kind: 'call-failed';
      readonly thread: string;
      readonly task: number;
      readonly error: string;
      readonly cause: string;
    }
  /** The token or the child of a task brought its result. */
  | { readonly kind: 'succeeded'; readonly thread: string; readonly task: number; readonly result: Json }
  | {
      readonly kind: 'failed';
      readonly thread: string;
      readonly task: number;
      readonly error?: string;
      readonly cause?: string;
    }
  /** The limits of a run of a Distributed Map are changed while it goes on. */
  | {
      readonly kind: 'map-run';
      readonly arn: string;
      readonly concurrency?: number;
      readonly tolerated?: number;
    }
  | { readonly kind: 'heartbeat'; readonly thread: string; readonly task: number };
