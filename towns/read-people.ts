import { type Leave, type Staff, leaveSchema, staffSchema } from '../domain/town/schema.js';
import { type EntryTable, readEntries } from './csv-entries.js';
import type { ImportReport } from './import-report.js';

const STAFF: EntryTable<Staff> = {
  file: 'staff.csv',
  columns: ['id', 'name', 'phone', 'duty', 'language'],
  schema: staffSchema,
  entry: ({ id, name, phone, duty, language }) => ({ id, name, phone, duty, language }),
  section: 'staff',
};

const LEAVE: EntryTable<Leave> = {
  file: 'leave.csv',
  columns: ['staff', 'from', 'to'],
  schema: leaveSchema,
  entry: ({ staff, from, to }) => ({ staff, from, to }),
};

/** Reads staff.csv. */
export const readStaff = (dir: string, report: ImportReport): Staff[] =>
  readTable(dir, STAFF, 'staff', report);

/** Reads leave.csv; it may hold no rows. */
export const readLeave = (dir: string, report: ImportReport): Leave[] =>
  readTable(dir, LEAVE, 'leave', report);

function readTable<T>(dir: string, table: EntryTable<T>, part: 'staff' | 'leave', report: ImportReport): T[] {
  return readEntries(dir, table, report).read.map(({ value, locate }, index) => {
    report.remember([part, index], locate);
    return value;
  });
}
