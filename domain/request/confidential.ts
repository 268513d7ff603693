import { teamOf } from '../posts/held-posts.js';
import { inspectorsFor } from '../posts/inspectors.js';
import type { Ladder } from '../asks/planned-ask.js';
import type { Town } from '../town/schema.js';
import type { RequestRecord } from './record.js';

type Sealable = Pick<RequestRecord, 'confidential' | 'path' | 'grid'>;

/**
 * Whether a request is the inspection team's alone: it complains about staff, or may. Of an emergency that does,
 * everybody hears who can help, but for those whom it may be about.
 */
export const isSealed = ({ confidential, path }: Pick<RequestRecord, 'confidential' | 'path'>): boolean =>
  confidential !== undefined && path !== 'emergency';

/** Who is asked about a complaint: the inspection team, or in an emergency the duty desk; never whom it may name. */
export const confidentialLadder = (
  record: Sealable & { readonly confidential: NonNullable<RequestRecord['confidential']> },
  town: Town,
): Ladder =>
  isSealed(record)
    ? { ladder: 'inspection', except: record.confidential.about }
    : {
        ladder: 'department',
        department: town.settings.departments.dutyDesk,
        except: [...keptFrom(record, town)],
      };

/** From whom an emergency is kept that complains about staff: whom it names, and the team where it happened. */
export const keptFrom = ({ confidential, grid }: Sealable, town: Town): readonly string[] =>
  confidential ? [...new Set([...confidential.about, ...teamOf(town, grid)])] : [];

/** Whether a member of staff may hear of a request at all. A complaint without a name may be about any of the team. */
export function mayHear(record: Sealable, town: Town, staff: string): boolean {
  const { confidential } = record;
  if (!confidential) return true;
  if (isSealed(record)) return inspectorsFor(town, confidential.about).includes(staff);
  return !keptFrom(record, town).includes(staff);
}
