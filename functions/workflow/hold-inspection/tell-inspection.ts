import { localDateText, localMonthText } from '../../../domain/calendar/local-date-time-text.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import {
  type HeldInspection,
  type InspectionKind,
  roundName,
} from '../../../domain/inspections/inspection-report.js';
import { pointsText } from '../../../domain/task/form-points.js';
import { fingerprintOf, type SampleLot } from '../../../domain/inspections/sample-lot.js';
import { PLACEHOLDER_LENGTH } from '../../../domain/texts/text-keys.js';
import type { Bilingual, Language } from '../../../domain/words/language.js';
import type { Town } from '../../../domain/town/schema.js';
import { memberOfStaff, reach, type Reached, textStaff } from '../../use-cases/text-staff.js';
import type { Effects, InspectionPayload } from './handler.js';

const NAMES: Readonly<Record<InspectionKind, Bilingual>> = {
  'weekly-inspection': { 'zh-CN': '每周督查', en: 'weekly check' },
  'monthly-inspection': { 'zh-CN': '月底集中督查', en: 'monthly check' },
};

/** The day, or the month, of an inspection. */
const dateWords = (date: string, language: Language): string =>
  /^\d{4}-\d{2}$/.test(date) ? localMonthText(date, language) : localDateText(date, language);

const wordsOf = ({ kind, date }: Pick<HeldInspection, 'kind' | 'date'>, { language }: Reached) => ({
  step: NAMES[kind][language],
  dates: dateWords(date, language),
});

/** Tells the town's leader and the inspection team that the report can be read, and how much was found. */
export async function tellPublished(
  services: Effects,
  town: Town,
  inspection: HeldInspection,
  at: number,
): Promise<void> {
  const { checks } = inspection.report;
  const findings = checks.filter(({ rectification }) => rectification !== undefined).length;
  for (const to of leaderAndTeam(town, at)) {
    await textStaff(services, town, {
      to,
      purpose: `${roundName(inspection)}/published/${to.staff}`,
      text: 'told-inspection-published',
      values: { ...wordsOf(inspection, to), count: String(checks.length), findings: String(findings) },
      at,
    });
  }
}

/** The town's leader, and the inspection team. */
function leaderAndTeam(town: Town, at: number): Reached[] {
  const { departments } = town.settings;
  const team = town.departments.find(({ id }) => id === departments.inspectionTeam)?.contacts ?? [];
  const leader = reach(town, { ladder: 'department', department: departments.townLeader }, at).staff;
  return [...new Set([leader, ...team])].map((staff) => memberOfStaff(town, staff));
}

/** The seed goes to the leader and the team before the draw: whoever keeps the text can prove it unchanged. */
export async function tellSeed(services: Effects, town: Town, lot: SampleLot, at: number): Promise<void> {
  const { date, seed } = lot;
  const fingerprint = fingerprintOf(lot.list).slice(0, PLACEHOLDER_LENGTH.fingerprint);
  for (const to of leaderAndTeam(town, at)) {
    const values = { dates: dateWords(date, to.language), seed, fingerprint };
    const purpose = `monthly-inspection/${lot.date}/seed/${to.staff}`;
    await textStaff(services, town, { to, purpose, text: 'told-inspection-seed', values, at });
  }
}

/** Each inspector hears how many calls are coming, and what to ask about. */
export async function tellCalls(
  services: Effects,
  town: Town,
  inspection: HeldInspection,
  at: number,
): Promise<void> {
  const form = town.inspections.methods.find(({ id }) => id === 'telephone')?.form ?? [];
  const calls = inspection.report.checks.filter(({ request }) => request !== undefined);
  for (const by of new Set(calls.map((call) => call.by))) {
    const to = memberOfStaff(town, by);
    const count = calls.filter((call) => call.by === by).length;
    const { dates } = wordsOf(inspection, to);
    await textStaff(services, town, {
      to,
      purpose: `${roundName(inspection)}/calls/${by}`,
      text: 'told-calls',
      values: { dates, count: String(count), points: pointsText(form, to.language) },
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
