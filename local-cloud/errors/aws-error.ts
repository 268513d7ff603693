/** An error as AWS would answer it: `code` is the exact wire name (for example `ExecutionDoesNotExist`). */
export class AwsError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number = 400,
  ) {
    super(message);
    this.name = code;
  }
}
