import type { Services } from '../../../adapters/services.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import { mayHear } from '../../../domain/request/confidential.js';
import { type Reading, readWords } from '../../../domain/reading/read-words.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { WHY_NOT } from '../../../domain/request/why-not-corrected.js';
import { correctionExample } from '../../../domain/sms/correction-examples.js';
import { readCorrection, type TextedCorrection } from '../../../domain/sms/read-correction.js';
import type { Taken } from '../../../domain/sms/taken.js';
import type { Unclear } from '../../../domain/sms/resolve-correction.js';
import type { Town } from '../../../domain/town/schema.js';
import type { Language } from '../../../domain/words/language.js';
import { correctByWords } from '../../use-cases/correct-by-words.js';
import type { Correcting } from '../../use-cases/correct-request.js';
import type { Received } from './reply-to.js';
import type { Reply, SendersAsk } from './sender.js';

type Effects = Correcting & Services<{ asks: 'findOfPerson'; requests: 'read'; inbound: 'remember' }>;

/** Puts right what was recorded wrongly. What is unclear is asked back with an example. */
export async function takeCorrection(
  services: Effects,
  received: Received,
  texted: TextedCorrection,
): Promise<Reply> {
  const record = await meant(services, received, texted);
  const { current, sender } = received;
  // A request that they may not hear of is as unknown as a number that nobody has.
  if (!record || !sender.staff || !mayHear(record, current.town, sender.staff.id))
    return { text: 'reply-correct-which', values: {} };
  return correctByText(services, received, record, texted);
}

/** Puts a request right, and says what came of it; who did not say why is asked once. */
export async function correctByText(
  services: Effects,
  received: Received,
  record: RequestRecord,
  texted: Pick<TextedCorrection, 'parts' | 'reason'>,
): Promise<Reply> {
  const { current, sender, text } = received;
  const { language } = sender;
  const request = showRequestId(record.id);
  const about = { request: record.id, values: { request } };
  const said = { record, texted, by: sender.staff?.id ?? '', language, at: text.at };
  const done = await correctByWords(services, current, said);
  switch (done.kind) {
    case 'not-theirs':
      return { ...about, text: 'reply-correct-owner' };
    case 'nothing':
      return { ...about, text: 'reply-correct-how' };
    case 'explained':
      return { ...about, text: 'reply-correct-explained' };
    case 'same':
      return { ...about, text: 'reply-correct-same' };
    case 'unclear':
      return { ...about, ...askBack(current.town, done.unclear, request, language) };
    case 'refused':
      return {
        ...about,
        text: 'reply-correct-problem',
        values: { request, problem: WHY_NOT[done.why][language] },
      };
    case 'corrected': {
      const values = { request, changes: done.changes };
      if (done.isExplained) return { ...about, text: 'reply-corrected', values };
      await askWhy(services, received, request);
      return { ...about, text: 'reply-corrected-why', values, begins: true };
    }
  }
}

const WHY = '改 {request} 原因 ';

/** The next text says why, in words alone. */
const askWhy = ({ inbound }: Effects, { current, sender, text }: Received, request: string): Promise<void> =>
  inbound.begin(current.town.settings.id, sender.contact, {
    code: '',
    option: 'said',
    note: '',
    command: WHY.replace('{request}', request),
    at: text.at,
    by: text.id,
  });

/** Taken for something that leads nowhere: to whoever was just asked why, it is the reason. */
const LEADS_NOWHERE: ReadonlySet<string> = new Set(['bad-option', 'several', 'nothing-open', 'unread']);

const saysNoMatter = ({ category, complaint }: Reading): boolean =>
  !category.sure && complaint.level === 'none';

/** Why the sender corrected something, where they were asked that and say nothing else. */
export function reasonIn(
  { current, sender, text }: Received,
  taken: readonly Taken<SendersAsk>[],
): TextedCorrection | undefined {
  const [only, ...others] = taken;
  const command = sender.begun?.command;
  if (!only || others.length > 0 || !command?.startsWith('改') || !/\p{L}{2}/u.test(text.body))
    return undefined;
  const isFree =
    only.as === 'nothing' ||
    (only.as === 'answer' && LEADS_NOWHERE.has(only.match.kind)) ||
    (only.as === 'words' && saysNoMatter(readWords(current.town, only.words)));
  return isFree ? readCorrection(command + text.body) : undefined;
}

/** The request of a number, of an ask's code, or else the only one that the sender is asked about. */
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

/** Says which part was not understood, and what to write instead. */
function askBack(
  town: Town,
  { words, choices, field }: Unclear,
  request: string,
  language: Language,
): Pick<Reply, 'text' | 'values'> {
  return choices.length > 0
    ? {
        text: 'reply-correct-choose',
        values: { request, words, choices: choices.join(language === 'en' ? ', ' : '、') },
      }
    : {
        text: 'reply-correct-unclear',
        values: { request, words, problem: correctionExample(town, field, language) },
      };
}
