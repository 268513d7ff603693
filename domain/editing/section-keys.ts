import { type Entry, written } from './entry.js';
import type { SectionId } from './section-ids.js';

export interface SectionKeys {
  /** Tells an entry from others; what stands in these fields is not changed once it is there. */
  readonly keys: readonly string[];
  /** Whether entries are neither added nor taken out. */
  readonly isFixed?: true;
}

/** How entries are told apart; pages need it beside the form that the service gives. */
export const SECTION_KEYS: Readonly<Record<SectionId, SectionKeys>> = {
  staff: { keys: ['id'] },
  posts: { keys: ['grid'], isFixed: true },
  departments: { keys: ['id'] },
  supervisors: { keys: ['staff', 'role', 'village'] },
  villages: { keys: ['id'] },
  grids: { keys: ['number'], isFixed: true },
  places: { keys: ['id'] },
  reception: { keys: ['place', 'on', 'from'] },
  categories: { keys: ['id'] },
  examples: { keys: ['words'] },
  dutyList: { keys: ['id'] },
  dangers: { keys: ['id'], isFixed: true },
  deadlines: { keys: ['path'], isFixed: true },
  settings: { keys: ['id'], isFixed: true },
  programmes: { keys: ['id'] },
  texts: { keys: ['key'], isFixed: true },
};

export const keyOf = (section: SectionId, entry: Entry): string =>
  SECTION_KEYS[section].keys.map((name) => written(entry[name])).join(' ');
