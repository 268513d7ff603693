import * as z from 'zod';
import { expressionIn } from '../expressions/evaluate-expression.js';
import type { Json } from '../json.js';
import { isTimestamp } from './timestamp.js';

/** 99,999,999 seconds is the longest timeout Step Functions takes, and what a task without one gets. */
export const LONGEST_TIMEOUT_SECONDS = 99_999_999;
/** 24,855 days, the longest wait. */
export const LONGEST_WAIT_SECONDS = 24_855 * 86_400;

const json: z.ZodType<Json> = z.json();
const expression = z.string().refine((text) => expressionIn(text) !== undefined, {
  message: "Value must be a JSONata expression between '{%' and '%}'",
});
const variables = z.record(
  z
    .string()
    .regex(/^\p{ID_Start}[\p{ID_Continue}]{0,79}$/u, 'Not a variable name')
    .refine((name) => name !== 'states', {
      message: "The variable name 'states' is reserved",
    }),
  json,
);
const stateName = z.string().min(1).max(80);
const wholeNumber = (least: number, most: number) => z.number().int().min(least).max(most);
const seconds = z.union([wholeNumber(1, LONGEST_TIMEOUT_SECONDS), expression]);

const described = { Comment: z.string().optional(), QueryLanguage: z.literal('JSONata').optional() };
const leaving = { Output: json.optional(), Assign: variables.optional() };
const going = { Next: stateName.optional(), End: z.literal(true).optional() };

export const retrierSchema = z.strictObject({
  ErrorEquals: z.array(z.string()).min(1),
  IntervalSeconds: wholeNumber(0, LONGEST_TIMEOUT_SECONDS).default(1),
  MaxAttempts: wholeNumber(0, LONGEST_TIMEOUT_SECONDS).default(3),
  BackoffRate: z.number().min(1).default(2),
  MaxDelaySeconds: wholeNumber(1, 31_622_400).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).default('NONE'),
  Comment: z.string().optional(),
});
export type Retrier = z.infer<typeof retrierSchema>;

export const catcherSchema = z.strictObject({
  ErrorEquals: z.array(z.string()).min(1),
  Next: stateName,
  ...leaving,
  Comment: z.string().optional(),
});
export type Catcher = z.infer<typeof catcherSchema>;

/** `States.ALL` stands alone in its list, and in the last one. */
function allComesLast(rules: readonly { readonly ErrorEquals: readonly string[] }[]): boolean {
  return rules.every(
    ({ ErrorEquals }, index) =>
      !ErrorEquals.includes('States.ALL') || (ErrorEquals.length === 1 && index === rules.length - 1),
  );
}
const lastMessage = { message: "'States.ALL' must appear alone in ErrorEquals, and in the last rule only" };

const recovering = {
  Retry: z.array(retrierSchema).refine(allComesLast, lastMessage).optional(),
  Catch: z.array(catcherSchema).refine(allComesLast, lastMessage).optional(),
};
/** Parsed on its own, since it holds states again. */
const nested = z.looseObject({});

export const passSchema = z.strictObject({ Type: z.literal('Pass'), ...described, ...leaving, ...going });
export const succeedSchema = z.strictObject({
  Type: z.literal('Succeed'),
  ...described,
  Output: json.optional(),
});
export const failSchema = z.strictObject({
  Type: z.literal('Fail'),
  ...described,
  Error: z.string().optional(),
  Cause: z.string().optional(),
});
export const waitSchema = z
  .strictObject({
    Type: z.literal('Wait'),
    ...described,
    ...leaving,
    ...going,
    Seconds: z.union([wholeNumber(0, LONGEST_WAIT_SECONDS), expression]).optional(),
    Timestamp: z
      .string()
      .refine((text) => expressionIn(text) !== undefined || isTimestamp(text), {
        message: 'Value is not a valid timestamp: an ISO 8601 time with T and a zone is needed',
      })
      .optional(),
  })
  .refine((state) => (state.Seconds === undefined) !== (state.Timestamp === undefined), {
    message: 'Exactly one of these fields is required: [Seconds, Timestamp]',
  });
export const choiceSchema = z.strictObject({
  Type: z.literal('Choice'),
  ...described,
  ...leaving,
  Choices: z
    .array(
      z.strictObject({
        Condition: z.union([z.boolean(), expression]),
        Next: stateName,
        ...leaving,
        Comment: z.string().optional(),
      }),
    )
    .min(1),
  Default: stateName.optional(),
});
export const taskSchema = z
  .strictObject({
    Type: z.literal('Task'),
    ...described,
    ...leaving,
    ...going,
    ...recovering,
    Resource: z.string(),
    Arguments: json.optional(),
    TimeoutSeconds: seconds.optional(),
    HeartbeatSeconds: seconds.optional(),
  })
  .refine((state) => !(Number(state.HeartbeatSeconds) >= Number(state.TimeoutSeconds)), {
    message: "'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'",
    path: ['HeartbeatSeconds'],
  });
export const parallelSchema = z.strictObject({
  Type: z.literal('Parallel'),
  ...described,
  ...leaving,
  ...going,
  ...recovering,
  Arguments: json.optional(),
  Branches: z.array(nested).min(1),
});
/** How a Distributed Map puts items together, at least by one of the two limits. */
export const batcherSchema = z
  .strictObject({
    MaxItemsPerBatch: z.union([wholeNumber(1, 100_000_000), expression]).optional(),
    MaxInputBytesPerBatch: z.union([wholeNumber(1, 262_144), expression]).optional(),
    BatchInput: z.union([z.record(z.string(), json), expression]).optional(),
  })
  .refine(
    (batcher) => batcher.MaxItemsPerBatch !== undefined || batcher.MaxInputBytesPerBatch !== undefined,
    {
      message: 'At least one of these fields is required: [MaxItemsPerBatch, MaxInputBytesPerBatch]',
    },
  );
export const mapSchema = z.strictObject({
  Type: z.literal('Map'),
  ...described,
  ...leaving,
  ...going,
  ...recovering,
  Items: z.union([z.array(json), z.record(z.string(), json), expression]).optional(),
  ItemSelector: json.optional(),
  ItemProcessor: nested,
  MaxConcurrency: z.union([wholeNumber(0, 1_000_000), expression]).optional(),
  ToleratedFailurePercentage: z.union([z.number().min(0).max(100), expression]).optional(),
  ToleratedFailureCount: z.union([wholeNumber(0, 1_000_000_000), expression]).optional(),
  ItemReader: json.optional(),
  ItemBatcher: batcherSchema.optional(),
  ResultWriter: json.optional(),
  Label: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[^\s<>{}[\]?*"#%\\^|~`$&,;:/]+$/, 'Value is not a valid label')
    .optional(),
});
