import type { Charge } from '@small-grid/local-cloud';
import { openTable } from '../../adapters/dynamodb.js';
import { TextStore } from '../../adapters/text-store.js';
import { createTownStore } from '../../adapters/town-store.js';
import { smallTowns } from '../towns/small-towns.js';
import { MONDAY_9_AM, TownStory } from './town-story.js';

const TOWNS = smallTowns(60);
const idOf = (n: number): string => TOWNS[n]?.settings.id ?? '';

const storeOf = (story: TownStory) =>
  createTownStore({ table: story.output('TableName'), endpoint: story.cloud.endpoint });

/** The sample town and sixty small ones in one deployment, and what is read and written of the table. */
async function begin(at = MONDAY_9_AM) {
  const charges: Charge[] = [];
  const story = await TownStory.begin({ at, onCharge: (charge) => void charges.push(charge) });
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
beforeAll(async () => {
  ({ story, keysOf } = await begin());
});
afterAll(() => story.end());

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

describe('the rounds of sixty towns', () => {
  const DUE = '2026-08-24';

  it('are each started once, though turns are delivered twice, and one whose data cannot be read keeps no other waiting', async () => {
    const { story } = await begin(Date.parse(`${DUE}T17:20:00+08:00`));
    const broken = idOf(30);
    const table = openTable(story.output('TableName'), story.cloud.endpoint);
    await table.update({
      Key: { pk: `${broken}#town#data`, sk: 'current' },
      UpdateExpression: 'SET #version = :none',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':none': 99 },
    });
    await story.fault({ message: 'queue', action: 'double', times: 200 });
    await story.advance('PT15M');
    const started = (await story.executions([story.output('DailyCloseStateMachineArn')])).map(
      ({ name }) => name,
    );
    const others = TOWNS.map(({ settings }) => settings.id).filter((id) => id !== broken);
    expect(started.toSorted()).toEqual([...others, 'sanhehu'].map((id) => `${id}-${DUE}`).toSorted());
    const failed = story.cloud.logs().filter(({ text }) => text.includes('rounds not started'));
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.every(({ text }) => text.includes(`"town":"${broken}"`))).toBe(true);
    await story.end();
  });
});

describe('texts that sixty towns held in the night', () => {
  it('are sent in the morning, each once, though turns are delivered twice', async () => {
    const morning = Date.parse('2026-08-25T07:00:00+08:00');
    const { story } = await begin(morning - 600_000);
    const table = openTable(story.output('TableName'), story.cloud.endpoint);
    const stored = new TextStore(table);
    for (const town of TOWNS)
      await stored.intend(
        town,
        {
          purpose: 'sample/night',
          to: '+8619911110009',
          body: town.settings.id,
          at: morning - 8 * 3_600_000,
        },
        { until: morning, gathered: false },
      );
    await story.fault({ message: 'queue', action: 'double', times: 200 });
    await story.advance('PT15M');
    const bodies = story.textsTo('+8619911110009').map((body) => body.slice(-8));
    expect(bodies.toSorted()).toEqual(TOWNS.map(({ settings }) => settings.id));
    await story.end();
  });
});
