import { isJsonArray, isJsonObject, toJson, type Json } from '../states-language/json.js';
import { splitTestCase } from './mocks/mocks-of-start.js';
import { splitQualifier } from './names.js';

/** The right that a call on `arn` needs, in the terms of an access request. */
export interface StatesAccess {
  readonly resource: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/**
 * Of a version or an alias the machine is the resource, and the qualifier a condition key; the test case of a mocked
 * start is no part of either.
 * https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html
 */
export function qualifiedAccess(arn: unknown): StatesAccess {
  if (typeof arn !== 'string') return { resource: '*', context: {} };
  const { machineArn, qualifier } = splitQualifier(splitTestCase(arn).machineArn);
  return {
    resource: machineArn,
    context: qualifier === undefined ? {} : { 'states:statemachinequalifier': [qualifier] },
  };
}

/** A new alias is made of the machine whose versions it leads to. */
export function routedVersion(routing: unknown, member: string): Json | undefined {
  const routes = toJson(routing ?? []);
  const [first] = isJsonArray(routes) ? routes : [];
  return isJsonObject(first) ? first[member] : undefined;
}
