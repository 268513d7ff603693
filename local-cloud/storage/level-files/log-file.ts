import { isWhole } from './bytes.js';

/** LevelDB's log format (its doc/log_format.md), of which its logs and manifests are. */
const BLOCK = 32 * 1024;
const HEADER = 7;

const KINDS = { zero: 0, full: 1, first: 2, middle: 3, last: 4 } as const;

export interface LogContent {
  readonly records: readonly Buffer[];
  /** Where a last record begins that was written in part: by a process that ended, or on a full disk. */
  readonly tornAt: number | undefined;
}

/** A log holds something else than what was written; `offset` is where, bytes. */
export class DamagedLog extends Error {
  constructor(readonly offset: number) {
    super(`damaged at byte ${offset}`);
  }
}

interface Fragment {
  readonly kind: number;
  readonly data: Buffer;
  readonly end: number;
}

/** The piece of a record at `at`; undefined where the file ends before the piece does. Throws DamagedLog. */
function fragmentAt(bytes: Buffer, at: number): Fragment | undefined {
  if (at + HEADER > bytes.length) return undefined;
  const end = at + HEADER + bytes.readUInt16LE(at + 4);
  if (end - at > roomAt(at)) throw new DamagedLog(at);
  if (end > bytes.length) return undefined;
  if (!isWhole(bytes.subarray(at + 6, end), bytes.readUInt32LE(at))) throw new DamagedLog(at);
  return { kind: bytes.readUInt8(at + 6), data: bytes.subarray(at + HEADER, end), end };
}

const roomAt = (at: number): number => BLOCK - (at % BLOCK);

/** Whether anything whole follows what looks as if it had been written in part: then that was not its end. */
function isFollowed(bytes: Buffer, from: number): boolean {
  for (let at = from + 1; at + HEADER < bytes.length; at += 1) {
    const kind = bytes.readUInt8(at + 6);
    const end = at + HEADER + bytes.readUInt16LE(at + 4);
    if (kind < KINDS.full || kind > KINDS.last || end > bytes.length) continue;
    if (isWhole(bytes.subarray(at + 6, end), bytes.readUInt32LE(at))) return true;
  }
  return false;
}

/**
 * The records of a log. A last record that ends too early was never acknowledged and is left out; whatever else is not
 * as it was written throws DamagedLog.
 */
export function readLog(bytes: Buffer): LogContent {
  const records: Buffer[] = [];
  let parts: Buffer[] = [];
  let began = 0;
  for (let at = 0; at < bytes.length;) {
    if (roomAt(at) < HEADER) {
      at += roomAt(at);
      continue;
    }
    if (parts.length === 0) began = at;
    if (isZero(bytes.subarray(at))) return { records, tornAt: began };
    const fragment = fragmentAt(bytes, at);
    if (fragment === undefined) {
      if (isFollowed(bytes, at)) throw new DamagedLog(at);
      return { records, tornAt: began };
    }
    const { kind, data, end } = fragment;
    if ((kind === KINDS.full || kind === KINDS.first) === parts.length > 0) throw new DamagedLog(at);
    parts.push(data);
    if (kind === KINDS.full || kind === KINDS.last) {
      records.push(Buffer.concat(parts));
      parts = [];
    }
    at = end;
  }
  return { records, tornAt: parts.length === 0 ? undefined : began };
}

/** Only zeros to the end: room that the file system gave before the power went. */
const isZero = (bytes: Buffer): boolean => bytes.length > 0 && bytes.every((byte) => byte === KINDS.zero);
