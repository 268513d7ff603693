/** What an operator does about it, by what the system or LevelDB said. */
const REMEDIES: readonly (readonly [cause: RegExp, reason: string, remedy: string])[] = [
  [
    /ENOSPC|EDQUOT|EFBIG|No space left|quota exceeded|File too large/i,
    'there is no room left',
    'free or add space there',
  ],
  [
    /EROFS|EACCES|EPERM|Read-only|Permission denied|Operation not permitted/i,
    'it cannot be written',
    'make it writable for the user who runs the host',
  ],
  [
    /damaged|corrupt|checksum|CURRENT/i,
    'it is damaged',
    'check it (--check), and put a copy of the folder back that is whole',
  ],
];

const wordsOf = (cause: unknown): string => {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error ? inner.message : String(inner);
};

/**
 * The data folder could not be written or read; whatever was not acknowledged before may not be stored. The message
 * names the folder, what happened there and what to do.
 */
export class StorageFailure extends Error {
  constructor(
    readonly folder: string,
    cause: unknown,
  ) {
    const words = wordsOf(cause);
    const [, reason, remedy] = REMEDIES.find(([pattern]) => pattern.test(words)) ?? [
      undefined,
      'it failed',
      'see what the system says of the disk',
    ];
    super(`the data folder ${folder}: ${reason}; ${remedy} (${words})`, { cause });
    this.name = 'StorageFailure';
  }
}
