import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import { submissionOf } from '../../adapters/contact.js';
import type { AskItem } from '../../adapters/ask-store.js';
import type { Services } from '../../adapters/services.js';
import { askId } from '../../domain/asks/ask-id.js';
import { ASK_KINDS } from '../../domain/asks/ask-kinds.js';
import { optionWord } from '../../domain/asks/option-words.js';
import type { Refused } from '../../domain/request/admit-answer.js';
import type { Bilingual, Language } from '../../domain/town/language.js';
import { type HttpCall, json } from '../http/http-handler.js';
import { Problem } from '../http/problem.js';
import { readBody } from '../http/read-body.js';
import { askAnswerBody, type answeredAnswer } from '../http/schemas/ask.js';
import { answerAsk } from '../use-cases/answer-ask.js';
import { loadSubject } from '../use-cases/ask-subject.js';
import { methodOf, noteWithPoints } from './check-form.js';
import type { OpenedAsk } from './open-ask.js';

type Effects = Pick<Services, 'towns' | 'requests' | 'tasks' | 'asks' | 'texts' | 'workflow'>;
type Body = z.output<typeof askAnswerBody>;

/** `POST /asks/{id}?sig=`: the same answer, and the same checks, as a text with the ask's code. */
export async function takeAnswer(
  services: Effects,
  { ask, staff }: OpenedAsk,
  call: HttpCall,
): Promise<APIGatewayProxyStructuredResultV2> {
  const body = readBody(call, askAnswerBody);
  const { option, yuan } = body;
  const note = await noteOf(services, ask, body, call.language);
  checkOption({ ask, staff }, { ...body, note }, call.language);
  const id = askId(ask.subject, ask.n);
  const answered = await answerAsk(services, ask, {
    option,
    by: staff,
    ...(note === '' ? {} : { note }),
    ...(yuan === undefined ? {} : { yuan }),
    at: call.at,
    // The same answer sent twice by a slow network is one answer.
    key: submissionOf(`link ${ask.town} ${id} ${option} ${yuan ?? ''} ${note}`),
  });
  if (answered.kind === 'refused') throw refused(answered.reply, call.language, body.yuan);
  if (answered.kind !== 'recorded') throw new Problem('not-open');
  const answer: z.input<typeof answeredAnswer> = {
    id,
    option,
    label: optionWord(ask.kind, option, call.language),
  };
  return json(202, answer);
}

/** What was said, with the points of a check's form as a text would name them. */
async function noteOf(services: Effects, ask: AskItem, body: Body, language: Language): Promise<string> {
  if (body.points === undefined) return body.note ?? '';
  const subject = await loadSubject(services, ask);
  return noteWithPoints(await methodOf(services, subject), body, language);
}

function checkOption({ ask }: OpenedAsk, { option, note = '', yuan }: Body, language: Language): void {
  const rule = ASK_KINDS[ask.kind].find((one) => one.option === option && ask.options.includes(option));
  if (!rule) throw wrong('/option', NOT_OFFERED, language);
  // Aid is said in yuan; it needs no words beside it.
  const isSaid = note !== '' || (option === 'aid' && yuan !== undefined);
  if (rule.note === 'required' && !isSaid) throw wrong('/note', NOTE_NEEDED, language);
}

const NOT_OFFERED: Bilingual = { 'zh-CN': '不能这样回答', en: 'is not among the options' };
const NOTE_NEEDED: Bilingual = { 'zh-CN': '须写明理由或内容', en: 'is needed with this option' };

/** What the sender of a text is told, by the field of a form. */
const REFUSED: Readonly<Record<Refused['reply'], { field: string; words: Bilingual }>> = {
  'reply-extended-before': {
    field: '/option',
    words: { 'zh-CN': '不能再延期', en: 'it cannot be extended any more' },
  },
  'reply-transfer-unknown': {
    field: '/note',
    words: { 'zh-CN': '没有这个网格或部门', en: 'is no grid and no department of this town' },
  },
  'reply-documents-unknown': {
    field: '/note',
    words: {
      'zh-CN': '请写材料的序号，如 2 3；不写即全部',
      en: 'must name documents by their numbers, for example 2 3; none means all',
    },
  },
  'reply-transfer-limit': {
    field: '/option',
    words: { 'zh-CN': '不能再转办', en: 'it cannot be passed on any more' },
  },
  'reply-aid-unclear': {
    field: '/yuan',
    words: { 'zh-CN': '请用数字写明一个金额', en: 'state one sum in digits, with done or aid' },
  },
  'reply-aid-limit': {
    field: '/yuan',
    words: { 'zh-CN': '超过可登记的救助上限', en: 'is more than may be recorded on this request' },
  },
  'reply-sessions-limit': {
    field: '/option',
    words: { 'zh-CN': '调解次数已达上限', en: 'no more sessions can be recorded' },
  },
};

/** A sum that was read from the words is wrong in the words. */
function refused(reply: Refused['reply'], language: Language, yuan: number | undefined): Problem {
  const { field, words } = REFUSED[reply];
  return wrong(field === '/yuan' && yuan === undefined ? '/note' : field, words, language);
}

const wrong = (field: string, words: Bilingual, language: Language): Problem =>
  new Problem('invalid-body', [{ field, message: words[language] }]);
