import { AwsError } from '../errors/aws-error.js';

/** Whitespace, brackets, wildcards, special characters and control characters are refused (API reference). */
// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const ALLOWED = /^[^\s<>{}[\]?*"#%\\^|~$&,;:/\u0000-\u001f\u007f-\u009f\ufffe\uffff]{1,80}$/;

/** Names of machines and executions; throws InvalidName. */
export function checkName(name: string): string {
  if (!ALLOWED.test(name)) throw new AwsError('InvalidName', `Invalid Name: '${name}'`);
  return name;
}

/**
 * The machine of a qualified ARN (`...:stateMachine:NAME:QUALIFIER`) and its qualifier, the number of a version or the
 * name of an alias; without one the ARN is the machine's own.
 */
export function splitQualifier(arn: string): { readonly machineArn: string; readonly qualifier?: string } {
  const parts = arn.split(':');
  const qualifier = parts[5] === 'stateMachine' ? parts.slice(7).join(':') : '';
  return qualifier === '' ? { machineArn: arn } : { machineArn: parts.slice(0, 7).join(':'), qualifier };
}

/** Aliases have a letter, `_`, `-` or `.` in their names: what is a number names a version. */
export const isVersionNumber = (qualifier: string): boolean => /^[1-9]\d{0,7}$/.test(qualifier);

/** The machine that a Distributed Map's `<machine arn>/<label>` is of; any other ARN as it is. */
export const unlabelled = (machineArn: string): string => machineArn.split('/')[0] ?? machineArn;

/** How the APIs write an action or a member that a resource or the API of Step Functions begins in lower case. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How a caller names the revision that a machine was created with. */
export const INITIAL_REVISION = 'INITIAL';

/** `arn:aws:states:<region>:<account>:execution:<machine>:<name>`. */
export function executionArn(machineArn: string, name: string): string {
  return `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
}

/** The ARN of a state machine; the ARNs of the China regions begin with `arn:aws-cn`. */
export function stateMachineArn(region: string, accountId: string, name: string): string {
  const partition = region.startsWith('cn-') ? 'aws-cn' : 'aws';
  return `arn:${partition}:states:${region}:${accountId}:stateMachine:${name}`;
}
