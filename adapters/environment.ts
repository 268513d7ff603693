/**
 * The one module that reads the environment. The stack sets these names and the functions read them from here, so a
 * rename fails at compile time.
 */
export const ENVIRONMENT = {
  table: 'TABLE_NAME',
  requestMachine: 'REQUEST_STATE_MACHINE_ARN',
  /** Where pages and API are reached, without a slash at the end. */
  pages: 'PAGES_URL',
} as const;

export type EnvironmentName = keyof typeof ENVIRONMENT;

/** The value of a variable the stack sets; a function deployed without it fails at once and says which. */
export function environment(name: EnvironmentName): string {
  const value = process.env[ENVIRONMENT[name]];
  if (value === undefined || value === '') throw new Error(`the environment lacks ${ENVIRONMENT[name]}`);
  return value;
}
