import type { AskOption } from '../../../domain/asks/ask-kinds.js';
import type { PlannedAsk } from '../../../domain/asks/planned-ask.js';
import { secondsUntil } from '../../../domain/asks/plan-ask.js';
import type { RecordedAsk, RecordedCase } from '../../../domain/replay/recorded-case.js';
import { admitAnswer } from '../../../domain/request/admit-answer.js';
import type { Answer } from '../../../domain/request/decision.js';
import type { Play } from '../request/play.js';

/** What a case that was played leaves behind, as a town keeps it. */
export function recordedCase({ record, put, steps }: Play): RecordedCase {
  const answers = new Map<number, Answer>();
  for (const { step } of steps) if (step.action === 'answered') answers.set(step.ask, step.answer);
  const asks = [...put.values()].map(({ n, kind, askedAt, until, stage, step, to }): RecordedAsk => ({
    n,
    kind,
    askedAt,
    until,
    to: to.who === 'staff' ? to.staff : 'resident',
    ...(stage === undefined ? {} : { stage }),
    ...(step === undefined ? {} : { step }),
    answer: answers.get(n),
  }));
  return { record, asks: asks.filter(({ kind }) => kind !== 'joined') };
}

/** When the state machine stops waiting for an ask. */
export const timesOutAt = ({ askedAt, until }: PlannedAsk): number =>
  askedAt + secondsUntil(askedAt, until) * 1000;

/** Lets time pass; whoever is asked something and has no time left was silent. */
export function letPass(play: Play, until: number): void {
  for (;;) {
    const [ask] = play.record.asks.toSorted((a, b) => timesOutAt(a) - timesOutAt(b));
    if (play.record.closedAs !== undefined || !ask || timesOutAt(ask) > until) break;
    play.at = timesOutAt(ask);
    play.act({ action: 'silent', ask: ask.n, at: play.at });
  }
  play.at = Math.max(play.at, until);
}

const NOTES: Partial<Record<AskOption, string>> = { transfer: 'water', place: 'grid 1', documents: '1' };

/** Somebody who is asked something answers one of the things they may; nothing when all of it would be refused. */
export function answerSomething(play: Play, which: number, choice: number): void {
  const open = play.record.asks.filter(({ kind, until }) => kind !== 'joined' && play.at < until);
  const ask = open[which % Math.max(1, open.length)];
  if (!ask) return;
  const allowed = ask.options.filter(
    (option) => admitAnswer(play.record, play.rules, ask, option, NOTES[option] ?? '').admitted,
  );
  const option = allowed[choice % Math.max(1, allowed.length)];
  if (!option) return;
  play.answer(option, NOTES[option], ask);
  if (ask.stage !== undefined && (play.record.coordination?.refused || option === 'same')) endStage(play);
}

/** A refusal ends the stage for whoever else is asked in it. */
function endStage(play: Play): void {
  for (const ask of play.record.asks)
    if (ask.stage !== undefined) play.settle(ask, { option: 'superseded', by: 'system', at: play.at });
}
