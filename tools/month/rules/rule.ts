import type { MonthRecord } from '../month-record.js';

/** One rule of the town that a month must keep: in words, and what breaks it. */
export interface Rule {
  readonly rule: string;
  readonly broken: (month: MonthRecord) => readonly string[];
}
