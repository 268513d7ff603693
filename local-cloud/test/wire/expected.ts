import { isJsonObject, type Json } from '../../assembly/json.js';

/**
 * What an answer must look like. Objects may have more members than are named, lists may not; a function names what
 * is wrong, or nothing.
 */
export type Expected =
  | null
  | boolean
  | number
  | string
  | RegExp
  | ((actual: Json | undefined) => string | undefined)
  | readonly Expected[]
  | { readonly [member: string]: Expected };

const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** Everything in which `actual` differs, each with its place. */
export function differences(expected: Expected, actual: Json | undefined, place = 'answer'): string[] {
  if (typeof expected === 'function') {
    const wrong = expected(actual);
    return wrong === undefined ? [] : [`${place} is ${show(actual)}: ${wrong}`];
  }
  if (expected instanceof RegExp)
    return typeof actual === 'string' && expected.test(actual)
      ? []
      : [`${place} is ${show(actual)}, not ${String(expected)}`];
  if (typeof expected !== 'object' || expected === null)
    return expected === actual ? [] : [`${place} is ${show(actual)}, not ${show(expected)}`];
  return isList(expected) ? inList(expected, actual, place) : inObject(expected, actual, place);
}

const isList = (value: object): value is readonly Expected[] => Array.isArray(value);

function inList(expected: readonly Expected[], actual: Json | undefined, place: string): string[] {
  if (!Array.isArray(actual)) return [`${place} is ${show(actual)}, not a list`];
  const items = actual as readonly Json[];
  if (items.length !== expected.length)
    return [`${place} has ${items.length} items, not ${expected.length}: ${show(items)}`];
  return expected.flatMap((item, index) => differences(item, items[index], `${place}[${index}]`));
}

function inObject(
  expected: { readonly [member: string]: Expected },
  actual: Json | undefined,
  place: string,
): string[] {
  if (!isJsonObject(actual)) return [`${place} is ${show(actual)}, not an object`];
  return Object.entries(expected).flatMap(([name, member]) =>
    differences(member, actual[name], `${place}.${name}`),
  );
}

/** A member that must not be there. */
export const absent: Expected = (actual) => (actual === undefined ? undefined : 'it should not be there');

/** A text that is there, whatever it says. */
export const someText: Expected = (actual) =>
  typeof actual === 'string' && actual !== '' ? undefined : 'it should be a text';

/** A moment of the last or next day: version 1 of the CLI shows seconds, version 2 ISO 8601. */
export const moment: Expected = (actual) => {
  const at =
    typeof actual === 'number' ? actual * 1000 : Date.parse(typeof actual === 'string' ? actual : '');
  return Math.abs(at - Date.now()) < 86_400_000 ? undefined : 'it should be a moment of today';
};

/** A list with at least these items, in any order. */
export const holding =
  (...items: readonly Expected[]): Expected =>
  (actual) => {
    if (!Array.isArray(actual)) return 'it should be a list';
    const list = actual as readonly Json[];
    const missing = items.findIndex((item) => list.every((one) => differences(item, one).length > 0));
    return missing === -1 ? undefined : `item ${missing} of those expected is not in it`;
  };
