import type { AskItem } from '../../../adapters/ask-store.js';
import { staffOfContact } from '../../../adapters/contact.js';
import { isAboutAid, mayBringAid } from '../../../domain/aid/aid.js';
import { mayDo } from '../../../domain/access/permissions.js';
import { answersAs } from '../../../domain/access/who-may-answer.js';
import { askId } from '../../../domain/asks/ask-id.js';
import { ASK_KINDS, isAskOption } from '../../../domain/asks/ask-kinds.js';
import { meantFor } from '../../../domain/asks/meant-for.js';
import { plannedAsk } from '../../../domain/asks/plan-ask.js';
import { answerOnPage } from '../../../domain/request/answer-word.js';
import { nameOfStep } from '../../../domain/request/describe-entry.js';
import type { Rules } from '../../../domain/request/decision.js';
import { milestoneReached } from '../../../domain/request/milestones.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { ConsoleUser } from '../../http/console-user.js';
import type { ConsoleAsk } from '../../../contracts/console/requests.js';
import type { Told } from './request-detail.js';
import { staffPhone } from '../../../domain/request/words.js';
import { given } from '../../../domain/words/given.js';
import { upperFirst } from '../../../domain/words/upper-first.js';
import { nameBeside } from '../words.js';

interface Asking extends Told {
  readonly user: ConsoleUser;
  readonly at: number;
  /** Whether the phones of staff are shown. */
  readonly phones: boolean;
}

const iso = (at: number): string => new Date(at).toISOString();

/** One ask of a request: to whom it was put, what may be answered, and what was. */
export function askView(ask: AskItem, record: RequestRecord, rules: Rules, asking: Asking): ConsoleAsk {
  const { town } = rules;
  const { n, kind, askedAt, until, waitsFor } = ask;
  const { language, user, at } = asking;
  const addressee = staffOfContact(ask.contact);
  const planned = plannedAsk(record, n);
  const meant = addressee && planned?.to.who === 'staff' ? meantFor(town, planned.to, at) : addressee;
  const state = ask.answer ? 'answered' : planned && at < until ? 'open' : 'over';
  const offered = ASK_KINDS[kind].filter(({ option }) => ask.options.includes(option));
  return {
    n,
    id: askId(record.id, n),
    kind,
    ...(ask.step === undefined ? {} : { step: nameOfStep(ask.step, record, rules, language) }),
    to: addressee ?? waitsFor ?? 'resident',
    ...nameBeside(town, 'toName', meant),
    ...(state === 'open' && asking.phones ? given({ toPhone: staffPhone(town, meant) }) : {}),
    state,
    askedAt: iso(askedAt),
    due: iso(until),
    options: offered.map(({ option, note, says }) => ({
      option,
      label: answerOnPage(kind, option, milestoneReached(record, rules, ask, { option }), language),
      note,
      ...given({ says: says && upperFirst(says[language]) }),
    })),
    aid: isAboutAid(kind, 'done') && mayBringAid(town.categories.find(({ id }) => id === record.category)),
    ...(ask.answer ? { answer: answerView(ask, ask.answer, record, rules, asking) } : {}),
    mayAnswer:
      state === 'open' &&
      meant !== undefined &&
      mayDo(user.roles, 'requests.answer') &&
      answersAs(town, { addressee: meant, kind }, user.staff) !== undefined,
  };
}

function answerView(
  ask: AskItem,
  { option, by, at, note, milestone }: NonNullable<AskItem['answer']>,
  record: RequestRecord,
  rules: Rules,
  { language, words }: Told,
): NonNullable<ConsoleAsk['answer']> {
  const far = milestoneReached(record, rules, ask, { option, milestone });
  return {
    option,
    ...(isAskOption(option) ? { label: answerOnPage(ask.kind, option, far, language) } : {}),
    by,
    ...nameBeside(rules.town, 'byName', by),
    at: iso(at),
    ...(words && note !== undefined ? { note } : {}),
  };
}
