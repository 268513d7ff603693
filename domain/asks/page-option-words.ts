import type { Language } from '../words/language.js';
import type { AskKind, AskOption } from './ask-kinds.js';
import { optionWord } from './option-words.js';
import { upperFirst } from '../words/upper-first.js';

/** In Chinese only where the word that is texted says too little on a page, too. */
type Said = Readonly<{ en: string; 'zh-CN'?: string }>;

const say = (en: string, zh?: string): Said => (zh === undefined ? { en } : { en, 'zh-CN': zh });

/** What an option means whatever is asked. */
const ANYWHERE: Readonly<Partial<Record<AskOption, Said>>> = {
  accept: say('Take it on'),
  decline: say('Cannot come'),
  transfer: say('Pass it on'),
  same: say('Same as another request', '与另一件合并'),
  extend: say('Extend the deadline'),
  aid: say('Aid was given'),
  session: say('Mediation was held'),
  documents: say('Documents are missing', '缺件'),
  brought: say('Documents are complete'),
  refer: say('Refer it elsewhere', '转其他单位'),
  retry: say('Try again'),
  problem: say('There is a problem'),
  'not-reached': say('Not reached'),
  said: say('Reply', '回答'),
  call: say('Call departments'),
};

/** What it means where it is another thing there. */
const BY_KIND: Readonly<Partial<Record<AskKind, Partial<Record<AskOption, Said>>>>> = {
  placement: { place: say('Assign it to a grid or department', '派给网格或部门') },
  'taking-up': { accept: say('Take it up'), refuse: say('Do not take it up') },
  complaint: { accept: say('Take it up'), transfer: say('Not a complaint') },
  application: { done: say('Application submitted') },
  approval: { done: say('Approve') },
  appointment: { done: say('Appointment made', '已约定') },
  returned: { accept: say('Handle it ourselves') },
  settlement: { done: say('Settled', '已化解') },
  'sign-off': { allow: say('Allow'), deny: say('Do not allow') },
  rectification: { done: say('Put right') },
  supervision: { replied: say('Reply') },
  review: { failed: say('Something to put right', '发现问题') },
};

/** An option as a page of the console names it; a text offers the one word that answers it. */
export const pageOptionWord = (kind: AskKind, option: AskOption, language: Language): string =>
  BY_KIND[kind]?.[option]?.[language] ??
  ANYWHERE[option]?.[language] ??
  upperFirst(optionWord(kind, option, language));
