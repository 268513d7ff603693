import { saysSomebodyIsHurt } from '../answers/hurt-words.js';
import { deadline } from '../deadlines/deadline.js';
import { foldWords } from '../reading/features.js';
import { gazetteerOf } from '../reading/gazetteer.js';
import { readPlaceAnswer } from '../reading/read-place.js';
import { complainsInAnswer, isPlainDanger, type Reading } from '../reading/read-words.js';
import type { Town, TownSettings } from '../town/schema.js';
import { gridOfPlace } from '../geography/grid-lookup.js';
import { isSealed } from './confidential.js';
import { type Notice, type Rules, withEntry } from './decision.js';
import { contactOf } from './home-ladder.js';
import { locateAlarm } from './locate-alarm.js';
import { tellStaff } from './notices.js';
import { handlerNow } from './owner-of.js';
import type { RequestRecord } from './record.js';
import { entriesOf, keptWords } from './timeline.js';
import { staffPhone } from './words.js';
import { given } from '../words/given.js';

/** How many remarks a timeline holds; further ones reach whoever works on it, and stand with the resident's words. */
const KEPT = 10;

/** Whether words of somebody with an open request are about that. */
export function relationOf(
  record: RequestRecord,
  reading: Reading,
  town: Town,
  at: number,
): 'same' | 'other' | 'unsure' {
  const { category, place, danger, complaint } = reading;
  // A complaint about staff is told to nobody who works on something else.
  if (record.confidential) return complaint.level === 'none' && category.sure ? 'other' : 'same';
  if (complainsInAnswer(reading)) return 'other';
  const isElsewhere =
    (place.village !== undefined && record.village !== undefined && place.village !== record.village) ||
    (place.group !== undefined && record.group !== undefined && place.group !== record.group);
  if (isElsewhere) return 'other';
  if (danger.level !== 'none')
    return record.danger !== undefined && record.danger.kind === danger.kind ? 'same' : 'other';
  if (category.id === record.category) return 'same';
  if (category.sure) return 'other';
  const { settings } = town;
  // Words right after it that say nothing certain of their own belong to it; later their sender is asked.
  return at < deadline(record.createdAt, settings.reading.conversation, settings) ? 'same' : 'unsure';
}

/**
 * Whether what its resident adds is a danger of its own. What is written beside a complaint about staff must say it
 * plainly, as by text: most that may be a danger there is what it complains about.
 */
export function isDangerBeside(record: RequestRecord, reading: Reading, town: Town, at: number): boolean {
  const { danger } = reading;
  if (danger.level === 'none') return false;
  if (!record.confidential) return relationOf(record, reading, town, at) === 'other';
  return isPlainDanger(danger) && (isSealed(record) || danger.kind !== record.danger?.kind);
}

/** Whether a timeline holds what this brought. */
export const isRemarked = (record: RequestRecord, key: string): boolean =>
  entriesOf(record, 'remark').some((before) => before.key === key);

/** Whether there is room for all of a remark in the timeline. */
export const timelineHolds = (record: RequestRecord, words: string): boolean =>
  keptWords(words) === words && entriesOf(record, 'remark').length < KEPT;

interface Remark {
  readonly words: string;
  readonly at: number;
  readonly by: string;
  readonly key?: string;
  readonly unsure?: true | undefined;
}

/** Without what somebody wrote last, where they were asked what they mean: said in other words it stands once, and residents have the room. */
function withoutUnsure(record: RequestRecord, by: string): RequestRecord {
  const last = record.timeline.findLast((entry) => 'by' in entry && entry.by === by);
  return last?.type === 'remark' && last.unsure
    ? { ...record, timeline: record.timeline.filter((entry) => entry !== last) }
    : record;
}

/** A remark: kept in the timeline, and told to whoever works on the request now. */
export function remark(
  record: RequestRecord,
  rules: Rules,
  { words, at, by, key, unsure }: Remark,
): { record: RequestRecord; notices: Notice[] } {
  const before = unsure ? withoutUnsure(record, by) : record;
  const noted =
    entriesOf(before, 'remark').length < KEPT
      ? withEntry(before, { at, type: 'remark', by, note: keptWords(words), ...given({ key, unsure }) })
      : { ...record };
  if (record.closedAs === 'refused' && by === 'resident')
    return { record: noted, notices: objectionNotices(record, rules, words, at) };
  return {
    record: noted,
    notices: (record.closedAs === undefined ? hearersOf(record, rules, { words, at, by }) : []).map((staff) =>
      tellStaff(record, rules, staff, 'told-remark', { words, ...whoSaid(rules, by) }),
    ),
  };
}

/** Whoever works on it now but the sender; where that is nobody and somebody is hurt, its owner and the duty leader. */
function hearersOf(
  record: RequestRecord,
  rules: Rules,
  { words, at, by }: { words: string; at: number; by: string },
): string[] {
  const others = toldOf(record, rules, at).filter((staff) => staff !== by);
  if (others.length > 0 || record.path !== 'emergency' || !saysSomebodyIsHurt(foldWords(words)))
    return others;
  const { town } = rules;
  const leaders = [handlerNow(record, town, at), contactOf(rules, town.settings.departments.dutyLeader, at)];
  return [...new Set(leaders)].flatMap((staff) => (staff === undefined || staff === by ? [] : [staff]));
}

/** Whoever was refused something and says more objects to it: whoever owned it, and a leader, hear that. */
function objectionNotices(record: RequestRecord, rules: Rules, words: string, at: number): Notice[] {
  const leader = contactOf(rules, rules.town.settings.departments.dutyLeader, at);
  const told = new Set([record.owner, leader].flatMap((staff) => (staff === undefined ? [] : [staff])));
  return [...told].map((staff) => tellStaff(record, rules, staff, 'told-objection', { words }));
}

/** Words by which people object, whatever else they are about. */
const OBJECTS =
  /凭什么|凭啥|为什么|为啥|不服|不同意|不满|不认|不合理|不公|不讲理|异议|投诉|object|disagree|unfair|not fair|not right|appeal|complain|why/i;

/** Until when a resident may object to what they were refused; undefined where they were not. */
export const objectUntil = (
  { closedAs, closedAt = 0 }: Pick<RequestRecord, 'closedAs' | 'closedAt'>,
  settings: TownSettings,
): number | undefined =>
  closedAs === 'refused' ? deadline(closedAt, settings.objectWithin, settings) : undefined;

/** Whether its resident may add to it: a request that is over takes only objections to a refusal. Its page agrees. */
export function hearsRemarks(record: RequestRecord, settings: TownSettings, at: number): boolean {
  const until = objectUntil(record, settings);
  return record.closedAs === undefined || (until !== undefined && at < until);
}

/** Whether words after a refusal object to it: thanks do not, and a plainly different matter is one of its own. */
export function isObjection(
  record: RequestRecord,
  reading: Reading,
  town: Town,
  { words, at }: { words: string; at: number },
): boolean {
  const until = objectUntil(record, town.settings);
  if (until === undefined || at >= until) return false;
  if (reading.danger.level !== 'none') return false;
  if (OBJECTS.test(words)) return true;
  const isOther = relationOf(record, reading, town, at) === 'other';
  return !isOther && reading.kind.is === 'matter' && !reading.category.sure;
}

/** Whom to call about it: the resident, unless somebody of the staff said it. */
function whoSaid({ town }: Rules, by: string): { phone?: string } {
  const phone = staffPhone(town, by);
  return phone === undefined ? {} : { phone };
}

/** Whoever is asked about it now; where nobody is, its owner, and where it has none yet, the duty desk. */
export function toldOf(record: RequestRecord, rules: Rules, at: number): string[] {
  const asked = record.asks.flatMap(({ to }) => (to.who === 'staff' ? [to.staff] : []));
  if (asked.length > 0) return [...new Set(asked)];
  const owner =
    handlerNow(record, rules.town, at) ??
    (record.confidential ? undefined : contactOf(rules, rules.town.settings.departments.dutyDesk, at));
  return owner === undefined ? [] : [owner];
}

/** Where an emergency is, by the words of its sender; undefined where they do not say it, or it is known. */
export function locateByWords(
  record: RequestRecord,
  rules: Rules,
  { words, at }: { words: string; at: number },
): { record: RequestRecord; notices: Notice[] } | undefined {
  if (record.grid !== undefined || record.path !== 'emergency') return undefined;
  const read = readPlaceAnswer(gazetteerOf(rules.town), words, record.unsure?.villages);
  const village = read.village ?? record.village;
  const group = read.group ?? record.group;
  const grid = read.grid ?? gridOfPlace(rules.town, { village, group })?.number;
  if (grid === undefined) return undefined;
  return locateAlarm(record, rules, { grid, village, group }, { at, by: 'resident' });
}
