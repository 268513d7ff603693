import { nameBeside, isoOf } from '../words.js';
import { meantFor } from '../../../domain/asks/meant-for.js';
import type { PlannedAsk } from '../../../domain/asks/planned-ask.js';
import type { Town } from '../../../domain/town/schema.js';
import type { ExecutionView } from '../../../contracts/console/executions.js';

/** Who is asked now about what an execution works on, and until when; whoever stands in is named. */
export const askedNow = (asks: readonly PlannedAsk[], town: Town, at: number): ExecutionView['asks'] =>
  asks.map(({ kind, to, askedAt, until }) => {
    const staff = to.who === 'staff' ? meantFor(town, to, at) : undefined;
    return {
      kind,
      to: staff ?? (to.who === 'resident' ? 'resident' : 'nobody'),
      ...nameBeside(town, 'toName', staff),
      askedAt: isoOf(askedAt),
      due: isoOf(until),
    };
  });
