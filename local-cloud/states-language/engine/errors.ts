import type { Failure } from '../execution/execution-state.js';
import { exceedsPayloadLimit, writeJson, type Json } from '../json.js';

/**
 * The execution ends at once: `States.Runtime`, which nothing catches, and what a state gives or hands to those within
 * it beyond the payload limit.
 */
export class FatalError extends Error {
  constructor(
    readonly error: 'States.Runtime' | 'States.DataLimitExceeded',
    message: string,
  ) {
    super(message);
    this.name = 'FatalError';
  }
}

/**
 * The input of a branch or an iteration of state `name` is as limited as an output (error names, developer guide:
 * "after Parameters processing, the input of a state").
 */
export function checkInput(name: string, input: Json): void {
  if (exceedsPayloadLimit(writeJson(input))) throw new FatalError('States.DataLimitExceeded', tooLarge(name));
}

/** AWS's words for a result or an output that is too large; `source` is the state's or the service's name. */
export function tooLarge(source: string): string {
  return `The state/task '${source}' returned a result with a size exceeding the maximum number of bytes service limit.`;
}

/** The lengths that the API gives an error and its cause (botocore's model: SensitiveError, SensitiveCause). */
const LONGEST_ERROR = 256;
const LONGEST_CAUSE = 32_768;

/** A failure as it is recorded and passed on: what is longer than the API can tell is cut. */
export function recordable(failure: Failure): Failure {
  const { error, cause } = failure;
  return {
    ...failure,
    ...(error === undefined ? {} : { error: error.slice(0, LONGEST_ERROR) }),
    ...(cause === undefined ? {} : { cause: cause.slice(0, LONGEST_CAUSE) }),
  };
}
