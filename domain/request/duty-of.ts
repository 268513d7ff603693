import type { DutyEntry, Town } from '../town/schema.js';
import { isSealed } from './confidential.js';
import { programmeIdOf } from './programme-of.js';
import type { RequestRecord } from './record.js';

type Dutied = Pick<RequestRecord, 'category' | 'path' | 'confidential'>;

/**
 * The entry of the duty list under which a request falls, as the town's data now is: by its category, else by its
 * programme. Whoever is in danger is helped first by whoever is nearest.
 */
export function dutyOf(record: Dutied, town: Town): DutyEntry | undefined {
  if (record.path === 'emergency' || isSealed(record)) return undefined;
  const programme = town.programmes.find(({ id }) => id === programmeIdOf(town, record));
  const duty = town.categories.find(({ id }) => id === record.category)?.duty ?? programme?.duty;
  return town.dutyList.find(({ id }) => id === duty);
}
