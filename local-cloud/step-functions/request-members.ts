import { AwsError } from '../errors/aws-error.js';

type Input = Readonly<Record<string, unknown>>;

/** `value` as AWS shows it: `null`, in quotation marks, or not at all when the API marks the member as sensitive. */
function violation(value: 'null' | `'${string}'` | '', member: string, constraint: string): AwsError {
  return new AwsError(
    'ValidationException',
    `1 validation error detected: Value ${value}${value && ' '}at '${member}' failed to satisfy constraint: ${constraint}`,
  );
}

function wrongType(member: string): AwsError {
  return new AwsError('SerializationException', `The member '${member}' has the wrong type`);
}

/** How a text member is told apart from any other. */
export interface TextKind {
  /** Its value appears in no message, as the API's model says of it. */
  readonly sensitive?: true;
  /** Its length is that of its UTF-8 bytes, as the API reference says of inputs and outputs. */
  readonly bytes?: true;
  /** Where the member stands within another: `routingConfiguration.1.member.`. */
  readonly at?: string;
}

/** Inputs and outputs of executions and tasks. */
export const PAYLOAD: TextKind = { sensitive: true, bytes: true };

/** Reads an optional text member of an API call; AWS's ValidationException for one out of bounds. */
export function optionalText(
  input: Input,
  member: string,
  least: number,
  most: number,
  { sensitive, bytes, at = '' }: TextKind = {},
): string | undefined {
  const value = input[member];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw wrongType(member);
  const shown = sensitive === true ? '' : (`'${value}'` as const);
  const length = bytes === true ? Buffer.byteLength(value) : value.length;
  if (length < least)
    throw violation(shown, at + member, `Member must have length greater than or equal to ${least}`);
  if (length > most)
    throw violation(shown, at + member, `Member must have length less than or equal to ${most}`);
  return value;
}

export function requiredText(
  input: Input,
  member: string,
  least: number,
  most: number,
  kind: TextKind = {},
): string {
  const value = optionalText(input, member, least, most, kind);
  if (value === undefined) throw violation('null', `${kind.at ?? ''}${member}`, 'Member must not be null');
  return value;
}

/** `at` is where the member stands within another. */
export function optionalWhole(
  input: Input,
  member: string,
  least: number,
  most: number,
  at = '',
): number | undefined {
  const value = input[member];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongType(member);
  if (value < least)
    throw violation(`'${value}'`, at + member, `Member must have value greater than or equal to ${least}`);
  if (value > most)
    throw violation(`'${value}'`, at + member, `Member must have value less than or equal to ${most}`);
  return value;
}

/** A number that may have a fraction. */
export function optionalNumber(
  input: Input,
  member: string,
  least: number,
  most: number,
): number | undefined {
  const value = input[member];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number') throw wrongType(member);
  if (value < least)
    throw violation(`'${value}'`, member, `Member must have value greater than or equal to ${least}`);
  if (value > most)
    throw violation(`'${value}'`, member, `Member must have value less than or equal to ${most}`);
  return value;
}

export function requiredWhole(input: Input, member: string, least: number, most: number, at = ''): number {
  const value = optionalWhole(input, member, least, most, at);
  if (value === undefined) throw violation('null', at + member, 'Member must not be null');
  return value;
}

export function optionalFlag(input: Input, member: string): boolean | undefined {
  const value = input[member];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'boolean') throw wrongType(member);
  return value;
}

export function optionalOneOf<Value extends string>(
  input: Input,
  member: string,
  values: readonly Value[],
): Value | undefined {
  const text = optionalText(input, member, 0, 1_000);
  if (text === undefined) return undefined;
  const value = values.find((known) => known === text);
  if (value === undefined)
    throw violation(`'${text}'`, member, `Member must satisfy enum value set: [${values.join(', ')}]`);
  return value;
}

/** `maxResults` of the list operations: 0 and absent are 100. */
export function pageSize(input: Input): number {
  return optionalWhole(input, 'maxResults', 0, 1_000) || 100;
}

/** Any ARN member; `InvalidArn` for what is none. */
export function requiredArn(input: Input, member: string): string {
  const arn = requiredText(input, member, 1, 256);
  if (!arn.startsWith('arn:')) throw new AwsError('InvalidArn', `Invalid Arn: 'Invalid ARN prefix: ${arn}'`);
  return arn;
}

/** `includedData` of the describing operations. */
export function includesData(input: Input): boolean {
  return optionalOneOf(input, 'includedData', ['ALL_DATA', 'METADATA_ONLY']) !== 'METADATA_ONLY';
}

/** An optional structure of an API call. */
export function optionalObject(input: Input, member: string): Input | undefined {
  const value = input[member];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) throw wrongType(member);
  return { ...value };
}
