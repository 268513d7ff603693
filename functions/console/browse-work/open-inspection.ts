import type { Services } from '../../../adapters/services.js';
import { INSPECTION_KINDS } from '../../../domain/inspections/inspection-report.js';
import type { Town } from '../../../domain/town/schema.js';
import { Problem } from '../../http/problem.js';
import { lookForInspection, type StoredInspection } from '../../use-cases/find-inspection.js';
import type { ConsoleUser } from '../../http/console-user.js';

interface Asked {
  readonly user: Pick<ConsoleUser, 'town'>;
  readonly params: { readonly kind: string; readonly date: string };
}

/** The inspection that a path names, in the town of whoever calls; else there is none. */
export async function openInspection(
  services: Services<{ towns: 'read'; rounds: 'find' }>,
  { user, params }: Asked,
): Promise<{ readonly town: Town; readonly inspection: StoredInspection }> {
  const kind = INSPECTION_KINDS.find((one) => one === params.kind);
  if (kind === undefined) throw new Problem('not-found');
  const { town } = await services.towns.load(user.town);
  const inspection = await lookForInspection(services, town, { kind, date: params.date });
  if (!inspection) throw new Problem('not-found');
  return { town, inspection };
}
