import type { Services } from '../../../adapters/services.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import { admitCall } from '../../../domain/request/admit-answer.js';
import { mayCall } from '../../../domain/request/call-departments.js';
import { namedDepartments } from '../../../domain/request/find-target.js';
import { contactOf } from '../../../domain/request/home-ladder.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { staffPhone } from '../../../domain/request/words.js';
import type { Command } from '../../../domain/sms/command.js';
import type { Answering } from '../../use-cases/answer-ask.js';
import { callDepartments } from '../../use-cases/call-departments.js';
import { rulesIn } from '../../use-cases/load-rules.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

type Effects = Answering & Services<{ requests: 'save' }>;
type CallCommand = Extract<Command, { name: 'call' }>;

const HOW: Reply = { text: 'reply-call-how', values: {} };

/** Requests looked at to find the one that is meant: more nobody has in hand at a time. */
const LOOKED_AT = 12;

/** Whoever owns a request calls several departments to it: each is asked by itself, and reports in. */
export async function takeCall(services: Effects, received: Received, command: CallCommand): Promise<Reply> {
  const { current, sender, text } = received;
  const { town } = current;
  if (!sender.staff || command.words === '') return HOW;
  const meant = await whichCalled(services, received, command, sender.staff.id);
  if ('reply' in meant) return meant.reply;
  const { record } = meant;
  const rules = await rulesIn(services, town, record);
  const refused = admitCall(record, rules, sender.staff.id, command.words);
  if (refused) return { text: refused.reply, values: refused.values ?? {}, request: record.id };
  const { departments, note } = namedDepartments(town, command.words);
  const request = showRequestId(record.id);
  if (record.path === 'emergency')
    return {
      text: 'reply-call-emergency',
      values: { request, calls: phonesOf(received, departments) },
      request: record.id,
    };
  const call = { departments, note, by: sender.staff.id, at: text.at, key: text.id };
  const isCalled = await callDepartments(services, town, record, call);
  return isCalled
    ? { text: 'reply-called', values: { request, list: namesOf(received, departments) }, request: record.id }
    : { text: 'reply-call-asked', values: { request }, request: record.id };
}

const namesOf = ({ current: { town }, sender }: Received, ids: readonly string[]): string =>
  town.departments
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name[sender.language])
    .join(sender.language === 'en' ? ', ' : '、');

/** Whom to telephone at each. */
const phonesOf = (received: Received, ids: readonly string[]): string =>
  ids
    .map((id) => {
      const { town } = received.current;
      const staff = contactOf({ town }, id, received.text.at);
      return `${namesOf(received, [id])}${staffPhone(town, staff) ?? ''}`;
    })
    .join(' ');

/** The request of the number or code; else the sender's only one to call for, the one they are asked about first. */
async function whichCalled(
  services: Effects,
  received: Received,
  { request, code }: CallCommand,
  staff: string,
): Promise<{ readonly record: RequestRecord } | { readonly reply: Reply }> {
  const { sender } = received;
  const coded = sender.asks.find((ask) => ask.code === code && ask.of === 'request');
  if (code !== undefined && !coded) return { reply: { text: 'reply-unknown-code', values: { code } } };
  const named = request ?? coded?.subject;
  const asked = (open: boolean): string[] =>
    sender.asks.flatMap(({ of, subject, state }) =>
      of === 'request' && (state === 'open') === open ? [subject] : [],
    );
  const groups = named === undefined ? [asked(true), asked(false)] : [[named]];
  for (const ids of groups) {
    const found = await callable(services, received, [...new Set(ids)], staff);
    const [only, ...more] = found;
    if (only && more.length === 0) return { record: only };
    if (only) return { reply: askWhich(found, sender.language) };
  }
  return { reply: HOW };
}

async function callable(
  services: Effects,
  { current: { town } }: Received,
  ids: readonly string[],
  staff: string,
): Promise<RequestRecord[]> {
  const found = await Promise.all(
    ids.slice(-LOOKED_AT).map((id) => services.requests.find(town.settings.id, id)),
  );
  return found.flatMap((record) =>
    record?.closedAs === undefined && record && mayCall(record, { town }, staff) ? [record] : [],
  );
}

const WORD = { 'zh-CN': '吹哨', en: 'call' } as const;

const askWhich = (found: readonly RequestRecord[], language: 'zh-CN' | 'en'): Reply => ({
  text: 'reply-several',
  values: { list: found.map(({ id }) => `${WORD[language]} ${showRequestId(id)}`).join('\n') },
});
