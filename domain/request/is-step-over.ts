import type { PlannedAsk } from '../asks/planned-ask.js';
import type { RequestRecord } from './record.js';

/** Whether what an ask is about was settled by somebody else's answer: an emergency that is safe, or stood down. */
export const isStepOver = (
  { coordination }: RequestRecord,
  { stage, step }: Pick<PlannedAsk, 'stage' | 'step'>,
): boolean => stage !== undefined && (coordination?.done.includes(`${stage}/${step}`) ?? false);
