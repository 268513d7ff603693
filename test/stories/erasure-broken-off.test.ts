import { createCaseFileStore } from '../../adapters/case-file-store.js';
import { eachStory } from './each-story.js';
import { remains } from './everything-stored.js';
import { RESIDENT, type TownStory } from './town-story.js';

const story = eachStory();
const WORDS = '示例：左眼看不见，家住水塔旁第二户';

/** Every such call to the table fails from now on. */
const failing = (town: TownStory, action: string): Promise<void> =>
  town.fault({ service: 'dynamodb', action, error: 'InternalServerError', times: 100_000 });

async function asksByText(town: TownStory): Promise<void> {
  await town.text(RESIDENT.phone, '删除我的信息');
  await town.text(RESIDENT.phone, '确定删除我的信息');
}

describe('an erasure of a number that breaks off', () => {
  it('in the midst of a request finds that request again, and leaves nothing of it', async () => {
    const town = story();
    await town.submit({ description: WORDS });
    await asksByText(town);
    await failing(town, 'DeleteItem');
    await town.advance('PT10M');
    expect(await remains(town, [WORDS])).not.toEqual([]);
    await town.clearFaults();
    await town.advance('PT10M');
    expect(await remains(town, [RESIDENT.phone, RESIDENT.name, WORDS, '水塔旁'])).toEqual([]);
  });

  it('and does not end is told to whoever looks after the town, after three days', async () => {
    const town = story();
    await town.advance('PT1H30M');
    const raised = (): string[] =>
      town.cloud.alarms().flatMap(({ name, state }) => (state === 'ALARM' ? [name] : []));
    await town.submit({ description: WORDS });
    await asksByText(town);
    await failing(town, 'DeleteItem');
    await town.advance('P2D');
    expect(raised()).not.toContain('small-grid-local-ErasureLate');
    await town.advance('P1DT2H');
    expect(raised()).toContain('small-grid-local-ErasureLate');
    await town.clearFaults();
    await town.advance('PT2H');
    expect(raised()).not.toContain('small-grid-local-ErasureLate');
  });
});

it('a case whose file cannot be sealed stays whole, and is sealed and erased when it can', async () => {
  const town = story();
  const files = createCaseFileStore({ table: town.output('TableName'), endpoint: town.cloud.endpoint });
  const { id } = await town.submit({ category: 'petition', description: WORDS });
  await asksByText(town);
  await failing(town, 'TransactWriteItems');
  await town.advance('PT10M');
  expect(await files.all('sanhehu')).toEqual([]);
  expect(await remains(town, [WORDS])).toContain(`sanhehu#person#${id} person`);
  await town.clearFaults();
  await town.advance('PT10M');
  expect((await files.all('sanhehu')).map(({ request }) => request)).toEqual([id]);
  expect(await remains(town, [WORDS])).toEqual([`sanhehu#file#sealed ${id}`]);
});
