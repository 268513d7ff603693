import type { Charge } from '@small-grid/local-cloud';
import { createTownStore } from '../../adapters/town-store.js';
import { smallTowns } from '../towns/small-towns.js';
import { TownStory } from './town-story.js';

const TOWNS = smallTowns(60);
const idOf = (n: number): string => TOWNS[n]?.settings.id ?? '';

const storeOf = (story: TownStory) =>
  createTownStore({ table: story.output('TableName'), endpoint: story.cloud.endpoint });

/** The sample town and sixty small ones in one deployment, and what is read and written of the table. */
async function begin() {
  const charges: Charge[] = [];
  const story = await TownStory.begin({ onCharge: (charge) => void charges.push(charge) });
  const store = storeOf(story);
  for (const town of TOWNS) await store.importTown(town);
  /** Partitions that something touches, of the table and its indexes; empty where it looked and found nothing. */
  const keysOf = async (what: () => Promise<unknown>): Promise<string[]> => {
    charges.length = 0;
    await what();
    await story.cloud.clock.settled();
    return [...new Set(charges.map(({ key }) => key))].toSorted();
  };
  return { story, keysOf };
}

let story: TownStory;
let keysOf: (what: () => Promise<unknown>) => Promise<string[]>;
beforeEach(async () => {
  ({ story, keysOf } = await begin());
});
afterEach(() => story.end());

const page = (n: number) => async (): Promise<void> => {
  const answer = await story.http(`/villages?town=${idOf(n)}`);
  expect(answer.status).toBe(200);
};

describe('a call about one town among sixty', () => {
  it('reads nothing but that town', async () => {
    expect(await keysOf(page(7))).toEqual([`${idOf(7)}#town#data`]);
    expect(await keysOf(page(41))).toEqual([`${idOf(41)}#town#data`]);
  });

  it('that names no town reads which is meant once, and then no more', async () => {
    const unnamed = async (): Promise<void> => {
      expect((await story.http('/villages')).status).toBe(200);
    };
    await unnamed();
    expect(await keysOf(unnamed)).toEqual(['sanhehu#town#data']);
  });

  it('about a town that there is not finds nothing', async () => {
    expect((await story.http('/villages?town=nowhere')).status).toBe(404);
    expect((await story.http('/villages?town=Not%23a%23town')).status).toBe(404);
  });
});

describe('a text to one town among sixty', () => {
  it('reads which town its number reaches, whether it came from a town, and nothing of other towns', async () => {
    const to = TOWNS[7]?.settings.sms.number ?? '';
    const from = '+8619911110009';
    const keys = await keysOf(() => story.cloud.sms.receive({ from, to, body: '示例：路灯坏了' }));
    expect(keys).toContain(`towns#number#${to}`);
    expect(keys.filter((key) => !key.startsWith(`${idOf(7)}#`))).toEqual(['', `towns#number#${to}`]);
  });

  it('goes to the town whose number it has become', async () => {
    const [first, second] = TOWNS;
    if (!first || !second) throw new Error('there are towns');
    const store = storeOf(story);
    const { number } = first.settings.sms;
    const withNumber = (town: typeof first, sms: string) => ({
      ...town,
      settings: { ...town.settings, sms: { ...town.settings.sms, number: sms } },
    });
    await store.importTown(withNumber(first, '+8619900999999'));
    await store.importTown(withNumber(second, number));
    const keys = await keysOf(() =>
      story.cloud.sms.receive({ from: '+8619911110009', to: number, body: '示例：路灯坏了' }),
    );
    expect(keys.some((key) => key.startsWith(`${second.settings.id}#inbound#`))).toBe(true);
    expect(keys.some((key) => key.startsWith(`${first.settings.id}#inbound#`))).toBe(false);
  });
});
