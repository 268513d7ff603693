import * as z from 'zod';

/** Fields that several kinds of town data have. */
export const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, 'lower-case letters, digits and hyphens, beginning with a letter');
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');
export const halfHour = z.string().regex(/^([01]\d|2[0-3]):[03]0$/, 'a time on the hour or the half hour');
export const isoDate = z.iso.date();
export const phone = z
  .string()
  .regex(
    /^\+\d{6,15}$/,
    'a number with its country code, for example +8613800000000 (in Excel, make the column text)',
  );
/** A number that a person dials, short ones and those of landlines too: 110, 0543-555 0100, +353 1 555 0100. */
export const dialled = z
  .string()
  .regex(
    /^\+?\d(?:[ -]?\d){2,14}$/,
    'a number as it is dialled, for example 110, 0543-5550100 or +8613800000000',
  );

/** Days of the working week; what falls on a public holiday moves, or is not held. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export const LAST_WEEKDAYS = [
  'last-monday',
  'last-tuesday',
  'last-wednesday',
  'last-thursday',
  'last-friday',
] as const;

/** The five ways a request can be handled; a category chooses one. */
export const pathSchema = z.enum(['same-day', 'programme', 'emergency', 'petition', 'coordinated']);
export type Path = z.infer<typeof pathSchema>;

export const dutySchema = z.enum([
  'town-cadre',
  'village-cadre',
  'group-leader',
  'community-administrator',
  'department',
  'provider',
  'leader',
]);

/** Whole days, both included, in the town's time zone. */
export const leaveSchema = z.strictObject({ staff: id, from: isoDate, to: isoDate });
export type Leave = z.infer<typeof leaveSchema>;

export const INSPECTION_METHODS = [
  'field',
  'home-visit',
  'telephone',
  'interview',
  'files',
  'petition-reception',
] as const;

/** How far somebody who is called to an emergency is, in order; told in any. */
export const MILESTONES = ['on-the-way', 'on-site', 'safe', 'restored'] as const;
export type Milestone = (typeof MILESTONES)[number];
