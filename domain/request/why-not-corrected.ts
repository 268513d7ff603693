import { isAskedNow } from '../asks/meant-for.js';
import { deadline } from '../deadlines/deadline.js';
import type { Bilingual } from '../words/language.js';
import type { Town } from '../town/schema.js';
import { correctedPath } from './correct-matter.js';
import { correctedPlace } from './correct-place.js';
import { isUnclearStep, outcomeOf } from './correct-outcome.js';
import { isSealed, mayHear } from './confidential.js';
import type { Correction } from './correction.js';
import type { Rules } from './decision.js';
import { mayBeJoined } from './join-requests.js';
import { isOver } from './needs-attention.js';
import { ownerOf } from './owner-of.js';
import type { RequestRecord } from './record.js';
import { entriesOf } from './timeline.js';
import { mayStandDown } from './stand-down.js';

/** Why something cannot be put right as was asked, in the words of whoever asked. */
export const WHY_NOT = {
  nothing: { 'zh-CN': '请写明要更正什么', en: 'say what is to be corrected' },
  category: { 'zh-CN': '没有这个类别', en: 'is no category of the town' },
  path: { 'zh-CN': '这个类别没有这种办理方式', en: 'is no path that this category can go' },
  'own-danger': {
    'zh-CN': '这个类别本身就是险情，请先更正类别',
    en: 'the category itself is a danger; correct the category too',
  },
  'stand-down': {
    'zh-CN': '紧急事项只能由带班领导或镇领导核实后解除',
    en: 'an emergency is stood down by the duty leader or the town leader',
  },
  emergency: {
    'zh-CN': '紧急事项不能这样结束；核实后请领导发“解除”',
    en: 'an emergency does not end in this way; a leader stands it down',
  },
  place: { 'zh-CN': '看不出是哪个网格，请写村和组，或网格号', en: 'name the village and group, or the grid' },
  staff: { 'zh-CN': '没有这个人', en: 'is nobody of the staff' },
  hears: {
    'zh-CN': '反映工作人员的问题须保密，不能交给这个人',
    en: 'may not hear of it: it complains about staff',
  },
  department: { 'zh-CN': '没有这个部门', en: 'is no department of the town' },
  'no-outcome': {
    'zh-CN': '还没有办理结果，请直接答复待办',
    en: 'has no outcome yet; answer what is asked instead',
  },
  'same-outcome': { 'zh-CN': '结果已经是这样', en: 'is the outcome already' },
  'which-step': {
    'zh-CN': '看不出当时不予办理的是哪一步；请把结果更正为“未办”，由各步重新答复',
    en: 'does not say which step was refused; correct it to not done, and each step is asked again',
  },
  joined: { 'zh-CN': '没有这件在办的诉求', en: 'is no open request of the town' },
  'not-joined': { 'zh-CN': '没有和别的诉求合并', en: 'is not joined to another request' },
  closed: {
    'zh-CN': '已结案；要重新办理，请把结果更正为“未办”',
    en: 'it is closed; to open it again correct the outcome to not done',
  },
  handled: {
    'zh-CN': '已经办理，正在请居民评价；请更正结果',
    en: 'it was handled; correct the outcome instead',
  },
  sealed: {
    'zh-CN': '反映工作人员的保密件不能这样改；不是投诉的，请督查组回 4',
    en: 'is a confidential complaint; the inspection team answers 4 where it is none',
  },
  closing: { 'zh-CN': '正在结案，请稍后再试', en: 'it is being closed; try again in a moment' },
} as const satisfies Record<string, Bilingual>;
export type WhyNot = keyof typeof WHY_NOT;

export type CorrectedField = Exclude<keyof Correction, 'by' | 'at' | 'townVersion'> | '';

export interface CorrectionProblem {
  readonly field: CorrectedField;
  readonly why: WhyNot;
}

/** A request that it may be joined to; undefined where there is none of that number. */
export type Other = Pick<RequestRecord, 'id' | 'closedAs' | 'joinedTo' | 'path'> | undefined;

/** The reasons against a correction, by field; none where it can be made. */
export function whyNotCorrected(
  record: RequestRecord,
  rules: Rules,
  correction: Correction,
  other?: Other,
): CorrectionProblem[] {
  const { by: _by, at: _at, townVersion: _version, reason: _reason, ...named } = correction;
  const problems: [CorrectedField, WhyNot | undefined | false][] = [
    ['', Object.values(named).every((value) => value === undefined) && 'nothing'],
    ['', record.closedAs === undefined && isOver(record) && 'closing'],
    ...SEALED.map(
      (field) =>
        [field, isSealed(record) && correction[field] !== undefined && 'sealed'] as [
          CorrectedField,
          WhyNot | false,
        ],
    ),
    ...matterProblems(record, rules, correction),
    ['place', correction.place && correctedPlace(rules, correction, record)?.grid === undefined && 'place'],
    ...(['owner', 'handler'] as const).map(
      (who) => [who, whyNotTheirs(record, rules, correction[who])] as [CorrectedField, WhyNot | undefined],
    ),
    ['department', isUnknown(rules.town.departments, correction.department) && 'department'],
    ...(['handler', 'department', 'joined'] as const).map(
      (field) =>
        [field, correction[field] !== undefined && whyHandled(record)] as [CorrectedField, WhyNot | false],
    ),
    ['outcome', whyNoOutcome(record, rules, correction)],
    ['joined', whyNotJoined(record, correction, other)],
  ];
  return problems.flatMap(([field, why]) => (why ? [{ field, why }] : []));
}

/** A complaint about staff goes no other way, to nobody else and nowhere, but by the inspection team's own answer. */
const SEALED = ['category', 'danger', 'path', 'place', 'owner', 'handler', 'department', 'joined'] as const;

const isUnknown = (known: readonly { id: string }[], id: string | undefined): boolean =>
  id !== undefined && !known.some((one) => one.id === id);

function whyNotTheirs(record: RequestRecord, { town }: Rules, staff: string | undefined): WhyNot | undefined {
  if (staff === undefined) return undefined;
  if (isUnknown(town.staff, staff)) return 'staff';
  return isSealed(record) || mayHear(record, town, staff) ? undefined : 'hears';
}

function matterProblems(
  record: RequestRecord,
  rules: Rules,
  correction: Correction,
): [CorrectedField, WhyNot | undefined | false][] {
  const { category = record.category, danger, path, by } = correction;
  const found = rules.town.categories.find(({ id }) => id === category);
  const isUrgentCategory = found?.path === 'emergency';
  const next = correctedPath(record, rules, correction);
  const ends = record.path === 'emergency' && next !== 'emergency' && record.closedAs === undefined;
  const begins = record.path !== 'emergency' && next === 'emergency' && record.closedAs !== undefined;
  return [
    ['category', isUnknown(rules.town.categories, category) && 'category'],
    ['danger', danger === 'none' && isUrgentCategory && 'own-danger'],
    ['danger', begins && 'closed'],
    ['path', path === 'programme' && found?.programme === undefined && 'path'],
    [danger === undefined ? 'path' : 'danger', ends && !mayStandDown(rules, by) && 'stand-down'],
  ];
}

function whyHandled({ closedAs, outcome }: RequestRecord): WhyNot | false {
  if (closedAs !== undefined) return 'closed';
  return outcome !== undefined && 'handled';
}

function whyNoOutcome(record: RequestRecord, rules: Rules, { outcome }: Correction): WhyNot | undefined {
  if (outcome === undefined) return undefined;
  if (outcomeOf(record) === undefined) return record.path === 'emergency' ? 'emergency' : 'no-outcome';
  if (record.path === 'emergency' && outcome === 'refused') return 'emergency';
  if (outcome === record.outcome?.as) return 'same-outcome';
  return outcome === 'done' && isUnclearStep(record, rules) ? 'which-step' : undefined;
}

function whyNotJoined(record: RequestRecord, { joined }: Correction, other: Other): WhyNot | undefined {
  if (joined === undefined) return undefined;
  if (joined === 'none') return record.joinedTo === undefined ? 'not-joined' : undefined;
  const isOpen =
    other && other.id !== record.id && other.closedAs === undefined && other.joinedTo === undefined;
  if (!isOpen) return 'joined';
  return mayBeJoined(record, other) ? undefined : 'emergency';
}

/** Who may put a request right: its owner, the duty desk, and the leaders above it, as far as they may hear of it. */
export function mayCorrect(record: RequestRecord, town: Town, staff: string): boolean {
  return mayHear(record, town, staff) && (ownerOf(record, town) === staff || isOfDesk(town, staff));
}

/** Who may add to a request for whoever works on it: whoever may put it right, and whoever is asked about it now. */
export const mayRemark = (record: RequestRecord, town: Town, staff: string, at: number): boolean =>
  mayCorrect(record, town, staff) ||
  (mayHear(record, town, staff) &&
    record.asks.some(({ to }) => to.who === 'staff' && isAskedNow(town, to, staff, at)));

/** How somebody answered for a part of it, or for all. */
const ANSWERED = ['refused', 'done', 'step-refused', 'step-done', 'returned'] as const;

/**
 * Whoever pressed the wrong key may say so themselves, though the request is no business of theirs any more: of what
 * they answered last, for as long as its resident may object.
 */
export function mayCorrectAnswer(record: RequestRecord, town: Town, staff: string, at: number): boolean {
  const last = entriesOf(record, ...ANSWERED).findLast(({ by }) => by !== undefined);
  return (
    mayHear(record, town, staff) &&
    last?.by === staff &&
    at < deadline(last.at, town.settings.objectWithin, town.settings)
  );
}

/** Who may say that something was recorded wrongly: whoever may put it right, and whoever answered an ask about it. */
export const maySaySo = (record: RequestRecord, town: Town, staff: string): boolean =>
  mayCorrect(record, town, staff) ||
  (mayHear(record, town, staff) &&
    entriesOf(record, ...ANSWERED, 'accepted', 'transferred').some(({ by }) => by === staff));

/** The duty desk, and the leaders above it: they may put any request right. */
export function isOfDesk({ departments, settings }: Town, staff: string): boolean {
  const { dutyDesk, dutyLeader, townLeader } = settings.departments;
  return departments.some(
    ({ id, contacts }) => [dutyDesk, dutyLeader, townLeader].includes(id) && contacts.includes(staff),
  );
}
