import type { Moment } from '../appointments/moment.js';
import type { AskOption } from '../asks/ask-kinds.js';
import { aidLimit, aidOf, isWithinAid } from '../aid/aid.js';
import type { ReadMoney } from '../aid/read-money.js';
import { numberedDocuments, readDocuments } from '../programme/documents.js';
import type { Placeholder, TextKey } from '../texts/text-keys.js';
import type { Rules } from './decision.js';
import { dutyOf } from './duty-of.js';
import { findTarget, likelyDepartments, namedDepartments } from './find-target.js';
import { programmeOf } from './programme-of.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import type { RequestRecord } from './record.js';
import { moneyText } from '../words/money-text.js';
import { languageOf } from './words.js';

/** Why an answer cannot be taken; the question stays open and the person is told what to do. */
export interface Refused {
  readonly admitted: false;
  readonly reply: Extract<
    TextKey,
    | 'reply-extended-before'
    | 'reply-transfer-unknown'
    | 'reply-transfer-limit'
    | 'reply-duty-list'
    | 'reply-call-unknown'
    | 'reply-documents-unknown'
    | 'reply-aid-unclear'
    | 'reply-aid-limit'
    | 'reply-sessions-limit'
    | 'reply-appointment-unsure'
    | 'reply-appointment-unread'
    | 'reply-appointment-early'
  >;
  /** The values that the reply needs besides those of the ask. */
  readonly values?: Partial<Record<Placeholder, string>>;
  /** The date and time that is asked about. */
  readonly moment?: Moment;
  /** The conversation that the next answer continues: its option's digit alone then says yes to this. */
  readonly begins?: { readonly note: string; readonly early?: true };
}

/** Checks an answer against the request before taking it: nobody waits for a workflow to learn of a refusal. */
export function admitAnswer(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  option: AskOption,
  note: string | undefined,
  yuan?: number,
): { readonly admitted: true } | Refused {
  const { limits } = rules.town.settings;
  if (
    option === 'extend' &&
    (ask.extensions ?? 0) >= extensionsAllowed(record, rules, ask, limits.extensions)
  ) {
    return { admitted: false, reply: 'reply-extended-before' };
  }
  const programme = option === 'documents' ? programmeOf(record, rules) : undefined;
  if (programme && !readDocuments(programme, note)) {
    const language = ask.to.who === 'staff' ? languageOf(rules.town, ask.to, record) : record.language;
    const list = numberedDocuments(programme, language);
    return { admitted: false, reply: 'reply-documents-unknown', values: { list } };
  }
  // Past the limit the duty desk decides, so the words need not name a place.
  const decides = option === 'transfer' && ask.kind !== 'returned' && record.transfers >= limits.transfers;
  const isPassedOn = option === 'transfer' && ask.kind !== 'complaint';
  if ((isPassedOn || option === 'place') && !decides && !findTarget(rules.town, note)) {
    return { admitted: false, reply: 'reply-transfer-unknown' };
  }
  const duty = option === 'transfer' && !decides ? keptFrom(record, rules, ask, note) : undefined;
  if (duty) return duty;
  if (option === 'call') {
    const named = admitCall(record, rules, ask.to.who === 'staff' ? ask.to.staff : undefined, note);
    if (named) return named;
  }
  if (
    option === 'session' &&
    (record.petition?.sessions.length ?? 0) >= rules.town.settings.petition.sessions
  )
    return { admitted: false, reply: 'reply-sessions-limit' };
  return admitAid(
    record,
    rules,
    aidOf(ask.kind, { option, note, yuan }, rules.town.settings.currency),
    ask.to,
  );
}

/** A matter that the duty list keeps to a department is passed to no grid; the entry is quoted, and whose it is. */
function keptFrom(
  record: RequestRecord,
  rules: Rules,
  { to }: PlannedAsk,
  note: string | undefined,
): Refused | undefined {
  const target = findTarget(rules.town, note);
  const duty = target && 'grid' in target ? dutyOf(record, rules.town) : undefined;
  if (!duty) return undefined;
  const language = to.who === 'staff' ? languageOf(rules.town, to, record) : record.language;
  const department = rules.town.departments.find(({ id }) => id === duty.department);
  const values = { entry: duty.entry[language], department: department?.name[language] ?? duty.department };
  return { admitted: false, reply: 'reply-duty-list', values };
}

/** Every department that is called must be one: what is none is asked back, with what is likely meant. */
export function admitCall(
  record: RequestRecord,
  rules: Rules,
  staff: string | undefined,
  note: string | undefined,
): Refused | undefined {
  const { departments, unknown } = namedDepartments(rules.town, note ?? '');
  if (departments.length > 0 && unknown.length === 0) return undefined;
  const language = staff === undefined ? record.language : languageOf(rules.town, { staff }, record);
  const likely = likelyDepartments(rules.town, unknown).slice(0, MOST_LIKELY);
  const list = rules.town.departments
    .filter(({ id }) => likely.includes(id))
    .map(({ name }) => name[language])
    .join(language === 'en' ? ', ' : '、');
  return {
    admitted: false,
    reply: 'reply-call-unknown',
    values: { reason: unknown.join(' '), choices: list },
  };
}

/** As many likely names as a text has room for. */
const MOST_LIKELY = 3;

/** Aid that cannot be recorded is asked for again at once; nobody learns it from an audit. */
function admitAid(
  record: RequestRecord,
  rules: Rules,
  aid: ReadMoney,
  to: PlannedAsk['to'],
): { readonly admitted: true } | Refused {
  if (aid === 'none') return { admitted: true };
  if (aid === 'unclear') return { admitted: false, reply: 'reply-aid-unclear' };
  const { settings } = rules.town;
  const programme = record.department === undefined ? rules.programme : undefined;
  if (isWithinAid(record, aid, settings, programme)) return { admitted: true };
  const language = to.who === 'staff' ? languageOf(rules.town, to, record) : record.language;
  const money = (amount: number): string => moneyText(amount, language, settings.currency);
  const values = { amount: money(aidLimit(settings, programme)), given: money(record.yuan ?? 0) };
  return { admitted: false, reply: 'reply-aid-limit', values };
}

function extensionsAllowed(record: RequestRecord, rules: Rules, ask: PlannedAsk, limit: number): number {
  if (ask.stage === undefined) return limit;
  // One extension for the whole petition, whichever of its steps asks for it.
  if (record.petition && record.extensions >= limit) return 0;
  const step = programmeOf(record, rules).stages[ask.stage]?.steps.find(
    (candidate) => candidate.id === ask.step,
  );
  return step?.extendBy ? limit : 0;
}
