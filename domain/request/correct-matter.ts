import { openPetition } from '../petition/petition.js';
import { deadline } from '../deadlines/deadline.js';
import type { Category, Path, TownSettings } from '../town/schema.js';
import { type Correction, type Draft, isHandled, withChange } from './correction.js';
import { type Rules, withEntry } from './decision.js';
import { movedDeadline } from './pause-clock.js';
import { programmeIdOf } from './programme-of.js';
import type { RequestRecord, Status } from './record.js';
import { given } from '../words/given.js';

/** Which way a request goes once it is corrected; a danger stays one until somebody says that there is none. */
export function correctedPath(record: RequestRecord, { town }: Rules, correction: Correction): Path {
  const { category = record.category, danger, path } = correction;
  if (danger !== undefined && danger !== 'none') return 'emergency';
  if (path !== undefined) return path;
  const own = town.categories.find(({ id }) => id === category)?.path ?? record.path;
  if (danger === 'none') return own;
  return category === record.category || record.path === 'emergency' ? record.path : own;
}

/**
 * Puts right the category, the danger, and so the path. A request that was handled, or is closed, is only recorded
 * anew.
 */
export function correctMatter(draft: Draft, rules: Rules, correction: Correction): Draft {
  const { record } = draft;
  const path = correctedPath(record, rules, correction);
  const changed = withMatter(record, path, correction);
  if (changed.timeline === record.timeline) return draft;
  const isRaised = path === 'emergency' && record.path !== 'emergency' && record.closedAs === undefined;
  const isSame = path === record.path && changed.category === record.category;
  if (isSame || (isHandled(record) && !isRaised)) return { ...draft, record: changed };
  const begun = beginAnew(changed, rules, correction);
  if (isRaised) return { record: asAlarm(begun, correction.at), begun: true };
  return { record: begun, begun: draft.begun || !isToBePlaced(begun) };
}

function withMatter(record: RequestRecord, path: Path, correction: Correction): RequestRecord {
  const { category = record.category, danger } = correction;
  const kind = danger ?? record.danger?.kind ?? 'none';
  let changed = record;
  if (category !== record.category)
    changed = withChange({ ...changed, category }, correction, 'category', record.category, category);
  if (kind !== (record.danger?.kind ?? 'none') || (danger !== undefined && record.danger?.sure === false))
    changed = withChange(withDanger(changed, kind), correction, 'danger', record.danger?.kind, danger);
  // Which way it goes follows from what it is about, and is said only where it does not.
  return correction.path === undefined || path === record.path
    ? { ...changed, path }
    : withChange({ ...changed, path }, correction, 'path', record.path, path);
}

function withDanger(record: RequestRecord, kind: NonNullable<Correction['danger']>): RequestRecord {
  const { danger: _before, ...rest } = record;
  return kind === 'none' ? rest : { ...record, danger: { kind, sure: true } };
}

/** Work on the matter that it was mistaken for counts for nothing; its deadline is counted from the report. */
function beginAnew(record: RequestRecord, rules: Rules, correction: Correction): RequestRecord {
  const { town } = rules;
  const category = town.categories.find(({ id }) => id === record.category);
  const { department: _sentTo, outcome: _outcome, coordination: before, petition, unsure, ...rest } = record;
  const { categories: _settled, ...open } = unsure ?? {};
  const kept =
    record.path === 'petition' ? (petition ?? petitionOf(record, category, town.settings)) : undefined;
  const dueAt = record.dueAt === undefined ? undefined : dueSinceReport(record, town.settings);
  const begun: RequestRecord = {
    ...rest,
    townVersion: correction.townVersion ?? record.townVersion,
    ...(before ? { coordination: { round: before.round, stage: -1, done: [] } } : {}),
    ...given({ petition: kept, dueAt, unsure: unsure && open }),
  };
  return { ...begun, status: standingOf(begun, petition === undefined && kept !== undefined) };
}

const petitionOf = (
  { channel, createdAt }: RequestRecord,
  category: Category | undefined,
  settings: TownSettings,
) => openPetition(category, settings, { channel, at: createdAt });

/** How long its path gives it from the report, without the time that the clocks stood still. */
export const dueSinceReport = (
  { createdAt, path, pauses = [] }: RequestRecord,
  settings: TownSettings,
): number =>
  pauses.reduce(
    (due, { from, to }) => (to === undefined ? due : movedDeadline(due, { from, to }, settings)),
    deadline(createdAt, settings.paths[path].settleWithin, settings),
  );

/** Where its work is taken up: unplaced ones are placed, petitions taken up, the rest goes on with who accepted it. */
function standingOf({ status, grid, handler }: RequestRecord, isNewPetition: boolean): Status {
  if (status === 'received' || grid === undefined) return 'received';
  return handler === undefined || isNewPetition ? 'assigned' : 'accepted';
}

/** Where it belongs is asked already, and still to be said; where an emergency is, is a part of its alarm. */
const isToBePlaced = ({ status, grid, asks }: RequestRecord): boolean =>
  status === 'received' &&
  grid === undefined &&
  asks.some(({ kind, stage }) => kind === 'placement' && stage === undefined);

/** Somebody is in danger: the alarm is raised whatever was done before, and its sender is told what to do. */
function asAlarm(record: RequestRecord, at: number): RequestRecord {
  const { joinedTo: _first, duplicateOf: _other, handler: _handler, ...rest } = record;
  const questions = record.questions ?? 0;
  return withEntry({ ...rest, status: 'received', dissatisfied: 0, questions }, { at, type: 'raised' });
}

/** The programme that a correction took it out of; it may have one of its places. */
export const programmeLeft = (before: RequestRecord, after: RequestRecord, { town }: Rules) => {
  const left = programmeIdOf(town, before);
  return before.place === undefined || left === programmeIdOf(town, after) ? undefined : left;
};
