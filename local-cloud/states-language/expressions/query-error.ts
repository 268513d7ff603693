/**
 * A JSONata expression gave nothing, something of the wrong kind, or threw: `States.QueryEvaluationError`. It can be
 * retried and caught. `location` names the field within the state (`Output/result`, `Choices[0]/Condition`).
 */
export class QueryError extends Error {
  constructor(
    readonly location: string,
    message: string,
  ) {
    super(message);
    this.name = 'QueryError';
  }
}
