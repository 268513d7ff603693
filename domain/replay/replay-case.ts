import { secondsUntil, staffAt } from '../asks/plan-ask.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import { workingDayAfter } from '../deadlines/working-days.js';
import { firstWorkingDay } from '../deadlines/working-time.js';
import { cardDue, cardTime } from '../cards/card-due.js';
import { answersForRed, warnedOf, withCard } from '../cards/give-card.js';
import type { Answer, Rules } from '../request/decision.js';
import { factsOf } from '../request/facts.js';
import type { Assigning } from '../request/assign-request.js';
import { programmeIdOf } from '../request/programme-of.js';
import { recordIntake } from '../request/record-intake.js';
import type { Next, RequestRecord } from '../request/record.js';
import { refusalEndsStage } from '../request/refuse-step.js';
import { readSaid } from '../request/read-said.js';
import { type Step, takeStep } from '../request/take-step.js';
import { withdrawRequest } from '../request/withdraw-request.js';
import type { Town, TownSettings } from '../town/schema.js';
import { People } from './people.js';
import type { RecordedCase } from './recorded-case.js';
import type { TypicalAnswers } from './typical-answers.js';
import { given } from '../words/given.js';

export interface ReplayOptions {
  /** How far the record goes, epoch milliseconds: nothing happens after it. */
  readonly asOf: number;
  readonly typical: TypicalAnswers;
}

/** The next event in a case. */
type Happening =
  | { readonly what: 'answer'; readonly at: number; readonly ask: PlannedAsk; readonly answer: Answer }
  | { readonly what: 'silence' | 'place'; readonly at: number; readonly ask: PlannedAsk }
  | { readonly what: 'withdrawal' | 'overrun' | 'cards'; readonly at: number };

/** The case runs again from its receipt under the town's data as given. Answers the request as it then stands. */
export const replayCase = (recorded: RecordedCase, town: Town, options: ReplayOptions): RequestRecord =>
  new Replay(recorded, town, options).run();

/** The request as it came in. Where it lies is taken from the record: the exact point is not in it. */
function received({ record }: RecordedCase, town: Town): RequestRecord {
  const { createdAt: at, near, timeline } = record;
  const first = timeline.find(({ type }) => type === 'placed' || type === 'unplaced');
  const grid = first?.type === 'placed' ? first.grid : undefined;
  const { path: _path, grid: _grid, unsure: _unsure, danger, village, group, ...rest } = record;
  // Where an emergency was that nobody had placed came later.
  const place = first?.type === 'unplaced' ? {} : { village, group };
  const alarm = danger?.sure ? { danger, path: 'emergency' as const } : {};
  const fresh = recordIntake(town, { ...rest, ...place, ...alarm, at });
  return {
    ...fresh,
    ...given({ near, grid }),
  };
}

/** How it was placed: nobody was asked to accept what a cadre had filed. */
function assigningOf({ record, asks }: RecordedCase): Assigning | undefined {
  const first = record.timeline.find(({ type }) => type === 'placed' || type === 'unplaced');
  if (!first) return undefined;
  const isAsked = ['acceptance', 'taking-up', 'complaint', 'placement'].includes(asks[0]?.kind ?? '');
  return {
    at: first.at,
    ...(isAsked || record.owner === undefined ? {} : { filedBy: record.owner }),
    ...(record.duplicateOf === undefined ? {} : { duplicateOf: record.duplicateOf }),
  };
}

/** Plays a case as its two state machines do, from one happening to the next. */
class Replay {
  private record: RequestRecord;
  private readonly rules: Rules;
  private readonly people: People;
  private round = 0;
  /** Until when the coordination may run; undefined while there is none. */
  private overrunAt: number | undefined;
  /** The day whose cards come next. */
  private cardDay: string;

  constructor(
    private readonly recorded: RecordedCase,
    town: Town,
    private readonly options: ReplayOptions,
  ) {
    this.record = received(recorded, town);
    const programme = programmeIdOf(town, this.record);
    this.rules = { town, programme: town.programmes.find(({ id }) => id === programme) };
    this.people = new People(recorded, this.rules, options);
    this.cardDay = nextCardDay(recorded.record.createdAt, town.settings);
  }

  run(): RequestRecord {
    const assigning = assigningOf(this.recorded);
    if (assigning) this.take({ action: 'assign', ...assigning });
    for (let next = this.next(); next && next.at <= this.options.asOf; next = this.next()) this.live(next);
    return this.record;
  }

  /** The soonest of what is to come; of the same moment, as the record has it. */
  private next(): Happening | undefined {
    if (this.record.closedAs !== undefined) return undefined;
    const { withdrawnAt } = this.recorded.record;
    const happenings: Happening[] = this.record.asks.map((ask) => this.comesOf(ask));
    if (withdrawnAt !== undefined) happenings.push({ what: 'withdrawal', at: withdrawnAt });
    if (this.overrunAt !== undefined) happenings.push({ what: 'overrun', at: this.overrunAt });
    if (this.record.dueAt !== undefined)
      happenings.push({ what: 'cards', at: cardTime(this.rules.town.settings, this.cardDay) });
    return happenings.toSorted((a, b) => a.at - b.at || this.inRecord(a) - this.inRecord(b))[0];
  }

  /** Where the record tells of it, for what people did or let pass in the same millisecond; at its end for all else. */
  private inRecord(happening: Happening): number {
    const { timeline } = this.recorded.record;
    if (!('ask' in happening)) return timeline.length;
    const by = doneBy(happening);
    const { step } = happening.ask;
    const isIts = (entry: RequestRecord['timeline'][number]): boolean =>
      entry.at === happening.at &&
      'by' in entry &&
      entry.by === by &&
      (!('step' in entry) || entry.step === step);
    const before = this.record.timeline.filter(isIts).length;
    return timeline.flatMap((entry, i) => (isIts(entry) ? [i] : []))[before] ?? timeline.length;
  }

  private comesOf(ask: PlannedAsk): Happening {
    const answer = this.people.answerTo(ask);
    if (answer) return { what: 'answer', at: answer.at, ask, answer };
    const over = ask.askedAt + secondsUntil(ask.askedAt, ask.until) * 1000;
    const givenAt = ask.kind === 'place' ? placeGivenAt(this.recorded) : undefined;
    return givenAt !== undefined && givenAt < over
      ? { what: 'place', at: Math.max(givenAt, ask.askedAt), ask }
      : { what: 'silence', at: over, ask };
  }

  private live(happening: Happening): void {
    const { at } = happening;
    switch (happening.what) {
      case 'answer':
        return this.answer(happening.ask, happening.answer);
      case 'silence':
        return this.take({ action: 'silent', ask: happening.ask.n, at }, happening.ask);
      case 'place':
        return this.take(this.placeStep(at));
      case 'cards':
        return this.giveCard(at);
      case 'withdrawal':
        this.record = withdrawRequest(this.record, at) ?? this.record;
        return this.take({ action: 'close', at });
      case 'overrun':
        this.overrunAt = undefined;
        return this.take({ action: 'attention', at });
    }
  }

  /** The yellow or red card of the day, where one is due. */
  private giveCard(at: number): void {
    const { town } = this.rules;
    const facts = factsOf(this.record);
    const due = cardDue(facts, town.settings, this.cardDay);
    this.cardDay = workingDayAfter(this.cardDay, town.settings);
    if (!due) return;
    const to =
      due.kind === 'yellow' ? warnedOf(facts)[0] : staffAt({ town }, answersForRed(town, facts), 0, at).staff;
    this.record = withCard(this.record, { kind: due.kind, due: due.due, at, to }) ?? this.record;
  }

  /** One case does not know its waiting line: a place comes as in the record, or at once to who never waited. */
  private placeStep(at: number): Step {
    const { place } = this.recorded.record;
    const neverWaited = place?.joinedAt === undefined;
    const given = neverWaited || (placeGivenAt(this.recorded) ?? Infinity) <= at;
    const waited = this.record.asks.find(({ kind }) => kind === 'place')?.n ?? 0;
    return { action: 'place', round: this.round, waited, given, at };
  }

  private answer(ask: PlannedAsk, answer: Answer): void {
    const { at } = answer;
    // A refusal that is the last word, or a report that was joined, ends the stage for whoever else is asked in it.
    const isRefused = answer.option === 'refuse' && refusalEndsStage(this.record, this.rules, ask, answer);
    if (ask.stage !== undefined && (isRefused || answer.option === 'same')) {
      for (const { n, stage } of this.record.asks)
        if (stage !== undefined && n !== ask.n) this.decide(endOf(n, at));
    }
    // Its words are read by the rules that are tried.
    const said = { ...answer, ...readSaid(this.rules.town, ask, answer) };
    this.take({ action: 'answered', ask: ask.n, answer: said, at });
  }

  /** Takes a step, tells whoever is newly asked, and does what the machines do by themselves. */
  private take(step: Step, silent?: PlannedAsk): void {
    let next: Next = this.decide(step, silent);
    for (let then = this.followUp(next, step.at); then; then = this.followUp(next, step.at))
      next = this.decide(then);
  }

  private decide(step: Step, silent?: PlannedAsk): Next {
    const before = new Set(this.record.asks.map(({ n }) => n));
    const { record, next } = takeStep(this.record, this.rules, step);
    this.record = record;
    for (const ask of record.asks) if (!before.has(ask.n)) this.people.hear(record, ask, silent);
    return next;
  }

  /** The step that the state machine takes without waiting for anybody. */
  private followUp(next: Next, at: number): Step | undefined {
    if (this.record.closedAs !== undefined) return undefined;
    if ('coordination' in next) {
      this.round = next.coordination.round;
      this.overrunAt = at + next.coordination.timeoutSeconds * 1000;
      return { action: 'stage', round: this.round, at };
    }
    if (next.to === 'ended') {
      this.overrunAt = undefined;
      return { action: 'coordinated', round: this.round, outcome: next.outcome, at };
    }
    if (next.to === 'take-place') return this.placeStep(at);
    // The fate of the first report is told by its own case: here the second one ends.
    if (next.to === 'close' || next.to === 'joined') return { action: 'close', at };
    const isStageOver =
      (next.to === 'stage' && next.steps.length === 0) || (next.to === 'finished' && !this.isStageOpen());
    return isStageOver ? { action: 'stage', round: this.round, at } : undefined;
  }

  private isStageOpen(): boolean {
    return this.record.asks.some(({ stage }) => stage !== undefined);
  }
}

/** Who answers, or lets the time of their ask pass. */
function doneBy(happening: Happening): string | undefined {
  if (happening.what === 'answer') return happening.answer.by;
  if (happening.what !== 'silence') return undefined;
  const { to } = happening.ask;
  return to.who === 'staff' ? to.staff : undefined;
}

const placeGivenAt = ({ record }: RecordedCase): number | undefined =>
  record.timeline.find(({ type }) => type === 'place-given')?.at;

/** The first working day whose cards come after this moment. */
function nextCardDay(at: number, settings: TownSettings): string {
  const today = firstWorkingDay(at, settings);
  return cardTime(settings, today) > at ? today : workingDayAfter(today, settings);
}

const endOf = (ask: number, at: number): Step => ({
  action: 'answered',
  ask,
  answer: { option: 'superseded', by: 'system', at },
  at,
});
