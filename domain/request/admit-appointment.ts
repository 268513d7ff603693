import { type Agreed, momentText, writtenMoment } from '../appointments/moment.js';
import { readAppointment } from '../appointments/read-appointment.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import type { Refused } from './admit-answer.js';
import { comingAppointment } from './appointment.js';
import type { Answer, Rules } from './decision.js';
import type { RequestRecord } from './record.js';
import { languageOf } from './words.js';

type Given = Pick<Answer, 'option' | 'note' | 'at'> & {
  /** Whoever answers was asked whether it was done before its time, and says so. */
  readonly early?: true | undefined;
};

/** Reads the date of an appointment; an unsure one is asked back. "Done" before the appointment is asked about. */
export function admitAppointment(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  given: Given,
): { readonly admitted: true; readonly agreed?: Agreed } | Refused {
  if (given.option !== 'done') return { admitted: true };
  return ask.kind === 'appointment'
    ? admitDate(record, rules, ask, given)
    : (refuseEarly(record, rules, ask, given) ?? { admitted: true });
}

function admitDate(record: RequestRecord, rules: Rules, ask: PlannedAsk, { note = '', at }: Given) {
  const { timeZone, appointments } = rules.town.settings;
  const language = languageOf(rules.town, ask.to.who === 'staff' ? ask.to : 'resident', record);
  const { daysAhead } = appointments;
  const said = readAppointment(note, { now: at, timeZone, language, daysAhead });
  if (said.sure) return { admitted: true, agreed: { ...said.moment, words: said.words } } as const;
  const { likely, words } = said;
  if (!likely) return { admitted: false, reply: 'reply-appointment-unread', begins: { note: '' } } as const;
  return {
    admitted: false,
    reply: 'reply-appointment-unsure',
    values: { when: momentText(likely, language) },
    moment: likely,
    begins: { note: writtenMoment(likely, words) },
  } as const;
}

/** Whoever says so of their own accord need not be asked. */
const saysEarly = (note: string | undefined): boolean => /提前|\bearl(?:y|ier)\b|ahead of/i.test(note ?? '');

function refuseEarly(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  { note, at, early }: Given,
): Refused | undefined {
  if (ask.stage === undefined || early || saysEarly(note)) return undefined;
  const { settings } = rules.town;
  const coming = comingAppointment(record, settings, at);
  if (!coming || ask.stage <= coming.stage) return undefined;
  const language = languageOf(rules.town, ask.to.who === 'staff' ? ask.to : 'resident', record);
  return {
    admitted: false,
    reply: 'reply-appointment-early',
    values: { when: momentText(coming.moment, language) },
    moment: coming.moment,
    begins: { note: note ?? '', early: true },
  };
}
