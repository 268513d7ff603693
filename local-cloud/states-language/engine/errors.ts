/**
 * The execution ends at once: `States.Runtime`, which nothing catches, and a state's output beyond the payload limit.
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

/** AWS's words for a result or an output that is too large; `source` is the state's or the service's name. */
export function tooLarge(source: string): string {
  return `The state/task '${source}' returned a result with a size exceeding the maximum number of bytes service limit.`;
}
