import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemblyBefore } from './assembly-before.js';
import { type Receipt, RESIDENT, ROOT, TownStory } from './town-story.js';

let before: string;
let data: string;
let story: TownStory | undefined;

beforeAll(() => {
  before = assemblyBefore();
});
afterAll(() => rmSync(before, { recursive: true }));

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'small-grid-upgrade-'));
  story = await TownStory.begin({ assembly: before, data });
});
afterEach(async () => {
  await story?.end();
  rmSync(data, { recursive: true });
});

function begun(): TownStory {
  if (!story) throw new Error('the story has not begun');
  return story;
}

const deploy = (town: TownStory) => town.cloud.redeploy(join(ROOT, 'cdk.out'));

const firstState = async (town: TownStory, { id }: Receipt) =>
  (await town.executions()).find(({ name }) => name === id)?.states[0];

/** Ways that a request went under the release before, each until it waits for somebody. */
const WAITS: readonly [
  string,
  Readonly<Record<string, string>>,
  (town: TownStory) => Promise<unknown>,
  (town: TownStory) => Promise<unknown>,
][] = [
  [
    'for the grid team',
    {},
    async () => undefined,
    async (town) => {
      await town.reply('g52-a', '1');
      await town.reply('g52-a', '1 换了灯泡');
    },
  ],
  [
    'for the grid team, of whom nobody answers',
    {},
    async () => undefined,
    async (town) => {
      await town.advance('PT3H');
      await town.reply('g52-b', '1');
      await town.reply('g52-b', '1 换了灯泡');
    },
  ],
  [
    'for whoever does it',
    {},
    (town) => town.reply('g52-a', '1'),
    (town) => town.reply('g52-a', '1 换了灯泡'),
  ],
  [
    'for the resident',
    {},
    async (town) => {
      await town.reply('g52-a', '1');
      await town.reply('g52-a', '1 换了灯泡');
    },
    async () => undefined,
  ],
  [
    'for the steps of a programme',
    {
      category: 'cataract-surgery',
      description: '示例：老人视物模糊，需做手术',
    },
    async (town) => {
      await town.reply('g52-a', '1');
      await town.reply('g52-a', '1');
      await town.reply('red-cross-1', '1');
    },
    async (town) => {
      await town.reply('disabled-federation-1', '1');
      await town.reply('eye-hospital-1', '1 8月26日上午');
      await town.advance('P2D');
      await town.reply('eye-hospital-1', '1 手术顺利');
    },
  ],
];

describe('a request that began under the release before', () => {
  it.each(WAITS)('and waits %s goes to its end under this one', async (_for, fields, first, then) => {
    const town = begun();
    const receipt = await town.submit(fields);
    await first(town);
    await deploy(town);
    await then(town);
    expect(await firstState(town, receipt)).toBe('Assign to a grid');
    await town.replyAsResident('1');
    expect(await town.view(receipt)).toMatchObject({ status: 'closed', closedAs: 'satisfied' });
    expect((await town.executions()).filter(({ status }) => status !== 'SUCCEEDED')).toEqual([]);
    expect(await town.leaks()).toEqual([]);
  });

  it('is reopened in the way that it knows', async () => {
    const town = begun();
    const receipt = await town.submit();
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 换了灯泡');
    await deploy(town);
    await town.text(RESIDENT.phone, '不满意，还是不亮');
    expect(await town.timeline(receipt)).toContain('reopened');
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 换了线');
    await town.replyAsResident('1');
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'satisfied' });
  });

  it('and failed is taken up again once the duty desk says so', async () => {
    const town = begun();
    await town.fault({ function: 'AssignRequest', error: 'Broken', times: 100 });
    const receipt = await town.submit();
    await town.advance('PT10M');
    await town.clearFaults();
    await deploy(town);
    await town.reply('duty-desk-1', '1');
    expect(await town.view(receipt)).toMatchObject({ status: 'assigned' });
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 换了灯泡');
    await town.replyAsResident('1');
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'satisfied' });
  });
});

describe('a request that begins after the deployment', () => {
  it('goes the new way beside those that began before', async () => {
    const town = begun();
    await town.submit();
    await deploy(town);
    const receipt = await town.submit({ description: '示例：另一盏灯也不亮', group: town.groupOf(52) });
    expect(await firstState(town, receipt)).toBe('The four steps');
  });
});
