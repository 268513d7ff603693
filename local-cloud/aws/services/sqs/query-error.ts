/** Errors that the older query protocol knows by a longer name; all others have the same name in both. */
const LONG_NAMED = new Set([
  'BatchEntryIdsNotDistinct',
  'BatchRequestTooLong',
  'EmptyBatchRequest',
  'InvalidBatchEntryId',
  'MessageNotInflight',
  'PurgeQueueInProgress',
  'TooManyEntriesInBatchRequest',
  'UnsupportedOperation',
]);

const ALIASES: Readonly<Record<string, string>> = {
  QueueDoesNotExist: 'NonExistentQueue',
  QueueNameExists: 'QueueAlreadyExists',
};

/**
 * The header by which SQS tells clients of its JSON protocol the name that the query protocol has for an error: it is
 * the one that botocore, and so the AWS CLI, shows.
 */
export function queryError(code: string, status: number): string {
  const name = ALIASES[code] ?? code;
  const isLong = code === 'QueueDoesNotExist' || LONG_NAMED.has(code);
  return `${isLong ? 'AWS.SimpleQueueService.' : ''}${name};${status >= 500 ? 'Receiver' : 'Sender'}`;
}
