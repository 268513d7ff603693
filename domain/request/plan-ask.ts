import { ASK_KINDS, type AskKind, type AskOption } from '../asks/ask-kinds.js';
import { climb } from '../posts/climb.js';
import type { Rules } from './decision.js';
import type { Addressee, Ladder, Next, PlannedAsk, RequestRecord } from './record.js';

export interface AskDraft {
  readonly kind: AskKind;
  readonly to: Addressee;
  readonly until: number;
  readonly options?: readonly AskOption[];
  readonly stage?: number;
  readonly step?: string;
  readonly extensions?: number;
  readonly other?: string;
}

export interface Planned {
  readonly record: RequestRecord;
  readonly ask: NonNullable<Next['ask']>;
}

const optionsOf = (draft: AskDraft): AskOption[] =>
  ASK_KINDS[draft.kind]
    .map((rule) => rule.option)
    // "The same event" is only offered where another open request looks like it.
    .filter((option) => option !== 'same' || draft.other !== undefined);

/** Puts an ask into the record and says what the workflow waits for. */
export function planAsk(record: RequestRecord, draft: AskDraft, at: number): Planned {
  const n = record.askCount + 1;
  const ask: PlannedAsk = {
    n,
    kind: draft.kind,
    to: draft.to,
    options: [...(draft.options ?? optionsOf(draft))],
    askedAt: at,
    until: draft.until,
    ...(draft.stage === undefined ? {} : { stage: draft.stage }),
    ...(draft.step === undefined ? {} : { step: draft.step }),
    ...(draft.extensions === undefined ? {} : { extensions: draft.extensions }),
    ...(draft.other === undefined ? {} : { other: draft.other }),
  };
  return {
    record: { ...record, askCount: n, asks: [...record.asks, ask] },
    ask: { n, timeoutSeconds: secondsUntil(at, draft.until) },
  };
}

/** At least a second: a deadline that has passed still gives the ask a moment, and AWS refuses 0. */
export const secondsUntil = (at: number, until: number): number =>
  Math.max(1, Math.ceil((until - at) / 1000));

export const plannedAsk = (record: RequestRecord, n: number): PlannedAsk | undefined =>
  record.asks.find((ask) => ask.n === n);

export const withoutAsk = (record: RequestRecord, n: number): RequestRecord => ({
  ...record,
  asks: record.asks.filter((ask) => ask.n !== n),
});

/** The person at a rung of a ladder, or the next above who is not on leave. */
export function staffAt(
  rules: Rules,
  ladder: Ladder,
  rung: number,
  at: number,
): Addressee & { who: 'staff' } {
  const found = climb(rules.town, ladder, rung, at);
  return { who: 'staff', staff: found.staff, ladder, rung: found.rung, last: found.last };
}
