import type { Bilingual } from '../words/language.js';
import { comingAppointment } from './appointment.js';
import { askedNext } from './after-correction.js';
import { correctedWords } from './corrected-words.js';
import type { Correction } from './correction.js';
import type { Notice, Rules } from './decision.js';
import { tellJoined } from './join-requests.js';
import { tellResident, tellStaff } from './notices.js';
import { programmeOf } from './programme-of.js';
import type { RequestRecord } from './record.js';
import { entriesOf } from './timeline.js';
import { dueText, languageOf, staffName } from './words.js';

/** Who hears of a correction: each once, and nobody who is asked about it right away, nor whoever made it. */
export interface CorrectionTold {
  readonly notices: readonly Notice[];
  /** Staff whose ask is void and who are not asked again: they hear that it is no longer needed. */
  readonly released: ReadonlySet<string>;
}

/** `rules` are those of the request as it now stands. */
export function tellCorrection(
  before: RequestRecord,
  after: RequestRecord,
  rules: Rules,
  correction: Correction,
): CorrectionTold {
  const { by, at } = correction;
  const asked = askedNext(after, rules, at);
  const void_ = new Set(
    after.asks.flatMap(({ to, corrected }) => (corrected && to.who === 'staff' ? [to.staff] : [])),
  );
  const released = new Set([...void_].filter((staff) => staff !== by && !asked.has(staff)));
  const others = [...concerned(before, after)].filter(
    (staff) => staff !== by && !void_.has(staff) && (!asked.has(staff) || isAskedAlready(after, staff)),
  );
  return {
    notices: [
      ...residentNotices(before, after, rules, correction),
      ...others.map((staff) => tellOf(staff, before, after, rules, correction)),
    ],
    released,
  };
}

const isAskedAlready = ({ asks }: RequestRecord, staff: string): boolean =>
  asks.some(({ to, corrected }) => !corrected && to.who === 'staff' && to.staff === staff);

/** Whoever owns or owned it, works or worked on it, and, unless only they changed, whoever is asked on. */
function concerned(before: RequestRecord, after: RequestRecord): ReadonlySet<string> {
  const people = [before.owner, after.owner, before.handler, after.handler];
  const isOfPeople = changesOf(before, after).every(({ what }) => what === 'owner' || what === 'handler');
  const asked = isOfPeople ? [] : after.asks.flatMap(({ to }) => (to.who === 'staff' ? [to.staff] : []));
  return new Set([...people.filter((one) => one !== undefined), ...asked]);
}

function tellOf(
  staff: string,
  before: RequestRecord,
  after: RequestRecord,
  rules: Rules,
  { by, reason }: Correction,
): Notice {
  const isTheirs = after.owner === staff || after.handler === staff || isAskedAlready(after, staff);
  if (!isTheirs)
    return tellStaff(after, rules, staff, 'told-taken-over', {
      person: staffName(rules.town, after.handler ?? after.owner),
    });
  const language = languageOf(rules.town, { staff }, after);
  return tellStaff(after, rules, staff, 'told-corrected', {
    person: staffName(rules.town, by),
    changes: correctedWords(changesOf(before, after), rules, language),
    reason,
  });
}

export const changesOf = (before: RequestRecord, after: RequestRecord) =>
  entriesOf({ timeline: after.timeline.slice(before.timeline.length) }, 'corrected');

/** Tells the resident where a promise to them has changed. Results of the correction are told by themselves. */
function residentNotices(
  before: RequestRecord,
  after: RequestRecord,
  rules: Rules,
  { reason, at }: Correction,
): Notice[] {
  if (after.joinedTo !== undefined && after.joinedTo !== before.joinedTo)
    return [tellJoined(after, rules, after.joinedTo)];
  if (after.outcome?.as === 'refused' && before.outcome?.as !== 'refused') {
    // A request that is still open is closed by it, and told then.
    const alternatives = programmeOf(after, rules).alternatives[after.language];
    return after.closedAs === undefined
      ? []
      : [tellResident(after, rules, 'closed-refused', { reason, alternatives })];
  }
  if (!isPromiseChanged(before, after)) return [];
  return [
    tellResident(after, rules, 'corrected', {
      changes: `${calledOff(before, after, rules, at)}${correctedWords(changesOf(before, after), rules, after.language)}`,
      due:
        after.closedAs === undefined && after.outcome === undefined
          ? dueText(after.dueAt, rules, after.language)
          : '',
    }),
  ];
}

const CALLED_OFF: Bilingual = {
  'zh-CN': '原约定的时间取消，请不要前往；',
  en: 'the appointment is called off, please do not go; ',
};

/** Nobody is to go where they are not expected any more. */
function calledOff(before: RequestRecord, after: RequestRecord, { town }: Rules, at: number): string {
  const [was, is] = [before, after].map((record) => comingAppointment(record, town.settings, at));
  return was && !is ? CALLED_OFF[after.language] : '';
}

/** A request that is not assigned yet, and an emergency, is told of by the receipt that follows. */
function isPromiseChanged(before: RequestRecord, after: RequestRecord): boolean {
  if (after.status === 'received' || (after.path === 'emergency' && before.path !== 'emergency'))
    return false;
  return (
    before.owner !== after.owner ||
    before.category !== after.category ||
    before.dueAt !== after.dueAt ||
    before.department !== after.department ||
    before.outcome?.as !== after.outcome?.as ||
    before.closedAs !== after.closedAs ||
    before.joinedTo !== after.joinedTo
  );
}
