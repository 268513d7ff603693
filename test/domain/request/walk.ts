import * as fc from 'fast-check';
import type { AskOption } from '../../../domain/asks/ask-kinds.js';
import type { PlannedAsk } from '../../../domain/asks/planned-ask.js';
import { DANGERS } from '../../../domain/town/dangers.js';
import { pathSchema } from '../../../domain/town/field-schemas.js';
import type { Path, Town } from '../../../domain/town/schema.js';
import { findDuplicate, mayBeJoined } from '../../../domain/request/join-requests.js';
import { type Correction, CORRECTED_OUTCOMES } from '../../../domain/request/correction.js';
import { recordIntake } from '../../../domain/request/record-intake.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { MONDAY_9_AM } from './a-request.js';
import { dismissed, Life, succeeded, swapped } from './life.js';

const MINUTE = 60_000;

/** How a request begins; numbers choose among what the town has. */
export interface Start {
  readonly category: number;
  readonly channel: RequestRecord['channel'];
  readonly at: number;
  readonly placed: boolean;
  readonly danger: 'none' | 'sure' | 'asked' | 'other';
  readonly confidential: boolean;
  readonly unsure: boolean;
  readonly filedBy: number | undefined;
  readonly similar: Path | undefined;
  readonly given: readonly boolean[];
}

export const aStart: fc.Arbitrary<Start> = fc.record({
  category: fc.nat(60),
  channel: fc.constantFrom('web', 'sms', 'cadre', 'telephone'),
  at: fc.nat(7 * 24 * 60),
  placed: fc.constantFrom(true, true, false),
  danger: fc.constantFrom('none', 'none', 'none', 'none', 'none', 'sure', 'asked', 'other'),
  confidential: fc.constantFrom(false, false, false, false, true),
  unsure: fc.boolean(),
  filedBy: fc.option(fc.nat(200), { nil: undefined, freq: 2 }),
  similar: fc.option(fc.constantFrom(...pathSchema.options), { nil: undefined }),
  given: fc.array(fc.boolean(), { maxLength: 6 }),
});

const MOVES = [
  ...Array.from({ length: 8 }, () => 'answer' as const),
  ...Array.from({ length: 8 }, () => 'forward' as const),
  ...Array.from({ length: 4 }, () => 'silence' as const),
  ...Array.from({ length: 4 }, () => 'correct' as const),
  'withdraw',
  'fail',
  'call',
  'stand-down',
  'undo',
  'leave',
  'succeed',
  'succeed',
  'dismiss',
  'swap',
] as const;

export interface Move {
  readonly does: (typeof MOVES)[number];
  readonly one: number;
  readonly two: number;
  readonly three: number;
  readonly minutes: number;
}

export const aMove: fc.Arbitrary<Move> = fc.record({
  does: fc.constantFrom(...MOVES),
  one: fc.nat(1000),
  two: fc.nat(1000),
  three: fc.nat(1000),
  minutes: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(30), fc.nat(3000)),
});

const FIRST = '2ABCDEFG';

/** Another report that is open, and looks like this one. */
const another = (record: RequestRecord, path: Path) => ({
  id: FIRST,
  category: record.category,
  status: 'assigned' as const,
  createdAt: record.createdAt,
  path,
});

const pick = <Value>(all: readonly Value[], n: number): Value | undefined => all[n % Math.max(1, all.length)];

const KIND = { none: undefined, sure: 'gas', asked: 'gas', other: 'flood' } as const;

export function begin(town: Town, start: Start): Life {
  const category = pick(town.categories, start.category);
  const village = pick(town.villages, start.category);
  const kind = KIND[start.danger];
  const isUrgent = kind !== undefined && start.danger !== 'asked';
  const at = MONDAY_9_AM + start.at * MINUTE;
  const record = recordIntake(town, {
    id: '7Q3K9M2X',
    at,
    channel: start.channel,
    language: 'en',
    townVersion: 1,
    resident: 'phone:hashed',
    trackingKey: 'a-tracking-key',
    submission: 'a-submission',
    ...(category ? { category: category.id } : {}),
    ...(start.placed && village ? { village: village.id, group: village.groups[0]?.number } : {}),
    ...(kind === undefined ? {} : { danger: { kind, sure: isUrgent } }),
    ...(isUrgent ? { path: 'emergency' } : {}),
    ...(start.unsure ? { unsure: { categories: town.categories.slice(0, 2).map(({ id }) => id) } } : {}),
    ...(start.confidential
      ? {
          confidential: { about: town.staff.slice(0, start.category % 3).map(({ id }) => id) },
          ...(isUrgent || category?.path === 'emergency' ? {} : { path: 'petition' as const }),
        }
      : {}),
  });
  const similar = start.similar && another(record, start.similar);
  const isOffered = similar && start.placed && !record.confidential && mayBeJoined(record, similar);
  const duplicateOf = isOffered ? findDuplicate(record, town, [similar]) : undefined;
  const life = Life.received(town, record, {
    filedBy: start.filedBy === undefined ? undefined : pick(town.staff, start.filedBy)?.id,
    duplicateOf,
  });
  life.first = start.similar ?? 'same-day';
  life.places.push(...start.given);
  return life;
}

/** Words that answers come with: grids, departments, reasons, sums. */
const wordsOf = (town: Town): string[] => [
  ...town.grids.slice(0, 3).map(({ number }) => String(number)),
  ...town.departments.map(({ name }) => name.en),
  'because',
  '500元',
  '1',
  'yes',
  'no',
];

function correctionOf({ rules: { town } }: Life, { two, three }: Move): Partial<Correction> {
  const staff = pick(town.staff, three)?.id;
  switch (two % 9) {
    case 0:
      return { category: pick(town.categories, three)?.id };
    case 1:
      return { danger: pick([...DANGERS, 'none' as const, 'none' as const], three) };
    case 2:
      return { path: pick(pathSchema.options, three) };
    case 3:
      return { place: { grid: pick(town.grids, three)?.number } };
    case 4:
      return { owner: staff };
    case 5:
      return { handler: staff };
    case 6:
      return { department: pick(town.departments, three)?.id };
    case 7:
      return { outcome: pick(CORRECTED_OUTCOMES, three) };
    default:
      return { joined: three % 3 === 0 ? 'none' : FIRST };
  }
}

/** Whom something of this request is asked of, or who owns it: whose coming and going matters. */
function involved({ record, rules: { town } }: Life, n: number): string {
  const asked = record.asks.flatMap(({ to }) => (to.who === 'staff' ? [to.staff] : []));
  const grid = town.grids.find(({ number }) => number === record.grid);
  const people = [...asked, ...asked, record.owner, record.handler, ...Object.values(grid?.posts ?? {})];
  const here = people.flatMap((one) =>
    one !== undefined && town.staff.some(({ id }) => id === one) ? [one] : [],
  );
  return pick(here, n) ?? town.staff[0]?.id ?? '';
}

const leaderOf = ({ rules: { town } }: Life): string =>
  town.departments.find(({ id }) => id === town.settings.departments.dutyLeader)?.contacts[0] ?? '';

/** Answers where that is admissible; what is not is turned away before the rules see it. */
function answer(life: Life, ask: PlannedAsk, { two, three }: Move): void {
  if (ask.to.who === 'quota') return void life.askForPlace();
  if (ask.to.who === 'request')
    return void life.settle(ask, {
      option: two % 2 === 0 ? 'superseded' : 'closed',
      by: 'system',
      at: life.at,
    });
  const option = pick(ask.options, two);
  if (option) life.reply(ask, option, pick(wordsOf(life.rules.town), three) ?? '');
}

/** Makes a move if it is admissible. */
export function move(life: Life, made: Move): void {
  life.later(made.minutes * MINUTE);
  const { town } = life.rules;
  const ask = pick(life.record.asks, made.one);
  const overdue = life.record.asks.find(({ until }) => until <= life.at);
  if (overdue) return life.runsOut(overdue);
  const staff = involved(life, made.one);
  switch (made.does) {
    case 'answer':
      return ask && answer(life, ask, made);
    case 'forward':
      return void (ask && forward(life, ask));
    case 'silence':
      return ask && life.runsOut(ask);
    case 'correct':
      return void life.tryToCorrect(
        { ...correctionOf(life, made), by: pick([leaderOf(life), staff], made.one) },
        { id: FIRST, path: life.first },
      );
    case 'withdraw':
      return void life.withdraw();
    case 'fail':
      return void (life.record.closedAs === undefined && life.act({ action: 'attention', at: life.at }));
    case 'call':
      return void life.callBeside([pick(town.departments, made.two)?.id ?? ''], staff);
    case 'stand-down':
      return void life.standDown(leaderOf(life));
    case 'undo':
      return void life.undo();
    case 'leave':
      return life.isAway(staff, made.two % 10);
    case 'succeed':
      return life.change(
        succeeded(town, staff, made.two % 3 === 0 ? (pick(town.staff, made.three)?.id ?? '') : `${staff}+`),
      );
    case 'dismiss':
      return life.change(dismissed(town, staff));
    case 'swap':
      return life.change(swapped(town, life.record.grid ?? 0));
  }
}

/** What leads on, of whatever may be answered. */
export const FORWARD: readonly AskOption[] = [
  'accept',
  'done',
  'place',
  'allow',
  'retry',
  'satisfied',
  'brought',
  'said',
];

/** Answers as somebody does who wants it to come to its end; whether anything could be answered. */
function forward(life: Life, ask: PlannedAsk): boolean {
  if (ask.to.who === 'quota') life.askForPlace();
  else if (ask.to.who === 'request') life.settle(ask, { option: 'closed', by: 'system', at: life.at });
  else {
    const option = FORWARD.find((one) => ask.options.includes(one));
    return option !== undefined && life.reply(ask, option, String(life.rules.town.grids[0]?.number));
  }
  return true;
}

/** Everybody answers, and it comes to its end; false where so many answers do not close it. */
export function closes(life: Life, atMost: number): boolean {
  for (let n = 0; n < atMost && life.record.closedAs === undefined; n += 1) {
    const ask = life.record.asks.find(({ kind }) => kind === 'attention') ?? life.record.asks[0];
    if (!ask) return false;
    if (ask.until <= life.later(MINUTE).at) life.runsOut(ask);
    else if (!forward(life, ask)) return false;
  }
  return life.record.closedAs !== undefined;
}
