import type { Services } from '../../../adapters/services.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import { correctedWords } from '../../../domain/request/corrected-words.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { changesOf } from '../../../domain/request/tell-correction.js';
import { mayCorrect, WHY_NOT } from '../../../domain/request/why-not-corrected.js';
import type { TextedCorrection } from '../../../domain/sms/read-correction.js';
import { resolveCorrection, type Unclear } from '../../../domain/sms/resolve-correction.js';
import type { Town } from '../../../domain/town/schema.js';
import type { Language } from '../../../domain/words/language.js';
import { correct, type Correcting } from '../../use-cases/correct-request.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

type Effects = Correcting & Services<{ asks: 'findOfPerson'; requests: 'read' }>;

/** The owner, the desk or a leader puts right what was recorded wrongly. What is unclear is asked back with an example, and nothing is guessed. */
export async function takeCorrection(
  services: Effects,
  received: Received,
  texted: TextedCorrection,
): Promise<Reply> {
  const { current, sender, text } = received;
  const record = await meant(services, received, texted);
  const { language, staff } = sender;
  if (!record || !staff) return { text: 'reply-correct-which', values: {} };
  const request = showRequestId(record.id);
  const about = { request: record.id, values: { request } };
  if (!mayCorrect(record, current.town, staff.id)) return { ...about, text: 'reply-correct-owner' };
  if (texted.parts.length === 0) return { ...about, text: 'reply-correct-how' };
  const { read, unclear } = resolveCorrection(current.town, record, texted);
  if (unclear) return { ...about, ...askBack(current.town, unclear, request, language) };
  const correction = { ...read, reason: texted.reason, by: staff.id, at: text.at };
  const { before, record: after, rules, problems } = await correct(services, current, record.id, correction);
  const [problem] = problems;
  if (problem)
    return {
      ...about,
      text: 'reply-correct-problem',
      values: { request, problem: WHY_NOT[problem.why][language] },
    };
  const made = changesOf(before, after);
  // Delivered again, it was made by the first delivery.
  const changes = made.length > 0 ? made : changesAt(after, text.at, staff.id);
  if (changes.length === 0) return { ...about, text: 'reply-correct-same' };
  const values = { request, changes: correctedWords(changes, rules, language) };
  return { ...about, text: texted.reason === '' ? 'reply-corrected-why' : 'reply-corrected', values };
}

const changesAt = ({ timeline }: RequestRecord, at: number, by: string) =>
  timeline.flatMap((entry) =>
    entry.type === 'corrected' && entry.at === at && entry.by === by ? [entry] : [],
  );

/** The request of a number, of the code of something the sender is or was asked, or else the only one that they are asked about. */
async function meant(
  { asks, requests }: Effects,
  { current, sender }: Received,
  { request, code }: TextedCorrection,
): Promise<RequestRecord | undefined> {
  const town = current.town.settings.id;
  if (request !== undefined) return requests.find(town, request);
  const put = code === undefined ? sender.asks : await asks.ofContact(town, sender.contact);
  const named = put.filter(
    (ask) => ask.of === 'request' && (code === undefined ? ask.state === 'open' : ask.code === code),
  );
  const [only, ...others] = [...new Set(named.map(({ subject }) => subject))];
  return only === undefined || others.length > 0 ? undefined : requests.find(town, only);
}

/** What was not understood, and what to write instead, that can be obeyed. */
function askBack(
  town: Town,
  { words, choices, field }: Unclear,
  request: string,
  language: Language,
): Pick<Reply, 'text' | 'values'> {
  if (choices.length > 0)
    return {
      text: 'reply-correct-choose',
      values: { request, words, choices: choices.join(language === 'en' ? ', ' : '、') },
    };
  return {
    text: 'reply-correct-unclear',
    values: { request, words, problem: exampleOf(town, field, language) },
  };
}

/** How a field is corrected, in words that this town understands. */
function exampleOf({ categories, grids, staff }: Town, field: Unclear['field'], language: Language): string {
  const category = categories.find(({ path }) => path === 'coordinated')?.name[language] ?? '';
  const [grid] = grids;
  const [person] = staff;
  const examples = {
    any: { 'zh-CN': `类别 ${category}`, en: `category ${category}` },
    category: { 'zh-CN': `类别 ${category}`, en: `category ${category}` },
    danger: { 'zh-CN': '险情 有', en: 'danger yes' },
    path: { 'zh-CN': '办理方式 信访', en: 'path petition' },
    place: { 'zh-CN': `地点 ${grid?.number}网格`, en: `place grid ${grid?.number}` },
    owner: { 'zh-CN': `负责人 ${person?.name}`, en: `owner ${person?.name}` },
    handler: { 'zh-CN': `经办 ${person?.name}`, en: `handler ${person?.name}` },
    outcome: { 'zh-CN': '结果 未办', en: 'outcome not done' },
    joined: { 'zh-CN': '合并到 7Q3K-9M2X', en: 'join 7Q3K-9M2X' },
  } as const;
  return examples[field][language];
}
