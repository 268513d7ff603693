/**
 * Everything a person does is an ask. This table is the whole vocabulary: for each kind of ask, what may be answered,
 * by number or by keyword, and whether the answer needs words of its own (a reason, a date, a target).
 */
export const ASK_OPTIONS = [
  'accept',
  'transfer',
  'same',
  'done',
  'extend',
  'refuse',
  'aid',
  'session',
  'documents',
  'brought',
  'allow',
  'deny',
  'place',
  'refer',
  'satisfied',
  'unsatisfied',
  'retry',
  'well',
  'problem',
  'passed',
  'failed',
  'not-reached',
  'replied',
  'said',
] as const;
export type AskOption = (typeof ASK_OPTIONS)[number];

export const ASK_KIND_NAMES = [
  'clarify',
  'placement',
  'acceptance',
  'taking-up',
  'outcome',
  'application',
  'approval',
  'appointment',
  'report',
  'settlement',
  'documents',
  'sign-off',
  'confirmation',
  'attention',
  'joined',
  'place',
  'follow-up',
  'check',
  'call',
  'rectification',
  're-check',
  'supervision',
] as const;
export type AskKind = (typeof ASK_KIND_NAMES)[number];

export type NoteRule = 'none' | 'optional' | 'required';

export interface OptionRule {
  /** The digit a person texts. */
  readonly number: number;
  readonly option: AskOption;
  /** Words that mean the same, already folded (half width, lower case). The first of each language is the one shown. */
  readonly keywords: readonly string[];
  readonly note: NoteRule;
}

const option = (
  number: number,
  name: AskOption,
  keywords: string[],
  note: NoteRule = 'optional',
): OptionRule => ({
  number,
  option: name,
  keywords,
  note,
});

const EXTEND = (number: number) => option(number, 'extend', ['延期', 'extend'], 'required');
const REFUSE = (number: number) =>
  option(number, 'refuse', ['不予', '不能办', '拒绝', 'refuse', 'reject', 'no'], 'required');

/** Aid given on the way; the piece of work goes on. */
const AID = (number: number) => option(number, 'aid', ['已救助', 'aid'], 'required');
/** The note names which, by their numbers in the programme's list; none named: all of them. */
const DOCUMENTS = (number: number) => option(number, 'documents', ['补件', '缺件', 'documents'], 'optional');

const CHECKED = [
  option(1, 'passed', ['合格', '通过', 'passed', 'pass'], 'optional'),
  option(2, 'failed', ['不合格', '不通过', 'failed', 'fail'], 'required'),
];

export const ASK_KINDS: Readonly<Record<AskKind, readonly OptionRule[]>> = {
  // What the words of a request left open, asked of its sender: a digit, a word or a sentence answers it, whole.
  clarify: [option(1, 'said', [], 'required')],
  // The duty desk answers a placement with the grid's number or a department's name; that is the note of `place`.
  placement: [
    option(1, 'place', ['网格', 'grid', 'place'], 'required'),
    option(2, 'refer', ['转介', 'refer'], 'required'),
  ],
  acceptance: [
    option(1, 'accept', ['收到', '接收', 'take', 'accept', 'ok'], 'optional'),
    option(2, 'transfer', ['转办', 'transfer'], 'required'),
    // Offered only when another open request looks like the same event; the note names it when there are several.
    option(3, 'same', ['合并', '同一件', 'same', 'join'], 'optional'),
  ],
  // A petition is taken up or not; whoever does not take it up says why, and the resident is told where else to go.
  'taking-up': [
    option(1, 'accept', ['受理', '收到', '接收', 'take', 'accept', 'ok'], 'optional'),
    option(2, 'transfer', ['转办', 'transfer'], 'required'),
    option(3, 'refuse', ['不予受理', '不受理', '不予', '拒绝', 'refuse', 'reject', 'no'], 'required'),
  ],
  outcome: [
    option(1, 'done', ['办结', '完成', 'done'], 'optional'),
    EXTEND(2),
    option(3, 'transfer', ['转办', 'transfer'], 'required'),
    REFUSE(4),
    AID(5),
  ],
  application: [
    option(1, 'done', ['已申请', '已提交', 'submitted', 'done'], 'optional'),
    REFUSE(2),
    EXTEND(3),
    DOCUMENTS(4),
  ],
  approval: [
    option(1, 'done', ['同意', '批准', 'approve', 'yes', 'done'], 'optional'),
    REFUSE(2),
    EXTEND(3),
    DOCUMENTS(4),
  ],
  appointment: [option(1, 'done', ['预约', '约定', 'appointment', 'date'], 'required'), REFUSE(2), EXTEND(3)],
  report: [
    option(1, 'done', ['办结', '完成', '已到', 'done'], 'optional'),
    REFUSE(2),
    EXTEND(3),
    option(4, 'same', ['合并', '同一件', 'same', 'join'], 'optional'),
    AID(5),
  ],
  // A petition is settled, after as many mediation sessions as it takes.
  settlement: [
    option(1, 'done', ['办结', '完成', '已化解', 'done', 'settled'], 'optional'),
    REFUSE(2),
    EXTEND(3),
    option(4, 'session', ['已调解', 'session'], 'required'),
    AID(5),
  ],
  // To the resident: every document that is missing, in one message.
  documents: [option(1, 'brought', ['已备齐', '备齐', 'brought'], 'optional')],
  // To a leader: may the resident be asked for documents a second time?
  'sign-off': [
    option(1, 'allow', ['准许', '同意', 'allow', 'yes'], 'optional'),
    option(2, 'deny', ['不准', 'deny', 'no'], 'required'),
  ],
  confirmation: [
    option(1, 'satisfied', ['满意', 'satisfied', 'yes'], 'optional'),
    option(2, 'unsatisfied', ['不满意', 'unsatisfied', 'no'], 'optional'),
  ],
  attention: [
    option(1, 'retry', ['重试', 'retry'], 'optional'),
    option(2, 'refer', ['转介', 'refer'], 'required'),
  ],
  // How somebody is after the service: a problem becomes a request of its own, in the cadre's words.
  'follow-up': [
    option(1, 'well', ['正常', '良好', 'well', 'fine', 'ok'], 'optional'),
    option(2, 'problem', ['有问题', '问题', 'problem'], 'required'),
  ],
  check: CHECKED,
  call: [
    option(1, 'satisfied', ['满意', 'satisfied', 'yes'], 'optional'),
    option(2, 'unsatisfied', ['不满意', 'unsatisfied', 'no'], 'required'),
    option(3, 'not-reached', ['未接通', '没接', 'unreached'], 'optional'),
  ],
  rectification: [option(1, 'done', ['已整改', '整改', '完成', 'done'], 'required'), EXTEND(2)],
  're-check': CHECKED,
  supervision: [option(1, 'replied', ['回复', '说明', 'reply'], 'required')],
  // Nobody is asked: the second report of one event waits here until the first is closed.
  joined: [],
  // Nor here: a request waits until the programme has a place for it.
  place: [],
};

/** Kinds that are put to the resident; whoever answers one, answers as the resident. */
export const RESIDENT_KINDS: ReadonlySet<AskKind> = new Set(['clarify', 'documents', 'confirmation']);
