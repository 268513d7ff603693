import { localDate } from '../../domain/calendar/local-time.js';
import {
  type HeldInspection,
  type InspectionKind,
  roundName,
} from '../../domain/inspections/inspection-report.js';
import type { Bilingual } from '../../domain/town/language.js';
import type { Town } from '../../domain/town/schema.js';
import { memberOfStaff, monthAndDay, reach, type Reached, textStaff } from '../use-cases/text-staff.js';
import type { Effects, InspectionPayload } from './handler.js';

const NAMES: Readonly<Record<InspectionKind, Bilingual>> = {
  'weekly-inspection': { 'zh-CN': '每周督查', en: 'weekly check' },
  'monthly-inspection': { 'zh-CN': '月底集中督查', en: 'monthly check' },
};

/** A day as 8/24, a month as 8/2026. */
const dateWords = (date: string): string =>
  /^\d{4}-\d{2}$/.test(date) ? `${Number(date.slice(5))}/${date.slice(0, 4)}` : monthAndDay(date);

const wordsOf = ({ kind, date }: Pick<HeldInspection, 'kind' | 'date'>, { language }: Reached) => ({
  step: NAMES[kind][language],
  dates: dateWords(date),
});

/** Tells the town's leader and the inspection team that the report can be read, and how much was found. */
export async function tellPublished(
  services: Effects,
  town: Town,
  inspection: HeldInspection,
  at: number,
): Promise<void> {
  const { departments } = town.settings;
  const team = town.departments.find(({ id }) => id === departments.inspectionTeam)?.contacts ?? [];
  const leader = reach(town, { ladder: 'department', department: departments.townLeader }, at).staff;
  const { checks } = inspection.report;
  const findings = checks.filter(({ rectification }) => rectification !== undefined).length;
  for (const staff of new Set([leader, ...team])) {
    const to = memberOfStaff(town, staff);
    await textStaff(services, town, {
      to,
      purpose: `${roundName(inspection)}/published/${staff}`,
      text: 'told-inspection-published',
      values: { ...wordsOf(inspection, to), count: String(checks.length), findings: String(findings) },
      at,
    });
  }
}

/** Tells the duty desk that an inspection cannot go on; once a day, however often it fails. */
export async function tellStuck(services: Effects, town: Town, payload: InspectionPayload): Promise<void> {
  const { departments, timeZone } = town.settings;
  const to = reach(town, { ladder: 'department', department: departments.dutyDesk }, payload.at);
  await textStaff(services, town, {
    to,
    purpose: `${roundName(payload)}/stuck/${localDate(payload.at, timeZone)}`,
    text: 'told-inspection-stuck',
    values: wordsOf(payload, to),
    at: payload.at,
  });
}
