import * as z from 'zod';
import { CONDITION_KEYS, CONDITION_OPERATOR } from './conditions.js';

const many = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const values = z.union([scalar, z.array(scalar)]).transform((value) => [value].flat().map(String));

/** The services whose calls the host carries out, and whose permissions it therefore enforces. */
const ENFORCED = /^(?:dynamodb|lambda|sns|sqs|states|sts|\*)/i;

const statementSchema = z
  .object({
    Sid: z.string().optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Principal: z.union([z.string(), z.record(z.string(), many)]).optional(),
    Action: many.optional(),
    NotAction: many.optional(),
    Resource: many.optional(),
    NotResource: many.optional(),
    Condition: z.record(z.string(), z.record(z.string(), values)).default({}),
  })
  .superRefine(({ Action, Condition }, context) => {
    // A statement about a service that is not here is never asked for.
    if (Action?.every((action) => !ENFORCED.test(action)) === true) return;
    for (const [operator, keys] of Object.entries(Condition)) {
      const refuse = (what: string) =>
        context.addIssue({
          code: 'custom',
          path: ['Condition', operator],
          message: `the local cloud does not evaluate ${what}`,
        });
      if (!CONDITION_OPERATOR.test(operator)) refuse(`the condition operator ${operator}`);
      for (const key of Object.keys(keys))
        if (!CONDITION_KEYS.has(key.toLowerCase())) refuse(`the condition key ${key}`);
    }
  });

/** A policy document, of an identity or of a resource. */
export const policySchema = z.object({
  Version: z.string().optional(),
  Statement: z.preprocess((given) => [given].flat(), z.array(statementSchema)),
});

export type Policy = z.infer<typeof policySchema>;
export type Statement = z.infer<typeof statementSchema>;
