/**
 * What things are called in an account that several stages share. Everything that people look for, or that must be unique, has such a name;
 * the rest is named by CloudFormation, after the stack, which bears the stage too.
 */
export interface StageNames {
  readonly stage: string;
  /** `receive-sms` is `small-grid-prod-receive-sms`. */
  (name: string): string;
}

export const stageNames = (stage: string): StageNames =>
  Object.assign((name: string) => `small-grid-${stage}-${name}`, { stage });

/**
 * Whether a table bears the name by which `npm run restore` makes one (`small-grid-prod-records-2`). The data stack takes such a one in; another, as of an
 * earlier deployment, it leaves to whoever has it.
 */
export const isRestored = (names: StageNames, table: string): boolean =>
  table.startsWith(names('records-')) && /^\d+$/.test(table.slice(names('records-').length));

/** Of a log: `/small-grid/prod/receive-sms`. */
export const logName = ({ stage }: StageNames, name: string): string => `/small-grid/${stage}/${name}`;
