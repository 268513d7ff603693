import type { PlannedAsk } from '../asks/planned-ask.js';
import type { Answer } from '../request/decision.js';
import type { RequestRecord } from '../request/record.js';

/** An ask as it was put, and what came of it. */
export interface RecordedAsk extends Pick<PlannedAsk, 'n' | 'kind' | 'askedAt' | 'until' | 'stage' | 'step'> {
  /** A staff id, or `resident`. */
  readonly to: string;
  /** Absent: nobody answered, or nobody has yet. */
  readonly answer?: Answer | undefined;
}

/** One request as it went, with every ask that was put for it, in their order. */
export interface RecordedCase {
  readonly record: RequestRecord;
  readonly asks: readonly RecordedAsk[];
}
