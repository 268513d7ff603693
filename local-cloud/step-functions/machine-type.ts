import { AwsError } from '../errors/aws-error.js';

export const MACHINE_TYPES = ['STANDARD', 'EXPRESS'] as const;
export type MachineType = (typeof MACHINE_TYPES)[number];

/** The answer to what is asked of a machine of the other type. */
export function notOfThisType(): AwsError {
  return new AwsError(
    'StateMachineTypeNotSupported',
    'This operation is not supported by this type of state machine',
  );
}
