import type { Agreed } from '../../../domain/appointments/moment.js';
import { optionOf, type Verdict } from '../../../domain/asks/verdict.js';
import type { AskOption } from '../../../domain/asks/ask-kinds.js';
import type { Answer, Notice, Rules } from '../../../domain/request/decision.js';
import type { Assigning } from '../../../domain/request/assign-request.js';
import type { PlannedAsk } from '../../../domain/asks/planned-ask.js';
import type { Next, RequestRecord } from '../../../domain/request/record.js';
import type { FieldsOf } from '../../../domain/request/timeline.js';
import type { Correction } from '../../../domain/request/correction.js';
import { correctRequest } from '../../../domain/request/correct-request.js';
import { programmeIdOf } from '../../../domain/request/programme-of.js';
import { tellCorrection } from '../../../domain/request/tell-correction.js';
import { callBeside } from '../../../domain/request/call-departments.js';
import { readSaid } from '../../../domain/request/read-said.js';
import { type Step, takeStep } from '../../../domain/request/take-step.js';
import { withdrawRequest } from '../../../domain/request/withdraw-request.js';
import { MONDAY_9_AM } from './a-request.js';

/** What the state machine is told, with what it may say wherever it leads. */
export type AnyNext = FieldsOf<Next> & Pick<Next, 'to'>;

/** More automatic steps in a row than any case takes: beyond it the machines run in a circle. */
const CIRCLE = 50;

/** Plays one request through the rules as the two state machines would, without waiting. */
export class Play {
  at = MONDAY_9_AM;
  next: AnyNext = { to: 'finished' };
  readonly told: Notice[] = [];
  /** Who heard that what they were asked is no longer needed. */
  readonly released: string[] = [];
  /** Every step taken, with what it decided. */
  readonly steps: { step: Step; next: AnyNext }[] = [];
  /** Every ask that was put, by its number. */
  readonly put = new Map<number, PlannedAsk>();
  /** Whether the programme has a place, each time that it is asked for one; else it has. */
  readonly places: boolean[] = [];
  private round = 0;
  private automatic = 0;

  constructor(
    public record: RequestRecord,
    public rules: Rules,
  ) {}

  static begin(record: RequestRecord, rules: Rules, assigning: Partial<Assigning> = {}): Play {
    const play = new Play(record, rules);
    play.act({ action: 'assign', at: play.at, ...assigning });
    return play;
  }

  later(milliseconds: number): this {
    this.at += milliseconds;
    return this;
  }

  /** Moves to the moment the open ask runs out. */
  untilDue(ask: PlannedAsk = this.open()): this {
    this.at = Math.max(this.at, ask.until);
    return this;
  }

  /** The open ask; the one that this member of staff was put, where several are open; that of whoever looks at a failure before all. */
  open(staff?: string): PlannedAsk {
    const { asks } = this.record;
    const attention = asks.filter(({ kind }) => kind === 'attention');
    const found = (attention.length > 0 ? attention : asks).filter(
      ({ to }) => staff === undefined || (to.who === 'staff' && to.staff === staff),
    );
    const [ask] = found;
    if (!ask || found.length > 1) throw new Error(`not one ask is open, but ${found.length}`);
    return ask;
  }

  /** Who is asked now. */
  get asked(): string[] {
    return this.record.asks.map(({ to }) => (to.who === 'staff' ? to.staff : to.who));
  }

  get lastTold(): Notice | undefined {
    return this.told.at(-1);
  }

  texts(to: Notice['to']): string[] {
    return this.told.filter((one) => JSON.stringify(one.to) === JSON.stringify(to)).map(({ text }) => text);
  }

  get types(): string[] {
    return this.record.timeline.map(({ type }) => type);
  }

  answer(option: AskOption, note?: string, ask: PlannedAsk = this.open()): this {
    const by = ask.to.who === 'staff' ? ask.to.staff : 'resident';
    return this.settle(ask, { option, by, at: this.at, ...(note === undefined ? {} : { note }) });
  }

  /** The resident's verdict at closure. */
  judge(verdict: Verdict, note?: string, ask: PlannedAsk = this.open()): this {
    return this.settle(ask, { option: optionOf(verdict), by: 'resident', at: this.at, note, verdict });
  }

  /** An appointment, with the date that was read of its words. */
  agree(agreed: Agreed, ask: PlannedAsk = this.open()): this {
    const by = ask.to.who === 'staff' ? ask.to.staff : 'resident';
    return this.settle(ask, { option: 'done', by, at: this.at, note: agreed.words, agreed });
  }

  /** Departments are called beside those who are asked; their stage is opened anew, as the adapters have it. */
  call(departments: readonly string[], by = 'a1', note = ''): this {
    const called = callBeside(this.record, this.rules, { departments, by, note, at: this.at });
    if (!called) throw new Error('nobody was called');
    this.record = called.record;
    this.told.push(...called.notices);
    return this.act({ action: 'stage', round: this.round, at: this.at });
  }

  silent(ask: PlannedAsk = this.open()): this {
    this.untilDue(ask);
    return this.act({ action: 'silent', ask: ask.n, at: this.at });
  }

  /** The resident takes it back; every open ask is then ended, as the adapters do. */
  withdraw(): this {
    const withdrawn = withdrawRequest(this.record, this.at);
    if (!withdrawn) return this;
    this.record = withdrawn;
    this.endOpen('withdrawn');
    return this;
  }

  /** A refusal or a joining ends the stage for everybody else in it. */
  endOpen(option: 'withdrawn' | 'superseded'): this {
    for (const ask of this.record.asks) {
      const isOpen = this.record.asks.some(({ n }) => n === ask.n);
      if (isOpen) this.settle(ask, { option, by: 'system', at: this.at });
    }
    return this;
  }

  /** Somebody puts it right; what was asked about what was wrong is then ended, as the adapters do. */
  correct(changes: Partial<Correction>): this {
    const correction = { by: 'd1', reason: 'read wrongly', at: this.at, ...changes };
    const before = this.record;
    this.record = correctRequest(before, this.rules, correction);
    const { town } = this.rules;
    const id = programmeIdOf(town, this.record);
    this.rules = { town, programme: town.programmes.find((programme) => programme.id === id) };
    const told = tellCorrection(before, this.record, this.rules, correction);
    this.told.push(...told.notices);
    this.released.push(...told.released);
    for (const ask of this.record.asks.filter(({ corrected }) => corrected))
      this.settle(ask, { option: 'corrected', by: 'system', at: this.at });
    const execution = this.record.execution ?? this.record.id;
    return this.next.to === 'again' ? this.act({ action: 'take-up', execution, at: this.at }) : this;
  }

  settle(ask: PlannedAsk, answer: Answer): this {
    // A wait that is over, however it ended, is followed by a look at the list.
    if (ask.kind === 'place') return this.askForPlace();
    const said = { ...answer, ...readSaid(this.rules.town, ask, answer) };
    return this.act({ action: 'answered', ask: ask.n, answer: said, at: this.at });
  }

  act(step: Step): this {
    const { record, notices, next } = takeStep(this.record, this.rules, step);
    this.record = record;
    this.told.push(...notices);
    this.next = next;
    this.steps.push({ step, next });
    for (const ask of record.asks) this.put.set(ask.n, ask);
    return this.follow();
  }

  private goOn(step: Step): this {
    this.automatic += 1;
    if (this.automatic > CIRCLE) throw new Error('the machines run in a circle');
    return this.act(step);
  }

  /** What the state machines do by themselves. */
  private follow(): this {
    const { to, coordination, follows, steps } = this.next;
    if (this.isBroken()) return this;
    if (to === 'close') return this.goOn({ action: 'close', at: this.at });
    if (to === 'again') {
      const execution = this.record.execution ?? this.record.id;
      return this.goOn({ action: 'take-up', execution, at: this.at });
    }
    if (coordination) {
      this.round = coordination.round;
      return this.goOn({ action: 'stage', round: this.round, at: this.at });
    }
    if (to === 'ended') {
      if (!follows) return this.goOn({ action: 'attention', at: this.at });
      this.next = follows;
      return this.follow();
    }
    if (to === 'take-place') return this.askForPlace();
    if (to === 'stage' && steps?.length === 0)
      return this.goOn({ action: 'stage', round: this.round, at: this.at });
    if (to === 'finished' && this.record.closedAs === undefined && !this.isStageOpen()) {
      return this.goOn({ action: 'stage', round: this.round, at: this.at });
    }
    this.automatic = 0;
    return this;
  }

  /** While somebody looks at a failure no machine goes on, whatever is answered meanwhile. */
  private isBroken(): boolean {
    return this.record.asks.some(({ kind }) => kind === 'attention');
  }

  /** Asks for a place; done again when word comes that there is one, or after a while. */
  askForPlace(): this {
    const given = this.places.shift() ?? true;
    const waited = this.record.asks.find(({ kind }) => kind === 'place')?.n ?? 0;
    return this.goOn({ action: 'place', round: this.round, waited, given, at: this.at });
  }

  private isStageOpen(): boolean {
    return this.record.asks.some(({ stage }) => stage !== undefined);
  }
}
