import { ASK_KINDS, type AskKind, type AskOption } from '../asks/ask-kinds.js';
import type { AnswerDelay } from './answer-delay.js';
import type { PieceOfWork } from './pieces-of-work.js';

/** The answer of somebody whom nobody asked this in the record: yes, after the time it usually takes. */
export interface TypicalAnswer {
  readonly option: AskOption;
  readonly delay: AnswerDelay;
}
export type TypicalAnswers = ReadonlyMap<AskKind, TypicalAnswer>;

/** For each kind of ask that was answered at all: its first option, after the median of the delays. */
export function typicalAnswers(pieces: Iterable<PieceOfWork>): TypicalAnswers {
  const delays = new Map<AskKind, AnswerDelay[]>();
  for (const { kind, answered } of pieces) {
    if (answered) delays.set(kind, [...(delays.get(kind) ?? []), answered.delay]);
  }
  const typical = new Map<AskKind, TypicalAnswer>();
  for (const [kind, measured] of delays) {
    const sorted = measured.toSorted((a, b) => a.time - b.time);
    const delay = sorted[Math.floor((sorted.length - 1) / 2)];
    const [first] = ASK_KINDS[kind];
    if (delay && first) typical.set(kind, { option: first.option, delay });
  }
  return typical;
}
