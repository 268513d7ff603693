import { createTownStore } from '../../adapters/town-store.js';
import { instantAt } from '../../domain/calendar/local-time.js';
import { addDays } from '../../domain/calendar/plain-dates.js';
import type { Town } from '../../domain/town/schema.js';
import { createLocalCloud, type LocalCloud } from '@small-grid/local-cloud';
import { Agenda } from './agenda.js';
import { arrivals, type Span } from './arrivals.js';
import { randomFrom } from './seeded-random.js';
import { Townspeople } from './townspeople.js';
import { walkIns } from './walk-ins.js';

/** The longest stretch of time that passes before people look at their phones, milliseconds. */
const LOOK_EVERY = 10 * 60_000;

export interface MonthOptions {
  /** Folder of the synthesized assembly. */
  readonly assembly: string;
  readonly town: Town;
  readonly span: Span;
  readonly requests: number;
  readonly seed: number;
  /** Told once a day, before it begins: its date, how many requests came in so far, how many texts went out. */
  readonly onDay?: (date: string, brought: number, texts: number) => void;
}

/** A month that was lived: the cloud as it stands at its end, still running, and the people. */
export interface LivedMonth {
  readonly cloud: LocalCloud;
  readonly people: Townspeople;
  readonly start: number;
  readonly end: number;
}

/** Lives a month of the town on skipped time: everything that comes in, everybody's answers, every schedule. */
export async function liveMonth(options: MonthOptions): Promise<LivedMonth> {
  const { town, span, seed } = options;
  const { timeZone } = town.settings;
  const start = instantAt(span.from, '00:00', timeZone);
  const end = instantAt(addDays(span.from, span.days), '00:00', timeZone);
  const cloud = await createLocalCloud({
    assembly: options.assembly,
    clock: 'manual',
    start,
    simulation: { seed: String(seed) },
  });
  await createTownStore({
    table: cloud.outputs['TableName'] ?? '',
    endpoint: cloud.endpoint,
  }).importTown(town);
  const agenda = new Agenda();
  const people = new Townspeople(cloud, town, agenda, seed);
  for (const arrival of arrivals(town, span, options.requests, randomFrom(seed))) people.expect(arrival);
  for (const walkIn of walkIns(town, span, randomFrom(seed + 1))) people.expectWalkIn(walkIn);
  for (let day = 0; day < span.days; day += 1) {
    const date = addDays(span.from, day);
    options.onDay?.(date, people.filed, cloud.sms.sent().length);
    await liveUntil(cloud, agenda, Math.min(end, instantAt(addDays(date, 1), '00:00', timeZone)));
  }
  return { cloud, people, start, end };
}

/** One after the other, each settled before the next, so that the same seed gives the same month. */
async function liveUntil({ clock }: LocalCloud, agenda: Agenda, end: number): Promise<void> {
  while (clock.now() < end) {
    const next = Math.min(agenda.nextAt ?? end, end, clock.now() + LOOK_EVERY);
    if (next > clock.now()) await clock.advance(next - clock.now());
    for (let due = agenda.takeDue(clock.now()); due; due = agenda.takeDue(clock.now())) {
      await due.act();
      await clock.settled();
    }
  }
}
