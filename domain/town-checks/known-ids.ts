import type { Town } from '../town/schema.js';

/** The parts of a town that other parts refer to by id, or that must cover others. */
export type ReferredSection =
  | 'villages'
  | 'grids'
  | 'staff'
  | 'departments'
  | 'programmes'
  | 'dutyList'
  | 'supervisors'
  | 'places';

/**
 * Entries that an importer met but could not read: their ids, or `'all'` when a file itself was unreadable. A reference
 * to one of these is not reported as dangling: its own error is already on the list.
 */
export type Unread = Partial<Record<ReferredSection, 'all' | ReadonlySet<string>>>;

/** Which ids a reference may name. */
export interface KnownIds {
  /** Whether the id exists, or may exist in what could not be read. */
  has(section: ReferredSection, id: string | number): boolean;
  /** Whether everything of this section was read. */
  complete(section: ReferredSection): boolean;
}

/** Indexes the ids of a town. */
export function knownIds(town: Town, unread: Unread): KnownIds {
  const ids: Record<ReferredSection, ReadonlySet<string>> = {
    villages: new Set(town.villages.map((village) => village.id)),
    grids: new Set(town.grids.map((grid) => String(grid.number))),
    staff: new Set(town.staff.map((person) => person.id)),
    departments: new Set(town.departments.map((department) => department.id)),
    dutyList: new Set(town.dutyList.map((entry) => entry.id)),
    programmes: new Set(town.programmes.map((programme) => programme.id)),
    places: new Set(town.places.map((place) => place.id)),
    supervisors: new Set(town.supervisors.map(({ staff }) => staff)),
  };
  return {
    has: (section, id) => {
      const missed = unread[section];
      return ids[section].has(String(id)) || missed === 'all' || (missed?.has(String(id)) ?? false);
    },
    complete: (section) => {
      const missed = unread[section];
      return missed === undefined || (missed !== 'all' && missed.size === 0);
    },
  };
}
