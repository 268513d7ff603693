import * as z from 'zod';
import { fieldErrors } from './field-errors.js';
import type { HttpCall } from './http-handler.js';
import { Problem } from './problem.js';

/** What every query may name besides its own: the town and the language. */
export const COMMON_QUERY = { town: z.string().optional(), lang: z.string().optional() };

/** Reads the query by its schema, or a problem that says which parameter is wrong. */
export function readQuery<Schema extends z.ZodType>(
  { event, language }: HttpCall,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(event.queryStringParameters ?? {}, { reportInput: true });
  if (!parsed.success) throw new Problem('invalid-query', fieldErrors(parsed.error.issues, language));
  return parsed.data;
}
