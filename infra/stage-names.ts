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

/** Of a log: `/small-grid/prod/receive-sms`. */
export const logName = ({ stage }: StageNames, name: string): string => `/small-grid/${stage}/${name}`;
