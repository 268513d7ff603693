/** AWS's codes for what can be wrong with a definition. */
export type ProblemCode =
  | 'SCHEMA_VALIDATION_FAILED'
  | 'INVALID_JSON_DESCRIPTION'
  | 'INVALID_JSONATA_EXPRESSION'
  | 'UNSUPPORTED_JSONATA_EXPRESSION'
  | 'MISSING_TRANSITION_TARGET'
  | 'MISSING_END_STATE'
  | 'DUPLICATE_STATE_NAME'
  | 'INVALID_STATE_NAME'
  | 'DUPLICATE_LABEL_NAME'
  | 'INVALID_LABEL_NAME'
  | 'DUPLICATE_VARIABLE_NAME'
  | 'INVALID_VARIABLE_NAME'
  | 'RESERVED_VARIABLE_NAME';

/** One thing wrong with a definition, as `ValidateStateMachineDefinition` words it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  /** `/States/X/Field`; absent for what is wrong with the text, or with the machine, as a whole. */
  readonly location?: string;
}

/** A definition that cannot be run, with everything that is wrong with it. */
export class DefinitionError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(sentence).join(', '));
    this.name = 'DefinitionError';
  }
}

/** CreateStateMachine's form. Where there is no place AWS writes `at null`, which was seen for MISSING_END_STATE. */
function sentence({ code, message, location }: Problem): string {
  if (location !== undefined) return `${code}: ${message} at ${location}`;
  return code === 'MISSING_END_STATE' ? `${code}: ${message} at null` : `${code}: ${message}`;
}
