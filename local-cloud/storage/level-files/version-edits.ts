import { ByteReader } from './bytes.js';

/** The folder as a manifest describes it. */
export interface Version {
  /** Sizes of the tables that hold its data, by number. */
  readonly tables: ReadonlyMap<number, number>;
  /** Logs from this number on hold what no table holds yet. */
  readonly logNumber: number;
}

/** Throws RangeError for a record that is no edit. */
export function readVersion(records: readonly Buffer[]): Version {
  const tables = new Map<number, number>();
  let logNumber = 0;
  for (const record of records) {
    const reader = new ByteReader(record);
    while (!reader.isAtEnd) logNumber = readField(reader, tables) ?? logNumber;
  }
  return { tables, logNumber };
}

const text = (reader: ByteReader): Buffer => reader.take(reader.varint());

/** One field of an edit (LevelDB's db/version_edit.cc); answers the log number when it is that. */
function readField(reader: ByteReader, tables: Map<number, number>): number | undefined {
  const tag = reader.varint();
  switch (tag) {
    case 1: // the comparator's name
      text(reader);
      return undefined;
    case 2:
      return reader.varint();
    case 3: // next file number
    case 4: // last sequence
    case 9: // the log before, of old versions
      reader.varint();
      return undefined;
    case 5: // where a level is compacted next
      reader.varint();
      text(reader);
      return undefined;
    case 6:
      reader.varint();
      tables.delete(reader.varint());
      return undefined;
    case 7: {
      reader.varint();
      const number = reader.varint();
      tables.set(number, reader.varint());
      text(reader);
      text(reader);
      return undefined;
    }
    default:
      throw new RangeError(`no edit has a field ${tag}`);
  }
}
