import * as z from 'zod';

/** The answer that ended a question. */
export const answeredBefore = z.strictObject({
  option: z
    .string()
    .describe('As in the ask; `withdrawn`, `superseded` and `closed` are given by the system'),
  label: z.string().optional().describe('The option in words, where a person chose it'),
  at: z.iso.datetime(),
  mostPhotos: z
    .number()
    .int()
    .optional()
    .describe('How many photos may still follow it, for whoever gave it, by `POST /asks/{id}/photos`'),
});

/** RFC 9457, with the fields that are wrong. */
export const problemAnswer = z
  .strictObject({
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
    answered: answeredBefore.optional(),
    problems: z
      .array(
        z.strictObject({
          file: z.string(),
          row: z.number().int().optional().describe('The line, counted from 1'),
          field: z.string().optional().describe('The column, or the path of keys'),
          message: z.string(),
        }),
      )
      .optional()
      .describe("What is wrong with a town's data, by file, row and field"),
    found: z
      .array(z.looseObject({ message: z.string() }))
      .optional()
      .describe('What is wrong with an edited entry: `section`, `key`, `field`, `message`'),
    version: z.number().int().optional().describe('The version of the data that stands now'),
    since: z
      .array(z.looseObject({ version: z.number() }))
      .optional()
      .describe('The versions made meanwhile'),
    changed: z
      .array(z.looseObject({ title: z.string() }))
      .optional()
      .describe('What these changed, in words'),
  })
  .meta({ id: 'Problem' });
