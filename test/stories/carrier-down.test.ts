import { numberOf } from './crowded-town.js';
import { eachStory } from './each-story.js';
import { messagesQueued } from './everything-stored.js';
import { LoopbackCarrier, type Mood } from './loopback-carrier.js';
import type { TownStory } from './town-story.js';
import { keepToken, withCarrier } from './with-carrier.js';

let carrier: LoopbackCarrier;

beforeAll(async () => {
  carrier = await LoopbackCarrier.open();
});
afterAll(() => carrier.close());

const story = eachStory({
  console: true,
  change: (town) => withCarrier(town, carrier.settings),
});

async function townWithCarrier(): Promise<TownStory> {
  carrier.forget();
  const town = story();
  await keepToken(town, carrier.settings);
  return town;
}

/** People report by text, four a minute: no two at the same moment, which has no order. */
async function report(town: TownStory, people: number): Promise<void> {
  const villages = town.town.villages.filter(({ groups }) => groups.length > 0);
  for (let n = 0; n < people; n += 1) {
    const village = villages[n % villages.length];
    const group = village?.groups[Math.floor(n / villages.length) % village.groups.length];
    await town.text(numberOf(n), `${village?.name['zh-CN']}${group?.number}组路灯不亮了`);
    await town.advance('PT15S');
  }
}

const whole = (mood: Mood) => (): Mood => mood;

/** Whom the town texted first, of these people. */
const order = (people: readonly string[]): string[] => [
  ...new Set(carrier.texted.flatMap(({ mobile }) => (people.includes(mobile) ? [mobile] : []))),
];

describe('while the carrier', () => {
  it.each<[string, (nth: number) => Mood, number, string]>([
    ['hangs for a quarter of an hour', whole('hangs'), 60, 'PT1S'],
    ['hangs for an hour', whole('hangs'), 12, 'PT57M'],
    ['refuses for an hour', whole('fails'), 12, 'PT57M'],
    ['takes texts and answers too late', whole('is silent'), 12, 'PT5M'],
    ['fails at half of the calls', (nth) => (nth % 2 === 0 ? 'fails' : 'takes'), 12, 'PT5M'],
  ])(
    '%s, no report is lost, all are answered once and in their order when it is back, and nobody has to mend anything',
    async (_, weather, count, longer) => {
      const town = await townWithCarrier();
      const people = Array.from({ length: count }, (_one, n) => numberOf(n));
      carrier.weather = weather;
      await report(town, count);
      await town.advance(longer);
      carrier.weather = whole('takes');
      await town.advance('PT10M');

      expect(order(people)).toEqual(people);
      const texts = carrier.texted.map(({ mobile, content }) => `${mobile} ${content}`);
      expect(texts.filter((text, n) => texts.indexOf(text) !== n)).toEqual([]);
      expect(texts.filter((text) => text.includes('办理中断'))).toEqual([]);
      const requests = await town.executions();
      expect(requests.map(({ status }) => status)).toEqual(people.map(() => 'RUNNING'));
      expect(await messagesQueued(town)).toBe(0);
    },
    180_000,
  );

  it('refuses one text, the others go on, and that one is sent when it does so no more', async () => {
    const town = await townWithCarrier();
    carrier.moods.push('refuses');
    await report(town, 1);
    await report(town, 2);
    expect([0, 1].map((n) => carrier.textsTo(numberOf(n)).length > 0)).toEqual([true, true]);
    const before = carrier.texted.length;
    await town.advance('PT10M');
    expect(carrier.texted.length).toBe(before + 1);
  });
});
