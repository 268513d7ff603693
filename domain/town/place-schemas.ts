import * as z from 'zod';
import { clockTime, id, isoDate, phone, WEEKDAYS, type Weekday } from './field-schemas.js';
import { bilingualSchema } from '../words/language.js';

/** The agency centre (为民服务代理), the mass workstations (群众工作站) in the villages, the offices that receive people. */
export const PLACE_KINDS = ['agency-centre', 'mass-workstation', 'office'] as const;

/** Opening hours of some days of the week; public holidays excepted. */
export const openingSchema = z.strictObject({
  days: z.array(z.enum(WEEKDAYS)).min(1),
  from: clockTime,
  to: clockTime,
});

/** Where people can come to. */
export const placeSchema = z.strictObject({
  id,
  kind: z.enum(PLACE_KINDS),
  name: bilingualSchema,
  address: bilingualSchema,
  point: z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }),
  phone,
  hours: z.array(openingSchema).min(1),
  /** The department that sits there, where one does. */
  department: id.optional(),
});
export type Place = z.infer<typeof placeSchema>;

export const isWeekday = (on: string): on is Weekday => WEEKDAYS.some((day) => day === on);

/** A fixed reception day: who receives people where, every week on a day or once on a date. */
export const receptionDaySchema = z.strictObject({
  place: id,
  on: z
    .string()
    .refine(
      (on) => isWeekday(on) || isoDate.safeParse(on).success,
      `a day of the week (${WEEKDAYS.join(', ')}) or a date (2026-09-01)`,
    ),
  from: clockTime,
  to: clockTime,
  /** In order: who is on leave is skipped. */
  receives: z.array(id).min(1),
});
export type ReceptionDay = z.infer<typeof receptionDaySchema>;
