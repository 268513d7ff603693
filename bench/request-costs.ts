import { TownStory } from '../test/stories/town-story.js';
import { RESIDENT } from '../test/stories/town-story.js';

// What three requests of the sample town cost in transitions, invocations and writes, from the form to their closing, by the local meters. Functions are warm.

interface Meters {
  readonly transitions: number;
  readonly invocations: number;
  readonly writeUnits: number;
  readonly readUnits: number;
}

const CASES: Readonly<Record<string, (town: TownStory) => Promise<unknown>>> = {
  async 'same-day'(town) {
    await town.submit();
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 已修好');
    await town.replyAsResident('1');
  },
  async cataract(town) {
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
    await town.advance('P2D');
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

async function meters(town: TownStory): Promise<Meters> {
  const answer = await fetch(`${town.cloud.endpoint}/_local/meters`);
  return (await answer.json()) as Meters;
}

for (const [name, play] of Object.entries(CASES)) {
  const town = await TownStory.begin();
  try {
    await town.submit({ description: '示例：先热一热' });
    const before = await meters(town);
    await play(town);
    const after = await meters(town);
    const states = (await town.executions()).map(
      ({ name: execution, states: { length } }) => `${execution}: ${length}`,
    );
    console.log(name, difference(before, after), states.join(', '));
  } finally {
    await town.end();
  }
}

function difference(before: Meters, after: Meters): string {
  const names = ['transitions', 'invocations', 'writeUnits', 'readUnits'] as const;
  return names.map((what) => `${after[what] - before[what]} ${what}`).join(', ');
}
