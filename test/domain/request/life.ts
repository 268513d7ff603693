import { meantFor } from '../../../domain/asks/meant-for.js';
import type { AskOption } from '../../../domain/asks/ask-kinds.js';
import type { PlannedAsk } from '../../../domain/asks/planned-ask.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import { addDays } from '../../../domain/calendar/plain-dates.js';
import { checkLeave } from '../../../domain/posts/leave.js';
import { noteFormer } from '../../../domain/posts/note-former.js';
import { admitAnswer } from '../../../domain/request/admit-answer.js';
import type { Assigning } from '../../../domain/request/assign-request.js';
import { callBeside } from '../../../domain/request/call-departments.js';
import type { Correction } from '../../../domain/request/correction.js';
import type { Rules } from '../../../domain/request/decision.js';
import { programmeIdOf } from '../../../domain/request/programme-of.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { standDown } from '../../../domain/request/stand-down.js';
import type { Step } from '../../../domain/request/take-step.js';
import { type Other, whyNotCorrected } from '../../../domain/request/why-not-corrected.js';
import { mustStay } from '../../../domain/request/withdraw-request.js';
import type { Grid, Path, Town } from '../../../domain/town/schema.js';
import { given } from '../../../domain/words/given.js';
import { Play } from './play.js';

/** As functions load them before each step: the town of the day, and the programme that the request now runs. */
export function rulesIn(town: Town, record: RequestRecord): Rules {
  const id = programmeIdOf(town, record);
  return { town, programme: town.programmes.find((programme) => programme.id === id) };
}

/** Everything that can befall a request, in a town whose people come and go. What may not be done is not done. */
export class Life extends Play {
  /** Which way the other report goes that this one may be joined to. */
  first: Path = 'same-day';

  static received(town: Town, record: RequestRecord, assigning: Partial<Assigning> = {}): Life {
    const life = new Life(record, rulesIn(town, record));
    life.at = record.createdAt;
    life.act({ action: 'assign', at: life.at, ...assigning });
    return life;
  }

  /** How much had happened when it last became an emergency. */
  raised = 0;

  override act(step: Step): this {
    const { path } = this.record;
    this.rules = rulesIn(this.rules.town, this.record);
    super.act(step);
    if (path !== 'emergency' && this.record.path === 'emergency')
      this.raised = this.record.timeline.length - 1;
    return this;
  }

  /** An answer by page or text: it is checked first, and a refusal or a joining ends the stage for everybody else. */
  reply(ask: PlannedAsk, option: AskOption, note: string): boolean {
    this.rules = rulesIn(this.rules.town, this.record);
    if (!admitAnswer(this.record, this.rules, ask, option, note).admitted) return false;
    // Whoever it is meant for by now answers.
    const by = ask.to.who === 'staff' ? meantFor(this.rules.town, ask.to, this.at) : 'resident';
    this.settle(ask, { option, by, at: this.at, note });
    const endsStage = this.record.coordination?.refused !== undefined || option === 'same';
    if (ask.stage !== undefined && endsStage) this.endStage('superseded');
    return true;
  }

  /** Asks of a stage that something else has settled, as the adapters end them. */
  private endStage(option: 'superseded' | 'corrected', isEnded = (_ask: PlannedAsk) => true): void {
    for (const ask of this.record.asks.filter((one) => one.stage !== undefined && isEnded(one)))
      if (this.record.asks.some(({ n }) => n === ask.n))
        this.settle(ask, { option, by: 'system', at: this.at });
  }

  /** Nobody answered until its time was over. */
  runsOut(ask: PlannedAsk): void {
    if (ask.kind === 'attention') this.untilDue(ask).act({ action: 'attention', at: this.at });
    else this.silent(ask);
  }

  override withdraw(): this {
    return mustStay(this.record) ? this : super.withdraw();
  }

  tryToCorrect(correction: Partial<Correction>, other: Other): boolean {
    this.rules = rulesIn(this.rules.town, this.record);
    const whole = { by: 'somebody', reason: 'sample', at: this.at, ...correction };
    if (whyNotCorrected(this.record, this.rules, whole, other).length > 0) return false;
    const { path, timeline } = this.record;
    this.correct(whole);
    if (path !== 'emergency' && this.record.path === 'emergency') this.raised = timeline.length;
    const { execution } = this.record.corrected ?? {};
    if (execution !== undefined && this.record.closedAs === undefined)
      this.act({ action: 'take-up', execution, at: this.at });
    return true;
  }

  callBeside(departments: readonly string[], by: string): boolean {
    this.rules = rulesIn(this.rules.town, this.record);
    if (!callBeside(this.record, this.rules, { departments, by, note: '', at: this.at })) return false;
    this.call(departments, by);
    return true;
  }

  standDown(by: string): boolean {
    this.rules = rulesIn(this.rules.town, this.record);
    const ended = standDown(this.record, this.rules, { by, reason: 'sample', at: this.at });
    if (!ended) return false;
    this.record = ended.record;
    this.told.push(...ended.notices);
    this.endOpen('superseded');
    return true;
  }

  /** Whoever answered last takes it back. */
  undo(): boolean {
    const [followed, ...others] = this.record.asks;
    if (!this.record.undoable || !followed || others.length > 0) return false;
    const { to } = this.record.undoable.ask;
    const by = to.who === 'staff' ? to.staff : 'resident';
    this.settle(followed, { option: 'undone', by, at: this.at });
    return true;
  }

  /** The town's data change: whoever held a post and does not any more is remembered as former. */
  change(town: Town): void {
    this.rules = rulesIn({ ...town, former: noteFormer(this.rules.town, town, this.at) }, this.record);
  }

  isAway(staff: string, days: number): void {
    const { town } = this.rules;
    const from = localDate(this.at, town.settings.timeZone);
    const leave = { staff, from, to: addDays(from, days) };
    if (checkLeave(town, leave).ok) this.change({ ...town, leave: [...town.leave, leave] });
  }
}

type Replacing = (people: readonly string[]) => string[];

function withContacts(town: Town, replaced: Replacing): Town {
  return {
    ...town,
    departments: town.departments.map((one) => ({ ...one, contacts: replaced(one.contacts) })),
  };
}

const held = ({ a, b, c }: Grid['posts'], now: (id: string) => string): Grid['posts'] =>
  given({ a: a && now(a), b: b && now(b), c: c && now(c) });

/** Somebody has another's place in everything, who may be new to the town. */
export function succeeded(town: Town, staff: string, successor: string): Town {
  const person = town.staff.find(({ id }) => id === staff);
  if (!person || successor === staff) return town;
  const isNew = !town.staff.some(({ id }) => id === successor);
  const now = (id: string): string => (id === staff ? successor : id);
  const others = town.staff.filter(({ id }) => id !== staff);
  return {
    ...withContacts(town, (people) => [...new Set(people.map(now))]),
    staff: isNew ? [...others, { ...person, id: successor, phone: `${person.phone}0` }] : others,
    grids: town.grids.map((grid) => ({ ...grid, posts: held(grid.posts, now) })),
    supervisors: town.supervisors.map((one) => ({ ...one, staff: now(one.staff) })),
    leave: town.leave.filter((leave) => leave.staff !== staff),
  };
}

/** Somebody is taken out of a department that has others. */
export const dismissed = (town: Town, staff: string): Town =>
  withContacts(town, (people) => {
    const others = people.filter((id) => id !== staff);
    return others.length > 0 ? others : [...people];
  });

/** The first two of a grid's team change places. */
export const swapped = (town: Town, grid: number): Town => ({
  ...town,
  grids: town.grids.map((one) =>
    one.number === grid ? { ...one, posts: { ...one.posts, a: one.posts.b, b: one.posts.a } } : one,
  ),
});
