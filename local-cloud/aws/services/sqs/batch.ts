import * as z from 'zod';
import { AwsError } from '../../../errors/aws-error.js';
import { readSqsInput } from './read-input.js';

const MOST_ENTRIES = 10;
const BATCH_ID = /^[\w-]{1,80}$/;

const batchSchema = z.object({ Entries: z.array(z.object({ Id: z.string() })).default([]) });

/** SQS's rules for every batch, which it checks before the entries. */
export function checkBatch(input: unknown): void {
  const ids = readSqsInput(batchSchema, input).Entries.map(({ Id }) => Id);
  if (ids.length === 0)
    throw new AwsError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (ids.length > MOST_ENTRIES)
    throw new AwsError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${MOST_ENTRIES}. You have sent ${ids.length}.`,
    );
  if (ids.some((id) => !BATCH_ID.test(id)))
    throw new AwsError(
      'InvalidBatchEntryId',
      'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
    );
  const doubled = ids.find((id, index) => ids.indexOf(id) !== index);
  if (doubled !== undefined) throw new AwsError('BatchEntryIdsNotDistinct', `Id ${doubled} repeated.`);
}

/** The answer of a batch: of `Successful` and `Failed`, those that have entries. */
export function batchAnswer(successful: readonly object[], failed: readonly object[]): object {
  return {
    ...(successful.length === 0 ? {} : { Successful: successful }),
    ...(failed.length === 0 ? {} : { Failed: failed }),
  };
}
