import {
  type Place,
  placeSchema,
  type ReceptionDay,
  receptionDaySchema,
} from '../domain/town/place-schemas.js';
import type { ImportReport } from './import-report.js';
import { readList } from './read-lists.js';

/** Reads places.yaml; a town may list none. */
export const readPlaces = (dir: string, report: ImportReport): Place[] =>
  readList(
    dir,
    { file: 'places.yaml', part: 'places', schema: placeSchema, section: 'places', mayBeEmpty: true },
    report,
  );

/** Reads reception.yaml; a town may have no fixed reception days. */
export const readReception = (dir: string, report: ImportReport): ReceptionDay[] =>
  readList(
    dir,
    { file: 'reception.yaml', part: 'reception', schema: receptionDaySchema, mayBeEmpty: true },
    report,
  );
