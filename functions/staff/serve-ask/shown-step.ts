import type { Services } from '../../../adapters/services.js';
import type { PlannedAsk } from '../../../domain/asks/planned-ask.js';
import { shows } from '../../../domain/programme/application-words.js';
import { programmeOf } from '../../../domain/request/programme-of.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { Programme, StageStep } from '../../../domain/town/schema.js';
import { loadRules } from '../../use-cases/load-rules.js';
import { readsTheResident } from './ask-words.js';

/** The facts of a step that decide how much of an application it is shown. */
export const shownStep = (
  { stages }: Programme,
  { stage = -1, step }: Pick<PlannedAsk, 'stage' | 'step'>,
): Pick<StageStep, 'sees'> => stages[stage]?.steps.find(({ id }) => id === step) ?? {};

/** Whoever handles a request sees its photos, whoever approves an application if the programme shows them. */
export async function seesPhotos(
  services: Services<{ towns: 'read' }>,
  record: RequestRecord,
  planned: PlannedAsk,
): Promise<boolean> {
  if (planned.kind !== 'approval') return readsTheResident(planned.kind);
  return shows(shownStep(programmeOf(record, await loadRules(services, record)), planned), 'photos');
}
