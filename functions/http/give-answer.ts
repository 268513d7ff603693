import type * as z from 'zod';
import type { AskItem } from '../../adapters/ask-store.js';
import { submissionOf } from '../../adapters/contact.js';
import { type Moment, momentText } from '../../domain/appointments/moment.js';
import { askId } from '../../domain/asks/ask-id.js';
import { ASK_KINDS } from '../../domain/asks/ask-kinds.js';
import { answerWord } from '../../domain/request/answer-word.js';
import type { FormValues } from '../../domain/programme/form.js';
import type { Refused } from '../../domain/request/admit-answer.js';
import type { Bilingual, Language } from '../../domain/words/language.js';
import type { Town } from '../../domain/town/schema.js';
import { answerAsk, type Answering as Effects } from '../use-cases/answer-ask.js';
import { howFar } from '../use-cases/how-far.js';
import { missingForm } from '../use-cases/missing-form.js';
import type { HttpCall } from './http-handler.js';
import { notOpen } from './not-open.js';
import { Problem } from './problem.js';
import type { answeredAnswer, askAnswerBody } from '../../contracts/staff/ask.js';

type Body = Pick<z.output<typeof askAnswerBody>, 'option' | 'note' | 'yuan'> & {
  /** Of an application, checked. */
  readonly form?: FormValues | undefined;
};

/** An ask that may be answered, and whose answer it is. */
export interface Answering {
  readonly ask: AskItem;
  readonly town: Town;
  readonly staff: string;
  /** The way by which the answer comes: a signed link, or somebody in the console. */
  readonly way: string;
}

/** An answer from a page: the same, with the same checks, as a text with the ask's code. */
export async function giveAnswer(
  services: Effects,
  { ask, town, staff, way }: Answering,
  body: Body,
  { at, language }: HttpCall,
): Promise<z.input<typeof answeredAnswer>> {
  checkOption(ask, body, language);
  const { option, note = '', yuan, form } = body;
  if (!form && (await missingForm(services, town, ask, option))) throw wrong('/form', FORM_NEEDED, language);
  const id = askId(ask.subject, ask.n);
  const answered = await answerAsk(services, town, ask, {
    option,
    by: staff,
    ...(note === '' ? {} : { note }),
    ...(yuan === undefined ? {} : { yuan }),
    form,
    at,
    // The same answer sent twice by a slow network is one answer.
    key: submissionOf(
      `${way} ${ask.town} ${id} ${option} ${yuan ?? ''} ${note}${form ? JSON.stringify(form) : ''}`,
    ),
  });
  if (answered.kind === 'refused') throw refused(answered, language, yuan);
  if (answered.kind !== 'recorded') {
    const { subject } = answered;
    throw notOpen(ask, language, {
      milestone: ask.answer && (await howFar(services, town, subject, ask, ask.answer)),
    });
  }
  return { id, option, label: answerWord(ask.kind, option, answered.milestone, language) };
}

function checkOption(ask: AskItem, { option, note = '', yuan }: Body, language: Language): void {
  const rule = ASK_KINDS[ask.kind].find((one) => one.option === option && ask.options.includes(option));
  if (!rule) throw wrong('/option', NOT_OFFERED, language);
  // Aid is said as a sum; it needs no words beside it.
  const isSaid = note !== '' || (option === 'aid' && yuan !== undefined);
  if (rule.note === 'required' && !isSaid) throw wrong('/note', NOTE_NEEDED, language);
}

const NOT_OFFERED: Bilingual = { 'zh-CN': '不能这样回答', en: 'is not among the options' };
const FORM_NEEDED: Bilingual = {
  'zh-CN': '请先填写申请表',
  en: 'is needed: an application is handed in by its form',
};
const NOTE_NEEDED: Bilingual = { 'zh-CN': '须写明理由或内容', en: 'is needed with this option' };

const UNKNOWN_DEPARTMENTS: Bilingual = {
  'zh-CN': '请只写镇里有的单位，用顿号隔开',
  en: 'must name departments of this town, and nothing else',
};

/** The replies to the sender of a text, by the field of a form. */
const REFUSED: Readonly<Record<Refused['reply'], { field: string; words: Bilingual }>> = {
  'reply-extended-before': {
    field: '/option',
    words: { 'zh-CN': '不能再延期', en: 'it cannot be extended any more' },
  },
  'reply-transfer-unknown': {
    field: '/note',
    words: { 'zh-CN': '没有这个网格或部门', en: 'is no grid and no department of this town' },
  },
  'reply-duty-list': {
    field: '/note',
    words: {
      'zh-CN': '不能转给网格：职责清单规定由{department}负责（“{entry}”），请转{department}',
      en: 'cannot be a grid: by the duty list this is for {department} ("{entry}"); pass it there',
    },
  },
  'reply-documents-unknown': {
    field: '/note',
    words: {
      'zh-CN': '请写材料的序号，如 2 3；不写即全部',
      en: 'must name documents by their numbers, for example 2 3; none means all',
    },
  },
  'reply-call-unknown': {
    field: '/note',
    words: UNKNOWN_DEPARTMENTS,
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
  'reply-appointment-unsure': {
    field: '/note',
    words: {
      'zh-CN': '看不准日期，是{when}吗？请照此写明日期和时间',
      en: 'is not certain: is it {when}? Write the date and the time like this',
    },
  },
  'reply-appointment-unread': {
    field: '/note',
    words: {
      'zh-CN': '请写明是哪一天、几点，例如 8月26日上午8:30',
      en: 'must say which day and what time, for example Wed 26 Aug, 8:30',
    },
  },
  'reply-appointment-early': {
    field: '/note',
    words: {
      'zh-CN': '约定的{when}还没到；确已提前做完的，请在说明里写“提前”',
      en: 'must say "early" if it was done before its appointment, {when}',
    },
  },
};

/** A sum that was read from the words is wrong in the words. */
function refused(
  { reply, moment, values = {} }: Pick<Refused, 'reply' | 'values'> & { readonly moment?: Moment },
  language: Language,
  yuan: number | undefined,
): Problem {
  const { field, words } = REFUSED[reply];
  const named: Readonly<Record<string, string | undefined>> = {
    ...values,
    ...(moment ? { when: momentText(moment, language) } : {}),
  };
  const filled = words[language].replaceAll(/\{(\w+)\}/g, (_whole, name: string) => named[name] ?? '');
  const said = { ...words, [language]: filled };
  return wrong(field === '/yuan' && yuan === undefined ? '/note' : field, said, language);
}

export const unknownDepartments = (language: Language): Problem =>
  wrong('/departments', UNKNOWN_DEPARTMENTS, language);

const wrong = (field: string, words: Bilingual, language: Language): Problem =>
  new Problem('invalid-body', [{ field, message: words[language] }]);
