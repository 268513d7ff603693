import { leaveSchema } from '../domain/town/field-schemas.js';
import {
  type Leave,
  type Staff,
  type Supervisor,
  staffSchema,
  supervisorSchema,
} from '../domain/town/schema.js';
import { type EntryTable, readEntries } from './csv-entries.js';
import type { ImportReport } from './import-report.js';
import type { TownFiles } from './town-files.js';

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

const SUPERVISORS: EntryTable<Supervisor> = {
  file: 'supervisors.csv',
  columns: ['staff', 'role', 'village'],
  schema: supervisorSchema,
  entry: ({ staff, role, village }) => ({ staff, role, village }),
};

/** Reads staff.csv. */
export const readStaff = (files: TownFiles, report: ImportReport): Staff[] =>
  readTable(files, STAFF, 'staff', report);

/** Reads leave.csv; it may hold no rows. */
export const readLeave = (files: TownFiles, report: ImportReport): Leave[] =>
  readTable(files, LEAVE, 'leave', report);

/** Reads supervisors.csv; it may hold no rows. */
export function readSupervisors(files: TownFiles, report: ImportReport): Supervisor[] {
  const before = report.problems.length;
  const supervisors = readTable(files, SUPERVISORS, 'supervisors', report);
  if (report.problems.length > before) report.missed('supervisors');
  return supervisors;
}

function readTable<T>(
  files: TownFiles,
  table: EntryTable<T>,
  part: 'staff' | 'leave' | 'supervisors',
  report: ImportReport,
): T[] {
  return readEntries(files, table, report).read.map(({ value, locate }, index) => {
    report.remember([part, index], locate);
    return value;
  });
}
