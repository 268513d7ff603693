import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTable } from '../../adapters/dynamodb.js';
import { compareReplays, sumOf } from '../../domain/replay/compare-replays.js';
import { createTownStore } from '../../adapters/town-store.js';
import { createLocalCloud } from '@small-grid/local-cloud';
import { changeTown } from '../../tools/replay/change-town.js';
import { openSource } from '../../tools/replay/open-source.js';
import { readReplayCall, type ReplayCall } from '../../tools/replay/replay-options.js';
import { recordedCases } from '../../tools/replay/recorded-cases.js';
import { eachStory } from './each-story.js';
import { MONDAY_9_AM, type TownStory } from './town-story.js';
import { sampleTown } from '../towns/sample-town.js';

const ROOT = join(import.meta.dirname, '..', '..');
const WEEK = { from: MONDAY_9_AM, to: MONDAY_9_AM + 7 * 86_400_000 };
const story = eachStory();

/** Water, mended on the third working day; a lamp, mended the same day; a cataract that one of two approvers refuses. */
async function liveAWeek(town: TownStory): Promise<void> {
  await town.submit({ category: 'water-leak', description: '示例：水管漏水' });
  await town.reply('g52-a', '1');
  await town.submit({ description: '示例：路灯不亮' });
  await town.reply('g52-a', '1');
  await town.reply('g52-a', '1 已换灯泡');
  await town.submit({ category: 'cataract-surgery', description: '示例：老人视物模糊' });
  await town.reply('g52-a', '1');
  await town.reply('g52-a', '1 材料已交');
  await town.reply('red-cross-1', '2 名额已满');
  await town.advance('P3D');
  await town.reply('water-company-1', '1 已修好');
}

/** The week's cases under the town's data and under the changed ones. */
async function compared({ cloud, town }: TownStory, ...sets: string[]) {
  const table = openTable(cloud.outputs['TableName'] ?? '', cloud.endpoint);
  const { cases, asOf } = await recordedCases(table, town, WEEK);
  const changed = changeTown(town, sets);
  if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
  return compareReplays(cases, { before: town, after: changed.town }, asOf);
}

describe('policy replay', () => {
  it('runs what a town lived again, exactly as it went, and says what would have been late under shorter deadlines', async () => {
    const town = story();
    await liveAWeek(town);
    const { cases } = await compared(town, 'paths.coordinated.settleWithin.workingDays=2');
    expect(cases.map(({ isFaithful }) => isFaithful)).toEqual([true, true, true]);
    expect(cases.filter(({ after }) => after.overdue > 0)).toMatchObject([
      {
        path: 'coordinated',
        grid: 52,
        before: { overdue: 0, escalations: 0 },
        after: { overdue: 1, escalations: 1 },
      },
    ]);
  });

  it('changes nothing: neither the requests nor the texts', async () => {
    const town = story();
    await liveAWeek(town);
    const texts = town.cloud.sms.sent().length;
    await compared(town, 'paths.coordinated.settleWithin.workingDays=1');
    const { cases } = await compared(town);
    expect(town.cloud.sms.sent()).toHaveLength(texts);
    expect(sumOf(cases)).toMatchObject({ cases: 3, before: { overdue: 0 }, after: { overdue: 0 } });
  });

  it('reads a running town by its endpoint and a stopped one from its data folder', async () => {
    const data = await mkdtemp(join(tmpdir(), 'small-grid-kept-'));
    const days = ['--from', '2026-08-24', '--to', '2026-08-30'];
    try {
      const cloud = await createLocalCloud({ assembly: join(ROOT, 'cdk.out'), clock: 'manual', data });
      await createTownStore({ table: cloud.outputs['TableName'] ?? '', endpoint: cloud.endpoint }).importTown(
        sampleTown(),
      );
      const running = await openSource(ROOT, callOf(...days, '--endpoint', cloud.endpoint));
      expect(running.town.settings.id).toBe('sanhehu');
      await expect(openSource(ROOT, callOf(...days, '--data', data))).rejects.toThrow('in use');
      await cloud.close();
      const stopped = await openSource(ROOT, callOf(...days, '--data', data));
      // Nothing but learning needs the examples of its reading.
      expect(stopped.town).toEqual({ ...sampleTown(), examples: '' });
      expect((await recordedCases(await stopped.table(), stopped.town, WEEK)).cases).toEqual([]);
      await stopped.close();
    } finally {
      await rm(data, { recursive: true, force: true });
    }
  });
});

function callOf(...args: string[]): ReplayCall {
  const read = readReplayCall([...args, '--lang', 'en']);
  if (read.kind !== 'replay') throw new Error('no replay is asked for');
  return read.call;
}
