import * as z from 'zod';
import { expressionIn } from '../expressions/evaluate-expression.js';
import { itemBatcher, itemReader, resultWriter } from './distributed-map.js';
import { isTimestamp } from './timestamp.js';
import {
  amount,
  amountOrExpression,
  expression,
  filledList,
  flag,
  json,
  list,
  LONGEST_TIMEOUT_SECONDS,
  object,
  oneOf,
  openObject,
  stateName,
  text,
} from './values.js';

const variables = z.record(z.string(), json, { error: 'Expected value of type [OBJECT]' });
const seconds = amountOrExpression({ least: 1, most: LONGEST_TIMEOUT_SECONDS });

const described = { Comment: text.optional(), QueryLanguage: json.optional() };
const leaving = { Output: json.optional(), Assign: variables.optional() };
const going = { Next: stateName.optional(), End: flag.optional() };

const retrierSchema = object({
  ErrorEquals: filledList(text),
  IntervalSeconds: amount({ least: 0, most: LONGEST_TIMEOUT_SECONDS }).default(1),
  MaxAttempts: amount({ least: 0, most: LONGEST_TIMEOUT_SECONDS }).default(3),
  BackoffRate: amount({ least: 1, whole: false }).default(2),
  MaxDelaySeconds: amount({ least: 1, most: 31_622_400 }).optional(),
  JitterStrategy: oneOf(['NONE', 'FULL']).default('NONE'),
  Comment: text.optional(),
});
export type Retrier = z.infer<typeof retrierSchema>;

const catcherSchema = object({
  ErrorEquals: filledList(text),
  Next: stateName,
  ...leaving,
  Comment: text.optional(),
});
export type Catcher = z.infer<typeof catcherSchema>;

interface Rule {
  readonly ErrorEquals: readonly string[];
}

/** `States.ALL` stands alone in its list, and in the last one. */
function allComesLast(rules: readonly Rule[], context: z.RefinementCtx): void {
  for (const [index, { ErrorEquals }] of rules.entries()) {
    if (!ErrorEquals.includes('States.ALL')) continue;
    if (ErrorEquals.length === 1 && index === rules.length - 1) continue;
    const message = 'States.ALL must appear alone and at end of list';
    context.addIssue({
      code: 'custom',
      message,
      path: [index, 'ErrorEquals', ErrorEquals.indexOf('States.ALL')],
    });
  }
}

const recovering = {
  Retry: list(retrierSchema).superRefine(allComesLast).optional(),
  Catch: list(catcherSchema).superRefine(allComesLast).optional(),
};
/** Parsed on its own, since it holds states again. */
const nested = openObject({});

export const passSchema = object({ Type: z.literal('Pass'), ...described, ...leaving, ...going });
export const succeedSchema = object({ Type: z.literal('Succeed'), ...described, Output: json.optional() });
export const failSchema = object({
  Type: z.literal('Fail'),
  ...described,
  Error: text.optional(),
  Cause: text.optional(),
});
export const waitSchema = object({
  Type: z.literal('Wait'),
  ...described,
  ...leaving,
  ...going,
  Seconds: amountOrExpression({ least: 0, most: LONGEST_TIMEOUT_SECONDS }).optional(),
  Timestamp: text
    .refine((value) => expressionIn(value) !== undefined || isTimestamp(value), {
      message: 'String does not match RFC3339 timestamp',
    })
    .optional(),
});
export const choiceSchema = object({
  Type: z.literal('Choice'),
  ...described,
  ...leaving,
  Choices: filledList(
    object({
      Condition: z.union([z.boolean(), expression], {
        error: 'JSONata string must start with {% and end with %}',
      }),
      Next: stateName,
      ...leaving,
      Comment: text.optional(),
    }),
  ),
  Default: stateName.optional(),
});
export const taskSchema = object({
  Type: z.literal('Task'),
  ...described,
  ...leaving,
  ...going,
  ...recovering,
  Resource: text,
  Arguments: json.optional(),
  Credentials: openObject({ RoleArn: text.optional() })
    .refine(({ RoleArn }) => RoleArn !== undefined, "The field 'RoleArn' is required but was missing")
    .optional(),
  TimeoutSeconds: seconds.optional(),
  HeartbeatSeconds: seconds.optional(),
}).refine((state) => !(Number(state.HeartbeatSeconds) >= Number(state.TimeoutSeconds)), {
  message: "'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'",
  path: ['HeartbeatSeconds'],
});
export const parallelSchema = object({
  Type: z.literal('Parallel'),
  ...described,
  ...leaving,
  ...going,
  ...recovering,
  Arguments: json.optional(),
  Branches: filledList(nested),
});

export const mapSchema = object({
  Type: z.literal('Map'),
  ...described,
  ...leaving,
  ...going,
  ...recovering,
  Items: z
    .union([z.array(json), z.record(z.string(), json), expression], {
      error: 'Expected value of type [ARRAY]',
    })
    .optional(),
  ItemSelector: json.optional(),
  ItemProcessor: nested.optional(),
  /** The old name of ItemProcessor. */
  Iterator: nested.optional(),
  ItemReader: itemReader.optional(),
  ItemBatcher: itemBatcher.optional(),
  ResultWriter: resultWriter.optional(),
  Label: text.min(1, 'Value cannot be empty').optional(),
  MaxConcurrency: amountOrExpression({ least: 0 }).optional(),
  ToleratedFailurePercentage: amountOrExpression({ least: 0, most: 100, whole: false }).optional(),
  ToleratedFailureCount: amountOrExpression({ least: 0 }).optional(),
});
