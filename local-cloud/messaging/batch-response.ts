import * as z from 'zod';

const responseSchema = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullable();

/**
 * The ids that a function reports as failed (`ReportBatchItemFailures`). As on AWS, an answer that cannot be read or
 * names an unknown id fails the whole batch; an empty answer fails none.
 */
export function failedItems(payload: string, ids: readonly string[]): ReadonlySet<string> {
  const parsed = responseSchema.safeParse(JSON.parse(payload));
  if (!parsed.success) return new Set(ids);
  const failed = (parsed.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return failed.every((id) => ids.includes(id)) ? new Set(failed) : new Set(ids);
}
