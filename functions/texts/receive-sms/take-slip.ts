import type { Services } from '../../../adapters/services.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import { mayHear } from '../../../domain/request/confidential.js';
import { outcomeOf } from '../../../domain/request/correct-outcome.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { maySaySo } from '../../../domain/request/why-not-corrected.js';
import { isNamedSo, isSurelyName, readSlip } from '../../../domain/sms/read-slip.js';
import type { Taken } from '../../../domain/sms/taken.js';
import { withoutSeparators } from '../../../domain/words/separators.js';
import { subjectValues } from '../../use-cases/ask-subject.js';
import { addRemark } from '../../use-cases/add-remark.js';
import { correctByText } from './carry-out-correction.js';
import type { FUNCTION } from './function.js';
import { lastAnswered } from './last-answered.js';
import type { Received } from './reply-to.js';
import type { Reply, SendersAsk } from './sender.js';

type Effects = Services<typeof FUNCTION>;

/**
 * "刚才回错了，那个办好了": what its sender answered last, or what they name, was recorded wrongly and is put right, though it is
 * closed. Of what has come to no end yet, whoever it is with now hears the words.
 */
export async function takeSlip(
  services: Effects,
  received: Received,
  taken: readonly Taken<SendersAsk>[],
): Promise<Reply | undefined> {
  const { sender, text, current } = received;
  const slip = sender.staff && readSlip(text.body);
  if (!slip || taken.some(({ as }) => as === 'danger' || as === 'command')) return undefined;
  // An ask that is still open, and named, is answered.
  if (taken.some((one) => isAnswerNamed(one, slip.names))) return undefined;
  // What was begun and not recorded is what they mean, unless they name another.
  if (slip.names.length === 0 && sender.asks.some(({ begun }) => begun)) return undefined;
  const record = await meantBy(services, received, slip.names);
  if (record === 'none') return undefined;
  if (record === 'unknown') return { text: 'reply-correct-which', values: {} };
  const by = sender.staff?.id;
  if (outcomeOf(record) !== undefined) {
    const parts = [{ field: 'outcome', words: slip.outcome.replace('-', ' ') }] as const;
    return correctByText(services, received, record, { parts, reason: text.body });
  }
  // They are asked still: it is an answer.
  if (record.asks.some(({ to }) => to.who === 'staff' && to.staff === by)) return undefined;
  await addRemark(services, current.town, record, { words: text.body, at: text.at, key: text.id, by });
  const subject = { of: 'request', record } as const;
  return { text: 'reply-undo-late', values: subjectValues(subject, sender.language), request: record.id };
}

/** "K7Q3 已修好，上一条发错了": what is asked still, and named, was done, though words of a slip stand beside that. */
export function hearBesideSlip(
  { sender, text }: Received,
  taken: readonly Taken<SendersAsk>[],
): readonly Taken<SendersAsk>[] {
  const slip = sender.staff && readSlip(text.body);
  if (slip?.outcome !== 'done') return taken;
  return taken.map((one) => {
    if (!isAnswerNamed(one, slip.names) || one.match.kind !== 'bad-option') return one;
    const { ask } = one.match;
    if (!ask.options.includes('done')) return one;
    const note = withoutSeparators(text.body.replace(new RegExp(ask.code, 'i'), '')).trim();
    return { as: 'answer', match: { kind: 'answer', ask, option: 'done', note } };
  });
}

type Answer = Extract<Taken<SendersAsk>, { as: 'answer' }>;

const isAnswerNamed = (one: Taken<SendersAsk>, names: readonly string[]): one is Answer =>
  one.as === 'answer' &&
  'ask' in one.match &&
  one.match.ask.state === 'open' &&
  isNamed(one.match.ask, names);

const isNamed = (ask: Pick<SendersAsk, 'subject' | 'code'>, names: readonly string[]): boolean =>
  names.some((name) => isNamedSo(name, ask));

/** The request that they name, or that of their latest answer; `unknown` where they have no say in the named one. */
async function meantBy(
  services: Effects,
  received: Received,
  names: readonly string[],
): Promise<RequestRecord | 'none' | 'unknown'> {
  const { town } = received.current;
  const staff = received.sender.staff?.id ?? '';
  const answered = (await lastAnswered(services, received)).filter(({ of }) => of === 'request');
  const named = answered.filter((ask) => isNamed(ask, names));
  const isUnnamed = named.length === 0 && !names.some(isSurelyName);
  const [ask] = isUnnamed ? answered : named;
  if (!ask && isUnnamed) return 'none';
  const id = ask?.subject ?? names.flatMap((name) => readRequestId(name) ?? [])[0];
  const record = id === undefined ? undefined : await services.requests.find(town.settings.id, id);
  const isTheirs = record && (ask ? mayHear(record, town, staff) : maySaySo(record, town, staff));
  return isTheirs ? record : 'unknown';
}
