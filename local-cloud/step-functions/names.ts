import { AwsError } from '../errors/aws-error.js';

/** Whitespace, brackets, wildcards, special characters and control characters are refused (API reference). */
// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const ALLOWED = /^[^\s<>{}[\]?*"#%\\^|~$&,;:/\u0000-\u001f\u007f-\u009f\ufffe\uffff]{1,80}$/;

/** Names of machines and executions; throws InvalidName. */
export function checkName(name: string): string {
  if (!ALLOWED.test(name)) throw new AwsError('InvalidName', `Invalid Name: '${name}'`);
  return name;
}

/** `arn:aws:states:<region>:<account>:execution:<machine>:<name>`. */
export function executionArn(machineArn: string, name: string): string {
  return `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
}

/** The ARN of a state machine; the ARNs of the China regions begin with `arn:aws-cn`. */
export function stateMachineArn(region: string, accountId: string, name: string): string {
  const partition = region.startsWith('cn-') ? 'aws-cn' : 'aws';
  return `arn:${partition}:states:${region}:${accountId}:stateMachine:${name}`;
}
