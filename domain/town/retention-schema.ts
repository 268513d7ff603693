import * as z from 'zod';
import { allowanceSchema } from './allowance.js';

/** A text is not sent twice for as long as it is remembered; nothing that waits is put off for longer. */
const LEAST_DAYS_OF_TEXTS = 30;

const YEAR = 365;

/** The days that hold for a town that says nothing, with the reason for each in docs/personal-data.md. */
export const RETENTION = {
  requests: { days: 3 * YEAR },
  texts: { days: 90 },
  visits: { days: YEAR },
  receptions: { days: YEAR },
  accessRecords: { days: 3 * YEAR },
  files: { requests: { days: 10 * YEAR }, petitions: { days: 30 * YEAR }, aid: { days: 30 * YEAR } },
};

/**
 * How long people's data stay, by kind, in days of 24 hours. What is over is erased by the sweep, or by the table where
 * it expires; what statistics count stays, and names nobody.
 */
export const retentionSchema = z
  .strictObject({
    /** A request with its words, form, photos, asks and timeline, from its closing. */
    requests: allowanceSchema,
    /** Texts in and out, from when they were sent. */
    texts: allowanceSchema,
    /** The words of a visit or a reception; that there was one is counted for ever. */
    visits: allowanceSchema,
    receptions: allowanceSchema,
    /** Who read personal data, or changed something in the console. */
    accessRecords: allowanceSchema,
    /** Sealed case files, from the closing of the request; which of the three is the longest that holds for it. */
    files: z.strictObject({ requests: allowanceSchema, petitions: allowanceSchema, aid: allowanceSchema }),
  })
  .superRefine(({ files, ...kinds }, context) => {
    for (const [name, allowance] of [
      ...Object.entries(kinds),
      ...Object.entries(files).map(([file, one]) => [`files.${file}`, one] as const),
    ]) {
      const path = name.split('.');
      if (!('days' in allowance))
        context.addIssue({ code: 'custom', path, message: 'is counted in days: { days: 90 }' });
      else if (name === 'texts' && allowance.days < LEAST_DAYS_OF_TEXTS)
        context.addIssue({ code: 'custom', path, message: `is at least ${LEAST_DAYS_OF_TEXTS} days` });
    }
  });
export type Retention = z.infer<typeof retentionSchema>;
