import { plannedAsk, withoutAsk } from '../asks/plan-ask.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import { ended, openStage, stepOf } from './coordinate-programme.js';
import type { Decision, Rules } from './decision.js';
import { goOn } from './needs-attention.js';
import { returnStep } from './refuse-step.js';
import { planStep } from './plan-step.js';
import { followsSchema, type RequestRecord } from './record.js';
import type { Step } from './take-step.js';

/** As it stands, without what was asked before it was put right. */
export function settled(record: RequestRecord): RequestRecord {
  const { corrected, ...rest } = record;
  return { ...rest, asks: corrected ? [] : rest.asks.filter((ask) => !ask.corrected) };
}

/**
 * The decision where a request was put right while its workflow waited, or between two of its steps: whatever the step
 * reports is about the wrong record, and the work goes on from how the request stands. Undefined where the step is none
 * of these.
 */
export function afterCorrection(record: RequestRecord, rules: Rules, step: Step): Decision | undefined {
  switch (step.action) {
    case 'answered':
    case 'silent': {
      const ask = plannedAsk(record, step.ask);
      return ask?.corrected && goOnWithout(ask, record, rules, step.at);
    }
    case 'stage':
    case 'place':
      return record.corrected && leaveCoordination(record, rules, step.at);
    case 'coordinated':
      return record.corrected || step.outcome === 'corrected'
        ? goOn(settled(record), rules, { at: step.at })
        : undefined;
    default:
      return undefined;
  }
}

/** The coordination ends, and gives up the request's place in its programme; the next step is decided with it. */
function leaveCoordination(record: RequestRecord, rules: Rules, at: number): Decision {
  const { next } = ended(record, 'corrected');
  const { place: _left, ...rest } = settled(record);
  const follows = goOn(rest, rules, { at });
  return next.to === 'ended'
    ? { ...follows, next: { ...next, follows: followsSchema.parse(follows.next) } }
    : follows;
}

function goOnWithout(ask: PlannedAsk, record: RequestRecord, rules: Rules, at: number): Decision {
  const rest = withoutAsk(record, ask.n);
  // The work was broken off, and is taken up from where the record stands; what else was asked, nothing waits for.
  if (ask.kind === 'attention') return { record: settled(rest), notices: [], next: { to: 'again' } };
  if (rest.asks.some(({ kind }) => kind === 'attention'))
    return { record: rest, notices: [], next: { to: 'over' } };
  if (ask.stage === undefined) return goOn(settled(rest), rules, { at });
  const step = stepOf(rest, rules, ask);
  if (record.corrected || !step) return { record: rest, notices: [], next: { to: 'finished' } };
  const { refusal } = ask;
  if (refusal) return returnStep(rest, rules, ask, { by: refusal.by, note: refusal.reason, at });
  const planned = planStep(rest, rules, step, { stage: ask.stage, at });
  return { record: planned.record, notices: [], next: { to: 'ask', ask: planned.ask } };
}

/** Who of the staff is asked once the workflow has gone on. */
export function askedNext(record: RequestRecord, rules: Rules, at: number): ReadonlySet<string> {
  if (!record.corrected) {
    const gone = record.asks.filter((ask) => ask.corrected);
    return staffOf(gone.reduce((now, ask) => goOnWithout(ask, now, rules, at).record, record));
  }
  const { record: begun, next } = goOn(settled(record), rules, { at });
  return 'coordination' in next
    ? staffOf(openStage(begun, rules, next.coordination.round, at).record)
    : staffOf(begun);
}

const staffOf = ({ asks }: RequestRecord): ReadonlySet<string> =>
  new Set(asks.flatMap(({ to }) => (to.who === 'staff' ? [to.staff] : [])));
