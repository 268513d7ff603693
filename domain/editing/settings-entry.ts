import type * as z from 'zod';
import { settingsSchema, townCalendarSchema, type TownSettings } from '../town/schema.js';

/** The settings as they are edited: all but the deadlines of the paths, which have a section of their own. A calendar alone is one without own days. */
export const settingsEntrySchema = settingsSchema
  .omit({ paths: true })
  .extend({ holidays: townCalendarSchema });
export type SettingsEntry = z.output<typeof settingsEntrySchema>;

export function settingsEntry({ paths: _paths, ...settings }: TownSettings): SettingsEntry {
  const { holidays } = settings;
  return {
    ...settings,
    holidays: typeof holidays === 'string' ? { calendar: holidays, own: [], workingDays: [] } : holidays,
  };
}

export function withSettingsEntry({ paths }: TownSettings, entry: SettingsEntry): TownSettings {
  const { calendar, own, workingDays } = entry.holidays;
  const isPlain = own.length + workingDays.length === 0;
  return { ...entry, holidays: isPlain ? calendar : entry.holidays, paths };
}
