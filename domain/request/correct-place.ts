import { staffAt } from '../asks/plan-ask.js';
import { gridOfPlace } from '../geography/grid-lookup.js';
import { type Correction, type Draft, isHandled, isInStage, placeCode, withChange } from './correction.js';
import type { Rules } from './decision.js';
import { homeLadder } from './home-ladder.js';
import type { RequestRecord } from './record.js';
import type { Town } from '../town/schema.js';
import { given } from '../words/given.js';

/** Where it is once it is corrected; without a grid where the words for it do not say which. */
export function correctedPlace(
  { town }: Pick<Rules, 'town'>,
  { place }: Pick<Correction, 'place'>,
  record: RequestRecord,
) {
  if (!place) return undefined;
  const { group } = place;
  const named = place.village ?? (group === undefined ? undefined : record.village);
  const grid = place.grid ?? gridOfPlace(town, { village: named, group })?.number;
  return { village: named ?? town.grids.find(({ number }) => number === grid)?.village, group, grid };
}

/** Where it is: another grid's people are asked, unless it was handled. Who filed it stays its owner. */
export function correctPlace(draft: Draft, rules: Rules, correction: Correction): Draft {
  const { record } = draft;
  const place = correctedPlace(rules, correction, record);
  if (!place || placeCode(place) === placeCode(record)) return draft;
  const { village: _v, group: _g, grid: _n, near: _near, unsure, ...rest } = record;
  const { villages: _settled, ...open } = unsure ?? {};
  const moved = withChange(
    { ...rest, ...given({ ...place, unsure: unsure && open }) },
    correction,
    'place',
    placeCode(record),
    placeCode(place),
  );
  if (moved.grid === record.grid || isHandled(record)) return { ...draft, record: moved };
  const rehomed = rehome(moved, record, rules, correction);
  return moved.joinedTo !== undefined || isInStage(record)
    ? { ...draft, record: rehomed }
    : { record: standing(rehomed), begun: true };
}

const standing = (record: RequestRecord): RequestRecord =>
  record.status === 'accepted' && record.handler === undefined ? { ...record, status: 'assigned' } : record;

/** The head of the right grid owns it, where the head of the wrong one did, or the desk for want of a grid. */
function rehome(
  moved: RequestRecord,
  before: RequestRecord,
  rules: Rules,
  correction: Correction,
): RequestRecord {
  const { town } = rules;
  const { owner, handler } = before;
  const left = isOfGrid(town, before.grid, handler) ? withoutHandler(moved) : moved;
  const isTheirs = owner !== undefined && (isOfGrid(town, before.grid, owner) || isOfDesk(town, owner));
  const isFiled = before.channel === 'cadre';
  if (!isTheirs || isFiled || correction.owner !== undefined) return left;
  const head = staffAt(rules, homeLadder(moved, rules), 0, correction.at).staff;
  return head === owner
    ? left
    : withChange({ ...left, owner: head }, { by: correction.by, at: correction.at }, 'owner', owner, head);
}

function withoutHandler(record: RequestRecord): RequestRecord {
  const { handler: _handler, ...rest } = record;
  return rest;
}

const isOfGrid = ({ grids }: Town, grid: number | undefined, staff: string | undefined): boolean =>
  staff !== undefined &&
  grids.some(({ number, posts }) => number === grid && Object.values(posts).includes(staff));

const isOfDesk = ({ departments, settings }: Town, staff: string): boolean =>
  departments.some(({ id, contacts }) => id === settings.departments.dutyDesk && contacts.includes(staff));
