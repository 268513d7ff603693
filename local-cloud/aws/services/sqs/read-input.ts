import * as z from 'zod';
import { AwsError } from '../../../errors/aws-error.js';

/** A whole number between two bounds; what is said of another one is SQS's own sentence. */
export const whole = (least: number, most: number) =>
  z
    .number()
    .int()
    .refine((value) => value >= least && value <= most, {
      error: `Must be between ${least} and ${most}, if provided.`,
    });

function at(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    input,
  );
}

/** The input of an SQS call. Throws MissingParameter or InvalidParameterValue, naming the parameter. */
export function readSqsInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const { path = [], message = '' } = parsed.error.issues[0] ?? {};
  const name = path.join('.');
  const value = at(input, path);
  if (value === undefined || value === '')
    throw new AwsError('MissingParameter', `The request must contain the parameter ${name}.`);
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  throw new AwsError(
    'InvalidParameterValue',
    `Value ${shown} for parameter ${name} is invalid. Reason: ${message}`,
  );
}
