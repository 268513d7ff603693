import * as z from 'zod';

/** RFC 9457, with the fields that are wrong. */
export const problemAnswer = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  errors: z
    .array(
      z.strictObject({
        field: z.string().describe('JSON Pointer of the field, or the name of the header'),
        message: z.string(),
      }),
    )
    .optional(),
});
