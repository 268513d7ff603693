import type { RecordedAnswer } from '../../adapters/ask-store.js';
import type { Services } from '../../adapters/services.js';
import type { PlannedAsk } from '../../domain/asks/planned-ask.js';
import { milestoneReached } from '../../domain/request/milestones.js';
import type { Milestone, Town } from '../../domain/town/schema.js';
import type { AskSubject } from './ask-subject.js';
import { rulesIn } from './load-rules.js';

/** In an emergency: how far an answer says that its sender is. */
export async function howFar(
  services: Services<{ towns: 'readProgramme' }>,
  town: Town,
  { of, record }: AskSubject,
  ask: Pick<PlannedAsk, 'stage' | 'step'>,
  answer: Pick<RecordedAnswer, 'option' | 'milestone'>,
): Promise<Milestone | undefined> {
  if (of !== 'request' || record.path !== 'emergency') return undefined;
  return milestoneReached(record, await rulesIn(services, town, record), ask, answer);
}
