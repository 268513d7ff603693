import type { Bilingual } from '../words/language.js';
import { ASK_KIND_NAMES, ASK_OPTIONS, type AskKind, type AskOption, isAskOption } from './ask-names.js';

export { ASK_KIND_NAMES, ASK_OPTIONS, type AskKind, type AskOption, isAskOption };

/**
 * Everything a person does is an ask. This table is the whole vocabulary: for each kind of ask, what may be answered,
 * by number or by keyword, and whether the answer needs words of its own (a reason, a date, a target).
 */
export type NoteRule = 'none' | 'optional' | 'required';

/**
 * The meaning of each digit, whatever is asked: whoever learnt one ask can answer all of them. Held by a test; taught
 * by the texts, by "help" and by docs/texting.md.
 */
export const DIGITS = {
  /** Yes, taken, done, satisfied. */
  yes: 1,
  /** No, not possible, not satisfied. */
  no: 2,
  /** Later. */
  later: 3,
  /** It belongs to somebody else. */
  passOn: 4,
  aid: 5,
  /** Papers are missing. */
  papers: 6,
  /** It is the same event as another. */
  same: 7,
  /** Tried, and not at its end yet. */
  tried: 8,
  /** Several are wanted at once. */
  several: 9,
} as const;
type Meaning = keyof typeof DIGITS;

export interface OptionRule {
  readonly option: AskOption;
  /** The digit a person texts. */
  readonly number: number;
  /** The digit in texts that were sent before one digit had one meaning. */
  readonly numberBefore: number;
  /** Words that mean the same, already folded (half width, lower case). The first of each language is the one shown. */
  readonly keywords: readonly string[];
  readonly note: NoteRule;
  /** The name of the note, as the texts ask for it: "2不予(原因)". */
  readonly says?: Bilingual;
  /** The word for it where it is offered, if not the first keyword. */
  readonly offered?: Bilingual;
  /** Its words are asked for once where they are missing; without them it counts all the same. */
  readonly wanted?: true;
  /** No text offers it: it is taught by docs/texting.md, and shown on pages. */
  readonly unlisted?: true;
}

const WHY: Bilingual = { 'zh-CN': '原因', en: 'why' };
const WHO: Bilingual = { 'zh-CN': '单位', en: 'to whom' };
const WHAT: Bilingual = { 'zh-CN': '结果', en: 'what' };

type Extra = Partial<Pick<OptionRule, 'note' | 'says' | 'offered' | 'wanted' | 'unlisted' | 'numberBefore'>>;

const option = (
  meaning: Meaning,
  name: AskOption,
  keywords: readonly string[],
  { note = 'optional', says, offered, wanted, unlisted, numberBefore = DIGITS[meaning] }: Extra = {},
): OptionRule => ({
  option: name,
  number: DIGITS[meaning],
  numberBefore,
  keywords,
  note,
  ...(says && { says }),
  ...(offered && { offered }),
  ...(wanted && { wanted }),
  ...(unlisted && { unlisted }),
});

const EXTEND = (numberBefore: number = DIGITS.later): OptionRule =>
  option('later', 'extend', ['延期', 'extend', 'later'], { note: 'required', says: WHY, numberBefore });
const REFUSE = (numberBefore: number = DIGITS.no): OptionRule =>
  option('no', 'refuse', ['不予', '不能办', '拒绝', 'refuse', 'reject', 'no'], {
    note: 'required',
    says: WHY,
    numberBefore,
  });
const TRANSFER = (numberBefore: number): OptionRule =>
  option('passOn', 'transfer', ['转办', 'pass on', 'transfer'], {
    note: 'required',
    says: WHO,
    numberBefore,
  });
/** Whoever cannot go says so, and the next is asked at once. No text offered it before. */
const DECLINE = option('no', 'decline', ['去不了', '不能去', '来不了', 'cannot', "can't"], {
  says: WHY,
  numberBefore: 0,
});
/** Aid given on the way; the piece of work goes on. */
const AID = option('aid', 'aid', ['已救助', 'aid'], {
  note: 'required',
  says: { 'zh-CN': '金额', en: 'the sum' },
});
/** The note names which, by their numbers in the programme's list; none named: all of them. */
const DOCUMENTS = option('papers', 'documents', ['补件', '缺件', 'documents'], {
  says: { 'zh-CN': '序号', en: 'numbers' },
  numberBefore: 4,
});
const SAME = (numberBefore: number): OptionRule =>
  option('same', 'same', ['合并', '同一件', 'same', 'join'], { numberBefore });
const DONE = (keywords: readonly string[], extra: Extra = { says: WHAT }): OptionRule =>
  option('yes', 'done', keywords, extra);

/** Several departments are called at once, each with an ask of its own: "吹哨 城建 供水". */
const CALL = option('several', 'call', ['吹哨', 'call departments', 'call'], {
  note: 'required',
  says: { 'zh-CN': '几个单位', en: 'whom' },
  unlisted: true,
});

const CHECKED = [
  option('yes', 'passed', ['合格', '通过', 'passed', 'pass']),
  option('no', 'failed', ['不合格', '不通过', 'failed', 'fail'], {
    note: 'required',
    says: { 'zh-CN': '要点号、问题', en: 'points, why' },
  }),
];

const REFER = option('passOn', 'refer', ['转介', 'refer'], {
  note: 'required',
  says: { 'zh-CN': '去向', en: 'where' },
  numberBefore: 2,
});

export const ASK_KINDS: Readonly<Record<AskKind, readonly OptionRule[]>> = {
  // A question that the words of a request left open, asked of its sender: a digit, a word or a sentence answers it,
  // whole.
  clarify: [option('yes', 'said', [], { note: 'required' })],
  // The duty desk answers a placement with the grid's number or a department's name; that is the note of `place`.
  placement: [
    option('yes', 'place', ['网格', 'grid', 'place'], {
      note: 'required',
      says: { 'zh-CN': '网格号或部门', en: 'grid or office' },
    }),
    REFER,
  ],
  acceptance: [
    option('yes', 'accept', ['收到', '接收', 'take', 'accept', 'ok']),
    DECLINE,
    TRANSFER(2),
    // Offered only when another open request looks like the same event; the note names it when there are several.
    SAME(3),
    CALL,
  ],
  // A petition is taken up or not; whoever does not take it up says why, and the resident is told where else to go.
  'taking-up': [
    option('yes', 'accept', ['受理', '收到', '接收', 'take', 'accept', 'ok'], {
      says: { 'zh-CN': '方式、人数', en: 'how, people' },
    }),
    option('no', 'refuse', ['不予受理', '不受理', '不予', '拒绝', 'refuse', 'reject', 'no'], {
      note: 'required',
      says: WHY,
      numberBefore: 3,
    }),
    TRANSFER(2),
  ],
  outcome: [
    DONE(['办结', '完成', 'done'], { says: WHAT, wanted: true }),
    REFUSE(4),
    EXTEND(2),
    TRANSFER(3),
    AID,
    CALL,
  ],
  application: [DONE(['已申请', '已提交', 'submitted', 'done'], {}), REFUSE(), EXTEND(), DOCUMENTS],
  approval: [DONE(['同意', '批准', 'approve', 'yes', 'done'], {}), REFUSE(), EXTEND(), DOCUMENTS],
  appointment: [
    DONE(['预约', '约定', 'date', 'appointment'], {
      note: 'required',
      says: { 'zh-CN': '日期、时间', en: 'day and time' },
    }),
    REFUSE(),
    EXTEND(),
  ],
  // In an emergency nobody refuses: whoever cannot come says so.
  report: [DONE(['办结', '完成', 'done']), REFUSE(), DECLINE, EXTEND(), AID, SAME(4)],
  // A department says that a step is not theirs: the owner does it with the grid's own people, tells the resident no,
  // or finds another.
  returned: [
    option('yes', 'accept', ['自办', '自己办', '收回', 'take', 'ourselves']),
    option('no', 'refuse', ['不予', '不能办', '拒绝', 'refuse', 'reject', 'no'], {
      note: 'required',
      says: { 'zh-CN': '原因、可找谁', en: 'why, where else' },
    }),
    TRANSFER(DIGITS.passOn),
  ],
  // A petition is settled, after as many mediation sessions as it takes.
  settlement: [
    DONE(['办结', '完成', '已化解', 'done', 'settled'], { says: WHAT, wanted: true }),
    REFUSE(),
    EXTEND(),
    AID,
    option('tried', 'session', ['已调解', 'session'], { note: 'required', says: WHAT, numberBefore: 4 }),
  ],
  // To the resident: every document that is missing, in one message.
  documents: [option('yes', 'brought', ['已备齐', '备齐', 'brought'])],
  // To a leader: may the resident be asked for documents a second time?
  'sign-off': [
    option('yes', 'allow', ['准许', '同意', 'allow', 'yes']),
    option('no', 'deny', ['不准', 'deny', 'no'], { note: 'required', says: WHY }),
  ],
  // Whether they were contacted, whether it is solved, whether they are satisfied: one digit says yes to all three.
  confirmation: [
    option('yes', 'satisfied', ['满意', 'satisfied', 'yes'], { offered: { 'zh-CN': '都是', en: 'all yes' } }),
    option('no', 'unsatisfied', ['不满意', 'unsatisfied', 'no']),
  ],
  attention: [option('yes', 'retry', ['重试', 'retry']), REFER],
  // How somebody is after the service: a problem becomes a request of its own, in the cadre's words.
  'follow-up': [
    option('yes', 'well', ['正常', '良好', 'well', 'fine', 'ok']),
    option('no', 'problem', ['有问题', '问题', 'problem'], {
      note: 'required',
      says: { 'zh-CN': '说明', en: 'what' },
    }),
  ],
  check: CHECKED,
  call: [
    option('yes', 'satisfied', ['满意', 'satisfied', 'yes']),
    option('no', 'unsatisfied', ['不满意', 'unsatisfied', 'no'], {
      note: 'required',
      says: { 'zh-CN': '意见', en: 'words' },
    }),
    option('tried', 'not-reached', ['未接通', '没接', 'unreached'], { numberBefore: 3 }),
  ],
  rectification: [DONE(['已整改', '整改', '完成', 'done'], { note: 'required', says: WHAT }), EXTEND(2)],
  're-check': CHECKED,
  supervision: [
    option('yes', 'replied', ['回复', '说明', 'reply'], {
      note: 'required',
      says: { 'zh-CN': '原因、完成时间', en: 'why, until when' },
    }),
  ],
  // An emergency is looked back on: what was learnt, or what somebody has to put right.
  review: [
    option('yes', 'replied', ['已复盘', '复盘', 'reviewed'], { says: { 'zh-CN': '改进', en: 'changes' } }),
    option('no', 'failed', ['有问题', '问题', 'finding'], {
      note: 'required',
      says: { 'zh-CN': '单位、问题', en: 'who, what' },
    }),
  ],
  // Nobody is asked: the second report of one event waits here until the first is closed.
  joined: [],
  // Nor here: a request waits until the programme has a place for it.
  place: [],
  // To the inspection team alone: what complains about staff, or may. Where it is none the resident is asked whether it
  // may go the normal way.
  complaint: [
    option('yes', 'accept', ['受理', '收到', '接收', 'take', 'accept', 'ok']),
    REFUSE(),
    option('passOn', 'transfer', ['不是投诉', '非投诉', 'no complaint', 'not a complaint']),
  ],
  // To its resident: may whoever handles such matters learn of it?
  consent: [
    option('yes', 'allow', ['同意', 'agree', 'yes']),
    option('no', 'deny', ['继续保密', 'confidential', 'no']),
  ],
};

/** Kinds that are put to the resident; whoever answers one, answers as the resident. */
export const RESIDENT_KINDS: ReadonlySet<AskKind> = new Set([
  'clarify',
  'documents',
  'confirmation',
  'consent',
]);
