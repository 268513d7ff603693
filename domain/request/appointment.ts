import { type Agreed, beginsAt, isSameMoment, type Moment, momentText } from '../appointments/moment.js';
import { instantAt } from '../calendar/local-time.js';
import { addDays } from '../calendar/plain-dates.js';
import type { Language } from '../words/language.js';
import type { StageStep, TownSettings } from '../town/schema.js';
import { type Notice, type Rules, withEntry } from './decision.js';
import { personOrStandIn } from './home-ladder.js';
import { tellResident, tellStaff } from './notices.js';
import { programmeOf } from './programme-of.js';
import type { Reminded, RequestRecord } from './record.js';
import { type ClosedAs, type Correctable, entriesOf, type TimelineEntry } from './timeline.js';
import { languageOf, staffName } from './words.js';

/** An appointment as it stands: agreed last for its step. */
export interface Appointment {
  readonly moment: Moment;
  readonly stage: number;
  readonly step: string;
  readonly by: string;
  readonly words: string;
}

/** Corrections after which nothing counts that was agreed for the matter it was taken for. */
const OTHER_MATTER: ReadonlySet<Correctable> = new Set<Correctable>([
  'category',
  'danger',
  'path',
  'department',
]);

const isBegunAnew = (entry: TimelineEntry): boolean =>
  entry.type === 'reopened' || (entry.type === 'corrected' && OTHER_MATTER.has(entry.what));

/**
 * The latest appointment, in whichever stage, since the request was begun, reopened or taken for something else;
 * undefined where there was none, or no date was read.
 */
export function appointmentOf({ timeline }: Pick<RequestRecord, 'timeline'>): Appointment | undefined {
  const since = timeline.findLastIndex(isBegunAnew);
  const entry = entriesOf({ timeline: timeline.slice(since + 1) }, 'appointment').at(-1);
  if (!entry?.appointment) return undefined;
  const { stage, ...moment } = entry.appointment;
  return { moment, stage, step: entry.step, by: entry.by, words: entry.note ?? '' };
}

/** Ends that leave nobody to come. */
const OFF: ReadonlySet<ClosedAs> = new Set<ClosedAs>(['withdrawn', 'refused', 'referred', 'joined']);

/** Whether somebody is still to come for it: a later stage is not done yet, and nobody called it off. */
export function isToCome(record: RequestRecord, { stage }: Pick<Appointment, 'stage'>): boolean {
  const { closedAs, withdrawnAt, joinedTo, coordination } = record;
  if (withdrawnAt !== undefined || joinedTo !== undefined || coordination?.refused) return false;
  if (closedAs !== undefined && OFF.has(closedAs)) return false;
  return !(coordination?.done ?? []).some((done) => Number(done.split('/')[0]) > stage);
}

/** The appointment that comes after `at`, if there is one. */
export function comingAppointment(
  record: RequestRecord,
  { timeZone }: Pick<TownSettings, 'timeZone'>,
  at: number,
): Appointment | undefined {
  const appointment = appointmentOf(record);
  const isAhead = appointment && isToCome(record, appointment) && beginsAt(appointment.moment, timeZone) > at;
  return isAhead ? appointment : undefined;
}

/** Whether what a text reminds of was changed, called off or done since. */
export function isOverFor(record: RequestRecord, { step, ...of }: Reminded): boolean {
  const appointment = appointmentOf(record);
  return (
    !appointment ||
    appointment.step !== step ||
    !isSameMoment(appointment.moment, of) ||
    !isToCome(record, appointment)
  );
}

/** An appointment is agreed for a step, or another in its place: everybody whom it concerns is told. */
export function agreeOn(
  record: RequestRecord,
  rules: Rules,
  { stage, step }: Pick<Appointment, 'stage' | 'step'>,
  { words, ...moment }: Agreed,
  { by, at }: { readonly by: string; readonly at: number },
): { record: RequestRecord; notices: Notice[] } {
  const before = appointmentOf(record);
  const agreed = withEntry(record, {
    at,
    type: 'appointment',
    by,
    step,
    appointment: { ...moment, stage },
    ...(words === '' ? {} : { note: words }),
  });
  const text = before?.step === step ? 'appointment-changed' : 'appointment';
  const appointment = { moment, stage, step, by, words };
  return { record: agreed, notices: appointmentNotices(agreed, rules, appointment, { at, text }) };
}

/** Tells of an appointment in words that nobody read as a date. */
export const tellUnread = (
  record: RequestRecord,
  rules: Rules,
  { step, by, words }: { readonly step: StageStep; readonly by: string; readonly words: string },
): Notice =>
  tellResident(record, rules, 'appointment', {
    step: step.name[record.language],
    when: words,
    department: departmentOf(step, rules, by, record.language),
    also: '',
  });

/** When, on the day before, people are reminded. */
const remindedAt = ({ date }: Moment, { timeZone, appointments }: TownSettings): number =>
  instantAt(addDays(date, -1), appointments.remindAt, timeZone);

/** Tells the resident the date at once, and reminds them and who goes along the day before; a change is told too. */
function appointmentNotices(
  record: RequestRecord,
  rules: Rules,
  appointment: Appointment,
  { at, text }: { readonly at: number; readonly text: 'appointment' | 'appointment-changed' },
): Notice[] {
  const { settings } = rules.town;
  const remindAt = remindedAt(appointment.moment, settings);
  const { staff } = personOrStandIn(record, rules, record.owner, Math.max(remindAt, at));
  const told = tellResident(
    record,
    rules,
    text,
    appointmentWords(record, rules, appointment, record.language),
  );
  const language = languageOf(rules.town, { staff }, record);
  const words = appointmentWords(record, rules, appointment, language);
  const toStaff = tellStaff(record, rules, staff, 'told-appointment', words);
  if (remindAt <= at) return [told, toStaff];
  const { step, moment } = appointment;
  const reminds = { at: remindAt, of: { request: record.id, step, ...moment } };
  const again = tellResident(
    record,
    rules,
    'appointment-reminder',
    appointmentWords(record, rules, appointment, record.language),
  );
  return [told, { ...again, reminds }, { ...toStaff, reminds }];
}

/** The placeholders of texts about an appointment. */
function appointmentWords(record: RequestRecord, rules: Rules, appointment: Appointment, language: Language) {
  const { stages } = programmeOf(record, rules);
  const step = stages[appointment.stage]?.steps.find(({ id }) => id === appointment.step);
  const { words } = appointment;
  return {
    step: step?.name[language] ?? '',
    when: momentText(appointment.moment, language),
    department: departmentOf(step, rules, appointment.by, language),
    also: words === '' ? '' : `${language === 'en' ? ', ' : '，'}${words}`,
  };
}

/** Where the resident is expected: by the department of the step, or whoever made the appointment. */
function departmentOf(step: StageStep | undefined, { town }: Rules, by: string, language: Language): string {
  const id = typeof step?.by === 'object' ? step.by.department : undefined;
  return town.departments.find((one) => one.id === id)?.name[language] ?? staffName(town, by);
}
