import * as z from 'zod';
import type { JsonObject } from '../assembly/json.js';
import type { Charge } from './charges.js';
import type { DatabaseAnswer } from './database.js';
import type { Item } from './dynalite-parts.js';

const refusalSchema = z.object({
  statusCode: z.number(),
  body: z.record(z.string(), z.json()),
  charges: z.custom<readonly Charge[]>(Array.isArray).default([]),
});

/** An error as dynalite throws them: what DynamoDB answers. */
export function refusal(
  type: string,
  message: string,
  more: JsonObject = {},
  charges: readonly Charge[] = [],
): Error {
  const space =
    type === 'ValidationException' ? 'com.amazon.coral.validate' : 'com.amazonaws.dynamodb.v20120810';
  return Object.assign(new Error(message), {
    statusCode: 400,
    charges,
    body: { __type: `${space}#${type}`, ...('Message' in more ? more : { message, ...more }) },
  });
}

/** DynamoDB's answer to a call that it refuses; undefined for an error that is none of its. */
export function refusedBy(error: unknown): DatabaseAnswer | undefined {
  const { data } = refusalSchema.safeParse(error);
  return data && { status: data.statusCode, output: data.body, charges: data.charges };
}

export const isRefusedCondition = ({ output: { __type: type } }: DatabaseAnswer): boolean =>
  typeof type === 'string' && type.endsWith('#ConditionalCheckFailedException');

/** Whether a refused condition is to answer the item that it was put to. Throws a refusal. */
export function wantsOldItem({ ReturnValuesOnConditionCheckFailure: asked }: JsonObject): boolean {
  if (asked === undefined || asked === null || asked === 'NONE') return false;
  if (asked === 'ALL_OLD') return true;
  const member = `at 'returnValuesOnConditionCheckFailure' failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, NONE]`;
  throw refusal(
    'ValidationException',
    `1 validation error detected: Value '${JSON.stringify(asked).replace(/^"|"$/g, '')}' ${member}`,
  );
}

/** The item beside the reason, where there was one. */
export const oldItem = (item: Item | undefined): JsonObject =>
  item === undefined ? {} : { Item: item as unknown as JsonObject };
