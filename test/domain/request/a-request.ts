import { recordIntake, type Intake } from '../../../domain/request/record-intake.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { Town } from '../../../domain/town/schema.js';
import { caseTown } from './case-town.js';

/** A Monday, 9:00 in the town. */
export const MONDAY_9_AM = Date.parse('2026-08-24T09:00:00+08:00');

/** A request as it is first stored: a street light in group 1 of the east village, which lies in grid 1. */
export function aRequest(changes: Partial<Intake> = {}, town: Town = caseTown()): RequestRecord {
  return recordIntake(town, {
    id: '7Q3K9M2X',
    at: MONDAY_9_AM,
    channel: 'web',
    language: 'en',
    townVersion: 1,
    resident: 'phone:hashed',
    trackingKey: 'a-tracking-key',
    submission: 'a-submission',
    village: 'east-village',
    group: 1,
    category: 'street-light',
    ...changes,
  });
}

/** The same with a place no rule knows. */
export const nowhere = (category = 'street-light'): RequestRecord =>
  aRequest({ village: undefined, group: undefined, category });
