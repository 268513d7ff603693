import type { FloodedReport } from '../../adapters/flood-store.js';
import type { Services } from '../../adapters/services.js';
import type { FloodedPlace } from '../../domain/flood/flood.js';
import type { Town } from '../../domain/town/schema.js';

/** A danger that is not called out: kept with the others of its origin, and told to the duty desk with them. */
export async function holdTogether(
  { floods, texts }: Services<{ texts: 'send'; floods: 'hold' }>,
  town: Town,
  origin: string,
  { place, report, at }: { place: FloodedPlace; report: FloodedReport; at: number },
): Promise<void> {
  await floods.addReport(town.settings.id, origin, { place, report, at });
  const grown = await floods.grow(town, { origin, kind: 'dangers', at, place });
  await texts.tellFlood(town, grown, { at, atOnce: 'emergency' });
}
