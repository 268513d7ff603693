import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCAL_SETTINGS } from '../../infra/settings.js';
import { createSmallGridApp } from '../../infra/small-grid-app.js';
import { restoreCommand } from '../../tools/operator/restore-command.js';
import { operate } from './operator-command.js';
import { MONDAY_9_AM, ROOT, TownStory } from './town-story.js';

const MINUTE = 60_000;
let root: string;
let town: TownStory;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'small-grid-restore-'));
  town = await TownStory.begin({ data: join(root, 'data') });
});
afterEach(async () => {
  await town.end();
  rmSync(root, { recursive: true, force: true });
});

const restore = (...args: string[]) => operate(town, restoreCommand, ...args);
const after = (minutes: number) => new Date(MONDAY_9_AM + minutes * MINUTE).toISOString();

/** The app, told to work on another table. */
function workingOn(table: string): string {
  const outdir = join(root, 'restored');
  createSmallGridApp({
    bundles: join(ROOT, 'dist/fn'),
    outdir,
    settings: { ...LOCAL_SETTINGS, table },
  }).synth();
  return outdir;
}

describe('a table that is restored', () => {
  it('is not restored to a moment in the first minutes of the first one, and that is said', async () => {
    await town.advance('PT2M');
    const early = await restore('--at', after(1), '--lang', 'en');
    expect([early.code, early.said.at(-1)]).toEqual([
      1,
      expect.stringContaining('ask again some minutes after'),
    ]);
  });

  it('is a second one, on which functions work once they are told to; what came in since is counted first', async () => {
    const kept = await town.submit({ description: '示例：路灯不亮' });
    await town.advance('PT2M');
    const lost = await town.submit({ description: '示例：井盖坏了' });
    await town.advance('PT7M');

    const intended = await restore('--at', after(1), '--lang', 'en');
    expect(intended.code).toBe(1);
    expect(intended.said).toContain(
      'small-grid-local-records, as it was at 2026-08-24T01:01:00Z -> small-grid-local-records-2',
    );
    expect(intended.said.join('\n')).toContain('missing then: 1 requests, 0 visits, 0 people received');
    expect(intended.said.at(-1)).toBe('Nothing was done yet. Do it with --yes.');

    const done = await restore('--at', after(1), '--yes', '--lang', 'zh-CN');
    expect(done.code).toBe(0);
    expect(done.said.join('\n')).toContain('small-grid-local-records-2 已生成');
    const again = await restore('--at', after(1), '--yes', '--lang', 'en');
    expect(again.said.join('\n')).toContain('small-grid-local-records-2 is there already: going on with it.');
    expect((await town.view(lost)).status).not.toBe('');

    // The first moment was not early enough, or too early: that table is not taken for this one.
    const other = await restore('--at', after(2), '--yes', '--lang', 'en');
    expect(other.said.join('\n')).toMatch(
      /small-grid-local-records-2 is there already, of another moment[^]*small-grid-local-records-3 is being made/,
    );
    const named = ['--table', 'small-grid-local-records-3', '--yes', '--lang', 'zh-CN'] as const;
    expect((await restore('--at', after(1), ...named)).said.at(-1)).toContain('不是这一时刻');
    expect((await restore('--at', after(2), ...named)).code).toBe(0);

    await town.cloud.redeploy(workingOn('small-grid-local-records-2'));
    expect((await town.view(kept)).timeline.length).toBeGreaterThan(0);
    await expect(town.view(lost)).rejects.toThrow('not shown: 404');
    await town.reply('g52-a', '1');
    expect((await town.submit({ description: '示例：垃圾没人收' })).id).not.toBe(lost.id);
  });

  it('is none of a moment that nothing is known of', async () => {
    await town.advance('PT10M');
    const { code, said } = await restore('--at', '2020-01-01T00:00:00Z', '--lang', 'en');
    expect({ code, said }).toEqual({
      code: 1,
      said: [expect.stringMatching(/^It can be restored to a moment from 2026-/)],
    });
    expect((await restore('--at', 'yesterday', '--lang', 'zh-CN')).code).toBe(2);
    expect((await restore('--lang', 'en')).code).toBe(2);
  });
});
