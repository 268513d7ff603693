/** The assembly cannot be hosted; the message names the file or the resource, and what is wrong with it. */
export class AssemblyError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AssemblyError';
  }
}
