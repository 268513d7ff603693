/**
 * The family of errors the rules raise. `code` is stable and is what callers branch on;
 * `context` holds ids and numbers only, never a name, a phone or a person's words.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly context: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
    this.name = code;
  }
}
