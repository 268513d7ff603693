/** The fields of a log line: ids, counts and names of things, never a person's words, name or phone. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>> & {
  readonly level?: never;
  readonly message?: never;
};

let ids: LogFields = {};

/** Adds fields to every line from now on. Lambda gives an environment one call at a time. */
export const logWith = (fields: LogFields): void => {
  ids = fields;
};

/** One line of JSON; what it says of itself goes before what all lines of its call say. */
export function log(level: 'info' | 'warn' | 'error', message: string, fields: LogFields = {}): void {
  console.log(JSON.stringify({ level, message, ...ids, ...fields }));
}

/** The name of an error only: messages may quote what a person typed. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : 'UnknownError');
