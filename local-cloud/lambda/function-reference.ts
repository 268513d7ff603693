import { AwsError } from '../errors/aws-error.js';

/** A function as callers name it, and the version or alias of it that they mean. */
export interface FunctionReference {
  /** Its name, its ARN or its logical id. */
  readonly base: string;
  /** `$LATEST` where none was given. */
  readonly qualifier: string;
}

export const LATEST = '$LATEST';

/** The parts of an ARN before the qualifier: `arn:aws:lambda:REGION:ACCOUNT:function:NAME`. */
const ARN_PARTS = 7;

/** Reads `NAME`, `NAME:QUALIFIER`, `ARN`, `ARN:QUALIFIER` and `ACCOUNT:function:NAME`. */
export function splitReference(reference: string): FunctionReference {
  const parts = reference.split(':');
  const named = parts[1] === 'function' ? 3 : 1;
  const length = parts[0] === 'arn' ? ARN_PARTS : named;
  const base = parts.slice(named === 3 ? 2 : 0, length).join(':');
  return { base, qualifier: parts.slice(length).join(':') || LATEST };
}

/** An alias has a name that is no number; a version is one. */
export const isFunctionVersion = (qualifier: string): boolean =>
  qualifier === LATEST || /^[1-9]\d*$/.test(qualifier);

/** The function's own ARN. */
export const unqualified = (arn: string): string => arn.split(':').slice(0, ARN_PARTS).join(':');

/** A reference with the qualifier given beside it. Throws InvalidParameterValueException where it has another. */
export function qualified(reference: string, qualifier: string | undefined): string {
  if (qualifier === undefined) return reference;
  const own = splitReference(reference).qualifier;
  if (own === LATEST && !reference.endsWith(`:${LATEST}`)) return `${reference}:${qualifier}`;
  if (own === qualifier) return reference;
  throw new AwsError(
    'InvalidParameterValueException',
    'The derived qualifier from the function name does not match the specified qualifier.',
  );
}
