import {
  type Place,
  placeSchema,
  type ReceptionDay,
  receptionDaySchema,
} from '../domain/town/place-schemas.js';
import type { ImportReport } from './import-report.js';
import { readList } from './read-lists.js';
import type { TownFiles } from './town-files.js';

/** Reads places.yaml; a town may list none. */
export const readPlaces = (files: TownFiles, report: ImportReport): Place[] =>
  readList(
    files,
    { file: 'places.yaml', part: 'places', schema: placeSchema, section: 'places', mayBeEmpty: true },
    report,
  );

/** Reads reception.yaml; a town may have no fixed reception days. */
export const readReception = (files: TownFiles, report: ImportReport): ReceptionDay[] =>
  readList(
    files,
    { file: 'reception.yaml', part: 'reception', schema: receptionDaySchema, mayBeEmpty: true },
    report,
  );
