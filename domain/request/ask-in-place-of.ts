import type { PlannedAsk } from '../asks/planned-ask.js';
import type { RequestRecord } from './record.js';

/** The ask that was put to somebody else when nobody answered this one in time: the same question of the same step. */
export const askInPlaceOf = (
  { asks }: RequestRecord,
  { n, kind, stage, step }: Pick<PlannedAsk, 'n' | 'kind' | 'stage' | 'step'>,
): PlannedAsk | undefined =>
  asks.find(
    (ask) =>
      ask.n > n && ask.kind === kind && ask.stage === stage && ask.step === step && ask.to.who === 'staff',
  );
