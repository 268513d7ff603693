import type { Services } from '../../adapters/services.js';
import { knownResident, mayKnowWho, wordsAsKnown } from '../../domain/access/known-resident.js';
import { mayHear } from '../../domain/request/confidential.js';
import { applicationText, shows } from '../../domain/programme/application-words.js';
import type { Language } from '../../domain/words/language.js';
import { staffAt } from '../../domain/asks/plan-ask.js';
import { programmeOf } from '../../domain/request/programme-of.js';
import { furtherContacts } from '../../domain/request/last-line.js';
import { meantNow } from '../../domain/posts/in-office.js';
import { ownerOf } from '../../domain/request/owner-of.js';
import { languageOf, requestNumber, staffName, staffPhone } from '../../domain/request/words.js';
import { homeLadder } from '../../domain/request/home-ladder.js';
import type { Notice, Rules } from '../../domain/request/decision.js';
import type { Person, RequestRecord } from '../../domain/request/record.js';
import { whyAtOnce } from '../../domain/request/urgency.js';
import { briefOf } from '../../domain/texts/briefs.js';
import { callNumbers } from '../../domain/texts/call-numbers.js';
import { renderText } from '../../domain/texts/render-text.js';

export interface Sending {
  readonly record: RequestRecord;
  readonly rules: Rules;
  readonly notices: readonly Notice[];
  /** The purpose of the texts; with its position it makes each one sent once. */
  readonly purpose: string;
  readonly at: number;
  /** Who it is about, where that was read already. */
  readonly person?: Person | undefined;
  /** The ask that the notices put. */
  readonly ask?: { readonly n: number; readonly daily: boolean };
}

/** Sends what a rule decided to tell people. Who the resident is comes from the person beside the record. */
export async function sendNotices(
  services: Services<{ requests: 'readPerson'; texts: 'send' }>,
  sending: Sending,
): Promise<void> {
  const { record, rules, notices, purpose, at, ask } = sending;
  if (notices.length === 0) return;
  const person = sending.person ?? (await services.requests.person(record.town, record.id));
  for (const [position, decided] of notices.entries()) {
    const notice = { ...decided, to: meantBy(sending, decided) };
    if (notice.to !== 'resident' && !mayHear(record, rules.town, notice.to.staff)) continue;
    const to = phoneOf(rules, notice.to, person);
    if (to === undefined) continue;
    const body = renderNotice(record, rules, notice, person);
    await services.texts.send(rules.town, {
      purpose: `${record.id}/${purpose}/${position}`,
      to,
      body,
      at: notice.reminds?.at ?? at,
      request: record.id,
      ...(notice.to === 'resident' ? { about: record.id } : {}),
      ...(notice.reminds ? { reminds: notice.reminds.of } : {}),
      ...(ask && { ask: { of: 'request', subject: record.id, n: ask.n } }),
      ...(ask?.daily ? { daily: true } : { atOnce: whyAtOnce(record, notice.text, rules, at) }),
      brief: briefFor(record, rules, notice, person, ask?.daily),
    });
  }
}

/** Only the staff have summaries. */
function briefFor(
  record: RequestRecord,
  rules: Rules,
  notice: Notice,
  person: Person,
  daily = false,
): string | undefined {
  if (notice.to === 'resident') return undefined;
  const language = languageOf(rules.town, notice.to, record);
  const values = noticeValues(record, rules, notice, person);
  return briefOf(rules.town, notice.text, language, values, daily ? 'request' : undefined);
}

/** A notice for whoever left or is away reaches their successor or, where it may be about them, somebody else. */
function meantBy({ record, rules, at }: Sending, { to }: Notice): Notice['to'] {
  if (to === 'resident') return to;
  const staff = meantNow(rules.town, to.staff, record, at);
  if (mayHear(record, rules.town, staff)) return { staff };
  if (rules.town.staff.some(({ id }) => id === to.staff)) return to;
  return { staff: staffAt(rules, homeLadder(record, rules), 0, at).staff };
}

export const phoneOf = (rules: Rules, to: Notice['to'], person: Person): string | undefined =>
  to === 'resident' ? person.phone : rules.town.staff.find(({ id }) => id === to.staff)?.phone;

export function renderNotice(record: RequestRecord, rules: Rules, notice: Notice, person: Person): string {
  const language = languageOf(rules.town, notice.to, record);
  const values = noticeValues(record, rules, notice, person);
  return renderText(rules.town, notice.text, language, values, phoneOf(rules, notice.to, person));
}

/** Of an application, what the step that approves it is shown. */
function applicationValues(
  record: RequestRecord,
  rules: Rules,
  { step: id, to }: Notice,
  person: Person,
  language: Language,
): Notice['values'] {
  const unnamed = to !== 'resident' && !mayKnowWho(rules.town, person, to.staff);
  const programme = programmeOf(record, rules);
  const step = programme.stages.flatMap(({ steps }) => steps).find((one) => one.id === id) ?? {};
  return {
    ...(shows(step, 'name') ? {} : { person: '' }),
    ...(shows(step, 'phone') ? {} : { phone: '' }),
    ...(shows(step, 'place') ? {} : { place: '' }),
    words: applicationText(programme, step, { ...person, unnamed }, language),
  };
}

/** Staff are told who the resident is and how to reach them; a resident is told who looks after the request. */
export function noticeValues(
  record: RequestRecord,
  rules: Rules,
  notice: Notice,
  person: Person,
): Notice['values'] {
  const language = languageOf(rules.town, notice.to, record);
  const known =
    notice.to === 'resident'
      ? {
          person: staffName(rules.town, ownerOf(record, rules.town)),
          phone: staffPhone(rules.town, ownerOf(record, rules.town)) ?? rules.town.settings.sms.number,
        }
      : {
          ...knownResident(rules.town, person, notice.to.staff, language),
          ...(notice.text === 'told-call-list'
            ? { calls: callNumbers(furtherContacts(record, rules), language) }
            : {}),
        };
  if (notice.text === 'ask-approval' && notice.to !== 'resident')
    return {
      request: requestNumber(record),
      ...known,
      ...notice.values,
      ...applicationValues(record, rules, notice, person, language),
    };
  const { words } = notice.values;
  const said =
    words === undefined || notice.to === 'resident'
      ? {}
      : { words: wordsAsKnown(rules.town, person, notice.to.staff, words) };
  return { request: requestNumber(record), ...known, ...notice.values, ...said };
}
