import { type Correction, type Draft, isHandled, isInStage, withChange } from './correction.js';
import { dueSinceReport } from './correct-matter.js';
import type { Rules } from './decision.js';
import { staffAt } from '../asks/plan-ask.js';
import type { RequestRecord } from './record.js';

/** Who owns it. Where the owner before is the one who is asked, the new one is asked instead. */
export function correctOwner(draft: Draft, _rules: Rules, correction: Correction): Draft {
  const { record, begun } = draft;
  const { owner } = correction;
  if (owner === undefined || owner === record.owner) return draft;
  const owned = withChange({ ...record, owner }, correction, 'owner', record.owner, owner);
  if (isHandled(record) || record.joinedTo !== undefined || !isOwnersTurn(record))
    return { record: owned, begun };
  const handed = { ...owned, handler: owner };
  return { record: handed, begun: begun || !isInStage(record) };
}

/** Whether what is done now is the owner's to do: nobody else took it on, and it was not sent to others. */
const isOwnersTurn = ({ status, owner, handler, department, transfers }: RequestRecord): boolean =>
  status === 'assigned'
    ? department === undefined && transfers === 0
    : (status === 'accepted' || status === 'coordinating') && (handler ?? owner) === owner;

/** Who works on it: a member of staff, who has then taken it on. */
export function correctHandler(draft: Draft, rules: Rules, correction: Correction): Draft {
  const { record, begun } = draft;
  const { handler } = correction;
  if (handler === undefined || handler === record.handler) return draft;
  const was = record.handler ?? record.department;
  const named = withChange({ ...record, handler }, correction, 'handler', was, handler);
  if (isHandled(record) || record.joinedTo !== undefined) return { record: named, begun };
  if (isInStage(record) && record.department === undefined) return { record: named, begun };
  const { department: _sentTo, ...own } = named;
  const taken = record.status === 'received' ? unplaced(own, rules) : { ...own, status: 'accepted' as const };
  return { record: taken, begun: true };
}

/** Somebody works on what nobody has placed: it is where they have their post, if they have one. */
function unplaced(record: RequestRecord, { town }: Rules): RequestRecord {
  const { handler = '' } = record;
  const [grid, ...others] = town.grids.filter(({ posts }) => Object.values(posts).includes(handler));
  const owned = { ...record, owner: record.owner ?? handler };
  return record.grid === undefined && grid && others.length === 0 ? { ...owned, grid: grid.number } : owned;
}

/** Which department works on it: what a grid would have done in a day is then coordinated. */
export function correctDepartment(draft: Draft, rules: Rules, correction: Correction): Draft {
  const { record } = draft;
  const { department, at } = correction;
  if (department === undefined || (department === record.department && !draft.begun)) return draft;
  const { handler: _handler, coordination: before, ...rest } = record;
  const sent: RequestRecord = {
    ...rest,
    department,
    path: record.path === 'same-day' ? 'coordinated' : record.path,
    status: 'assigned',
    owner: record.owner ?? deskOf(rules, at),
    ...(before ? { coordination: { round: before.round, stage: -1, done: [] } } : {}),
  };
  const dueAt = Math.max(record.dueAt ?? 0, dueSinceReport(sent, rules.town.settings));
  const was = record.department ?? record.handler;
  return { record: withChange({ ...sent, dueAt }, correction, 'department', was, department), begun: true };
}

const deskOf = (rules: Rules, at: number): string =>
  staffAt(rules, { ladder: 'department', department: rules.town.settings.departments.dutyDesk }, 0, at).staff;
