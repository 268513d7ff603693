/** The package brings no types of its own. */
declare module 'asl-validator' {
  interface Report {
    readonly isValid: boolean;
    readonly errors: readonly unknown[];
    readonly errorsText: (separator?: string) => string;
  }
  function validate(definition: unknown): Report;
  export default validate;
}
