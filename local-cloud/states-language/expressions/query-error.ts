/**
 * A JSONata expression gave nothing, something of the wrong kind, or threw: `States.QueryEvaluationError`. It can be
 * retried and caught. `location` names the field within the state (`Output/result`, `Choices[0]/Condition`).
 */
export class QueryError extends Error {
  constructor(
    readonly location: string,
    message: string,
    /** Whether the expression gave what it was to give, and the state can do nothing with it: seen for a Wait's Timestamp. */
    readonly unusable = false,
  ) {
    super(message);
    this.name = 'QueryError';
  }
}
