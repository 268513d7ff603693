import { localDate } from '../calendar/local-time.js';
import { climb } from '../posts/climb.js';
import type { Town } from '../town/schema.js';
import { renderText } from './render-text.js';

/** The cap on texts that was reached, and the number that the text was for. */
export interface CapReached {
  readonly of: 'number' | 'town';
  readonly headroom: 'everyday' | 'emergencies';
  readonly cap: number;
  readonly phone: string;
}

/** Tells the duty desk that texts are held back. One notice a day for each cap: a flood must not flood the desk as well. */
export function capNotice(town: Town, { of, headroom, cap, phone }: CapReached, at: number) {
  const { settings } = town;
  const desk = { ladder: 'department', department: settings.departments.dutyDesk } as const;
  const { staff: id } = climb(town, desk, 0, at);
  const person = town.staff.find((one) => one.id === id);
  const values = { cap: String(cap), phone };
  const text = of === 'town' ? 'told-cap-town' : 'told-cap-number';
  return {
    purpose: `cap/${localDate(at, settings.timeZone)}/${headroom}/${of}`,
    to: person?.phone ?? '',
    body: renderText(town, text, person?.language ?? settings.defaultLanguage, values),
    at,
  };
}
