import type { Charge } from '@small-grid/local-cloud';
import { PRICES } from '../domain/costs/prices.js';
import { RESIDENT, type Submission, TownStory } from '../test/stories/town-story.js';

// What three requests of the sample town cost in transitions, invocations, reads and writes, from the form to their
// closing, by the local meters, and where the units go: by kind of item (its partition key's second part) at the table
// and at each index. Another request was played whole before, so that the functions of a same-day request are warm and
// have the town. What it costs is at list prices, before texts and the time of functions. `node --import tsx
// bench/request-costs.ts [NAME ...]`.

interface Meters {
  readonly transitions: number;
  readonly invocations: number;
  readonly writeUnits: number;
  readonly readUnits: number;
}

const NAMES = ['transitions', 'invocations', 'writeUnits', 'readUnits'] as const;
const NONE: Meters = { transitions: 0, invocations: 0, writeUnits: 0, readUnits: 0 };

/** Work that is not counted: the town's rounds in days that only pass. */
type Apart = (work: () => Promise<void>) => Promise<void>;

const CASES: Readonly<Record<string, (town: TownStory, apart: Apart) => Promise<unknown>>> = {
  'same-day': (town) => playSameDay(town),
  async cataract(town, apart) {
    await town.submit({
      name: '示例网格长',
      phone: town.phoneOf('g52-a'),
      category: 'cataract-surgery',
      description: '示例：老人视物模糊，需做手术',
      onBehalfOf: { name: RESIDENT.name, phone: RESIDENT.phone },
    });
    await town.reply('g52-a', '1');
    await town.reply('red-cross-1', '1');
    await town.reply('disabled-federation-1', '1');
    await town.reply('eye-hospital-1', '1 8月26日上午');
    await apart(() => town.advance('P2D'));
    await town.reply('eye-hospital-1', '1 手术顺利');
    await town.replyAsResident('1');
  },
  async emergency(town) {
    await town.submit({ category: 'gas-leak', description: '示例：施工挖断燃气管道' });
    for (const [staff, words] of [
      ['g52-a', '1 已出发'],
      ['gas-company-1', '1 已出发'],
      ['g52-a', '1 已到现场疏散'],
      ['gas-company-1', '1 已到现场'],
      ['gas-company-1', '1 险情已排除'],
      ['gas-company-1', '1 已恢复供气'],
    ] as const)
      await town.reply(staff, words);
    await town.replyAsResident('1');
  },
};

async function playSameDay(town: TownStory, fields: Submission = {}): Promise<void> {
  await town.submit(fields);
  await town.reply('g52-a', '1');
  await town.reply('g52-a', '1 已修好');
  await town.replyAsResident('1');
}

const dollars = ({ transitions, invocations, writeUnits, readUnits }: Meters): string =>
  (
    transitions * PRICES.transitions +
    invocations * PRICES.invocations +
    writeUnits * PRICES.writes +
    readUnits * PRICES.reads
  ).toFixed(6);

async function meters(town: TownStory): Promise<Meters> {
  const answer = await fetch(`${town.cloud.endpoint}/_local/meters`);
  return (await answer.json()) as Meters;
}

/** The units billed, by the kind of item and where: `request / by-grid`. */
class Units {
  isCounting = true;
  private readonly sums = new Map<string, number>();

  add({ unit, key, index = 'table', units }: Charge): void {
    if (!this.isCounting) return;
    const [, kind = key === '' ? 'nothing found' : key] = key.split('#');
    const where = `${unit} ${kind} / ${index}`;
    this.sums.set(where, (this.sums.get(where) ?? 0) + units);
  }

  clear(): void {
    this.sums.clear();
  }

  /** The largest first. */
  lines(unit: Charge['unit']): readonly string[] {
    return [...this.sums]
      .filter(([where]) => where.startsWith(`${unit} `))
      .sort(([, one], [, other]) => other - one)
      .map(([where, sum]) => `${String(sum).padStart(8)}  ${where}`);
  }
}

const wanted = process.argv.slice(2);
for (const [name, play] of Object.entries(CASES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const units = new Units();
  const town = await TownStory.begin({ onCharge: (charge) => units.add(charge) });
  try {
    await playSameDay(town, { description: '示例：先热一热' });
    const before = await meters(town);
    let elsewhere = NONE;
    units.clear();
    await play(town, async (work) => {
      const from = await meters(town);
      units.isCounting = false;
      await work();
      units.isCounting = true;
      elsewhere = difference(from, await meters(town));
    });
    const used = difference(elsewhere, difference(before, await meters(town)));
    const states = (await town.executions()).map(
      ({ name: execution, states: { length } }) => `${execution}: ${length}`,
    );
    console.log(
      name,
      NAMES.map((what) => `${used[what]} ${what}`).join(', '),
      `$${dollars(used)}`,
      states.join(', '),
    );
    console.log([...units.lines('write'), ...units.lines('read')].join('\n'));
  } finally {
    await town.end();
  }
}

function difference(before: Meters, after: Meters): Meters {
  const [transitions, invocations, writeUnits, readUnits] = NAMES.map(
    (what) => after[what] - before[what],
  ) as [number, number, number, number];
  return { transitions, invocations, writeUnits, readUnits };
}
