import type * as z from 'zod';
import { isObject } from './json.js';

/**
 * Reads the known part of an answer. A page may be older than the service, or hold what an older page kept: unknown
 * parts are left out, with as little around them as can be. Undefined where nothing is left.
 */
export function readAnswer<Schema extends z.ZodType>(
  schema: Schema,
  answer: unknown,
): z.output<Schema> | undefined {
  let value = answer;
  while (value !== undefined) {
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    value = withoutFault(value, read.error.issues);
  }
  return undefined;
}

/** The last one is taken out first, so that the places of those before stay what they are. */
function withoutFault(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const [issue] = issues.slice(-1);
  if (issue?.code !== 'unrecognized_keys') return without(value, issue?.path ?? []);
  return issue.keys.reduce((left: unknown, key) => without(left, [...issue.path, key]), value);
}

/** The same without what lies at a place; where nothing lies there, without what should hold it. */
function without(value: unknown, [first, ...rest]: readonly PropertyKey[]): unknown {
  if (Array.isArray(value) && typeof first === 'number') {
    const left = rest.length === 0 ? undefined : without(value[first], rest);
    return [...value.slice(0, first), ...(left === undefined ? [] : [left]), ...value.slice(first + 1)];
  }
  if (!isObject(value) || typeof first !== 'string' || value[first] === undefined) return undefined;
  const { [first]: inner, ...others } = value;
  const left = rest.length === 0 ? undefined : without(inner, rest);
  return left === undefined ? others : { ...value, [first]: left };
}
