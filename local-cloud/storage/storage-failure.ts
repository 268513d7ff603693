export type StorageFailureKind = 'full' | 'read-only' | 'damaged' | 'other';

/** By what the system or LevelDB said. */
const KINDS: readonly (readonly [cause: RegExp, kind: StorageFailureKind])[] = [
  [/ENOSPC|EDQUOT|EFBIG|No space left|quota exceeded|File too large/i, 'full'],
  [/EROFS|EACCES|EPERM|Read-only|Permission denied|Operation not permitted/i, 'read-only'],
  [/damaged|corrupt|checksum|CURRENT/i, 'damaged'],
];

/** The failure, and how an operator mends it. */
const WORDS: Readonly<Record<StorageFailureKind, string>> = {
  full: 'there is no room left; free or add space there',
  'read-only': 'it cannot be written; make it writable for the user who runs the host',
  damaged: 'it is damaged; check it (--check), and put a copy of the folder back that is whole',
  other: 'it failed; see what the system says of the disk',
};

const wordsOf = (cause: unknown): string => {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error ? inner.message : String(inner);
};

/**
 * The data folder could not be written or read; whatever was not acknowledged before may not be stored. The message
 * names the folder, what happened there and what to do.
 */
export class StorageFailure extends Error {
  readonly kind: StorageFailureKind;
  /** The words of the system or of LevelDB. */
  readonly said: string;

  constructor(
    readonly folder: string,
    cause: unknown,
  ) {
    const said = wordsOf(cause);
    const kind = KINDS.find(([pattern]) => pattern.test(said))?.[1] ?? 'other';
    super(`the data folder ${folder}: ${WORDS[kind]} (${said})`, { cause });
    this.name = 'StorageFailure';
    this.kind = kind;
    this.said = said;
  }
}
