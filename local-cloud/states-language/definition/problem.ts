/** One thing wrong with a definition, as `ValidateStateMachineDefinition` words it. */
export interface Problem {
  readonly code: 'SCHEMA_VALIDATION_FAILED' | 'INVALID_JSON_DESCRIPTION' | 'MISSING_TRANSITION_TARGET';
  readonly message: string;
  /** `/States/X/Field`. */
  readonly location: string;
}

/** A definition that cannot be run, with everything that is wrong with it. */
export class DefinitionError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(
      problems
        .map(({ code, message, location }) => `${code}: ${message}${location && ` at ${location}`}`)
        .join(', '),
    );
    this.name = 'DefinitionError';
  }
}
