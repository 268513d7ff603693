import { ASK_KINDS, type AskKind } from '../asks/ask-kinds.js';
import type { Category, Programme, TownSettings } from '../town/schema.js';
import { type ReadMoney, readMoney } from './read-money.js';

/** As much of an answer as says what aid was given. */
export interface AidAnswer {
  readonly option: string;
  readonly note?: string | undefined;
  /** Given as a number of its own, on a page; then the words are words. */
  readonly yuan?: number | undefined;
}

/** Aid is recorded with an outcome or on its own, on work that may bring some: not with appointments or approvals. */
export const isAboutAid = (kind: AskKind, option: string): boolean =>
  ASK_KINDS[kind].some((rule) => rule.option === 'aid') && (option === 'done' || option === 'aid');

/** The aid that an answer records, in the town's currency: a sum, nothing, or something that must be asked for again. */
export function aidOf(kind: AskKind, { option, note = '', yuan }: AidAnswer, currency: string): ReadMoney {
  if (!isAboutAid(kind, option)) return yuan === undefined ? 'none' : 'unclear';
  const read = yuan ?? readMoney(note, currency, option === 'aid');
  // Whoever says that aid was given says how much.
  return read === 'none' && option === 'aid' ? 'unclear' : read;
}

/** Whether a page asks for a sum beside the outcome: not in a public matter, where nobody would get it. */
export const mayBringAid = (category: Pick<Category, 'public'> | undefined): boolean =>
  category?.public === false;

/** As much of a request as says what aid it had. */
export interface Aided {
  readonly yuan?: number | undefined;
  readonly timeline: readonly { readonly type: string }[];
}

/** The most aid on one request in all: the town's limit, or the programme's where that is lower. */
export const aidLimit = ({ aid }: TownSettings, programme: Programme | undefined): number =>
  Math.min(aid.yuan, programme?.yuan ?? Infinity);

/** Whether this much more may be recorded. */
export const isWithinAid = (
  { yuan = 0, timeline }: Aided,
  more: number,
  settings: TownSettings,
  programme: Programme | undefined,
): boolean =>
  yuan + more <= aidLimit(settings, programme) &&
  timeline.filter(({ type }) => type === 'aid').length < settings.aid.times;

/** Sums of money are added in hundredths, so that none is off by a fraction. */
export const addYuan = (before = 0, more = 0): number =>
  (Math.round(before * 100) + Math.round(more * 100)) / 100;
