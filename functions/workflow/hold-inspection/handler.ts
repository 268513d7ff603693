import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import type { Town } from '../../../domain/town/schema.js';
import { INSPECTION_KINDS } from '../../../domain/inspections/inspection-report.js';
import { afterFailure, type InspectionNext } from '../../../domain/inspections/inspection-step.js';
import { roundPayload } from '../workflow-payload.js';
import { assignChecks } from './assign-checks.js';
import { closeInspection } from './close-inspection.js';
import { findInspection } from '../../use-cases/find-inspection.js';
import type { FUNCTION } from './function.js';
import { makePacks } from './make-packs.js';
import { publishReport } from './publish-report.js';
import { publishSeed } from './publish-seed.js';
import { tellStuck } from './tell-inspection.js';

const inspectionPayload = roundPayload.extend({
  kind: z.enum(INSPECTION_KINDS),
  /** `$states.context.Execution.StartTime`. */
  startedAt: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
  action: z.enum(['publish-seed', 'pack', 'assign', 'report', 'close', 'attention']),
  /** Where to go on in a town that is done in several calls; an inspection that began before they were bounded does all in one. */
  after: z.number().int().nonnegative().optional(),
  /** With `attention`: how many failures there were in a row. */
  failures: z.number().int().positive().default(1),
});
export type InspectionPayload = z.infer<typeof inspectionPayload>;

export type Effects = Services<typeof FUNCTION>;

/** One step of an inspection. Each can be taken again: what was done of it is not done twice. */
export const createHoldInspection =
  (services: Effects) =>
  async (event: unknown): Promise<InspectionNext | ReturnType<typeof afterFailure>> => {
    const payload = inspectionPayload.parse(event);
    const { town } = await services.towns.load(payload.town);
    return takeStep(services, town, payload);
  };

async function takeStep(services: Effects, town: Town, payload: InspectionPayload) {
  switch (payload.action) {
    case 'publish-seed':
      return publishSeed(services, town, payload);
    case 'pack':
      return makePacks(services, town, payload);
    case 'assign':
      return assignChecks(services, town, payload);
    case 'report':
      return publishReport(services, town, await findInspection(services, town, payload), payload.at);
    case 'close':
      return closeInspection(services, town, await findInspection(services, town, payload), payload.at);
    case 'attention':
      await tellStuck(services, town, payload);
      return afterFailure(payload, town, payload.at);
  }
}
