import type * as z from 'zod';
import { fitSent } from './clean-input.js';
import type { HttpCall } from './http-handler.js';

/** Reads the query by its schema, or a problem that says which parameter is wrong. */
export const readQuery = <Schema extends z.ZodType>(
  { event, language }: HttpCall,
  schema: Schema,
): z.output<Schema> =>
  fitSent(event.queryStringParameters ?? {}, schema, { language, problem: 'invalid-query' });
