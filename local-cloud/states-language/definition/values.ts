import * as z from 'zod';
import { expressionIn } from '../expressions/evaluate-expression.js';
import { plainNumber, type Json } from '../json.js';

/** The values that a field takes, with AWS's words for others. */

/** 99,999,999 seconds is the longest timeout and the longest literal wait Step Functions takes. */
export const LONGEST_TIMEOUT_SECONDS = 99_999_999;

const expected = (type: string) => ({ error: `Expected value of type ${type}` });

/** A definition is read from JSON text: whatever stands in it is JSON. */
export const json: z.ZodType<Json> = z.custom<Json>((value) => value !== undefined);
export const text = z.string(expected('[STRING]'));
export const flag = z.boolean(expected('[BOOLEAN]'));
export const stateName = text.min(1, 'Value cannot be empty');

export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item, expected('[ARRAY]'));
}

export function filledList<Item extends z.ZodType>(item: Item) {
  return list(item).min(1, 'Value cannot be empty');
}

/** A number that keeps its digits is an object to the library alone. */
export function object<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(plainNumber, z.strictObject(shape, expected('[OBJECT]')));
}

/** An object that may have other fields too. */
export function openObject<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(plainNumber, z.looseObject(shape, expected('[OBJECT]')));
}

export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: `Value should be one of the following: [${values.join(', ')}]` });
}

/** A text that opens `{%` and is no expression is refused wherever it stands. */
export const UNCLOSED = 'JSONata string must start with {% and end with %}';

export const expression = text.refine((value) => expressionIn(value) !== undefined, UNCLOSED);

interface Range {
  readonly least: number;
  readonly most?: number;
  /** Whole numbers only (yes unless told), and written as such. */
  readonly whole?: false;
}

function numberProblem(value: unknown, { least, most, whole }: Range): string | undefined {
  const isNumber =
    typeof value === 'number' && (whole === false ? Number.isFinite(value) : Number.isInteger(value));
  if (!isNumber) return `Expected value of type ${whole === false ? 'Number' : 'Integer'}`;
  const written = (bound: number) => (whole === false ? bound.toFixed(1) : String(bound));
  if (value < least) return `Minimum value is ${written(least)}`;
  return most !== undefined && value > most ? `Maximum value is ${written(most)}` : undefined;
}

/** A number within bounds; `1.0` and `1E2` are numbers like any other. */
export function amount(range: Range): z.ZodType<number> {
  const inRange = z.custom<number>().superRefine((value, context) => {
    const message = numberProblem(value, range);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });
  return z.preprocess(plainNumber, inRange);
}

/** A number within bounds, or an expression that gives one. */
export function amountOrExpression(range: Range): z.ZodType<number | string> {
  const inRange = z.custom<number | string>().superRefine((value, context) => {
    const opened = typeof value === 'string' && value.startsWith('{%');
    const message = opened ? unclosed(value) : numberProblem(value, range);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });
  return z.preprocess(plainNumber, inRange);
}

function unclosed(value: string): string | undefined {
  return expressionIn(value) === undefined ? UNCLOSED : undefined;
}
