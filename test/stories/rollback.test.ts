import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSmallGridApp } from '../../infra/small-grid-app.js';
import { rollbackCommand } from '../../tools/operator/rollback-command.js';
import { operate } from './operator-command.js';
import { ROOT, TownStory } from './town-story.js';

let root: string;
let town: TownStory;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'small-grid-rollback-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A release in which one function fails at whatever it is asked, and every request's definition is another. */
function badRelease(): string {
  const bundles = join(root, 'bad-fn');
  cpSync(join(ROOT, 'dist/fn'), bundles, { recursive: true, filter: (file) => !file.endsWith('.map') });
  writeFileSync(
    join(bundles, 'assign-request', 'index.mjs'),
    "export const handler = async () => { throw new Error('示例：坏的版本'); };\n",
  );
  return synthesized('bad', bundles, '坏的定义');
}

function synthesized(name: string, bundles: string, comment: string): string {
  const outdir = join(root, name);
  createSmallGridApp({ bundles, outdir }).synth();
  for (const file of readdirSync(outdir).filter((one) => one.includes('Workflows'))) {
    const template = readFileSync(join(outdir, file), 'utf8');
    writeFileSync(
      join(outdir, file),
      template.replaceAll('{\\"Comment\\":\\"', `{\\"Comment\\":\\"${comment} `),
    );
  }
  return outdir;
}

const rollback = (...args: string[]) => operate(town, rollbackCommand, ...args);
/** The versions by which a line of the command names a function or a machine. */
const steps = (said: readonly string[]): string[] =>
  said.flatMap(
    (line) => /^small-grid-local-(\S+): version (\d+ -> \d+)/.exec(line)?.slice(1).join(' ') ?? [],
  );

describe('a release that fails', () => {
  beforeAll(async () => {
    town = await TownStory.begin({ data: join(root, 'data') });
  });
  afterAll(() => town.end());

  it('is taken back in one command, and what it left behind goes on', async () => {
    const good = join(ROOT, 'cdk.out');
    const before = await town.submit({ description: '示例：路灯不亮' });
    await town.advance('P1D');
    const bad = badRelease();
    await town.cloud.redeploy(bad);
    const hurt = await town.submit({ description: '示例：井盖坏了' });
    await town.advance('PT10M');
    expect(town.asksTo('g52-a', hurt)).toEqual([]);

    const shown = await rollback('--lang', 'en');
    expect(shown.code).toBe(1);
    expect(shown.said.at(-1)).toBe('Nothing was done yet. Do it with --yes.');
    expect(steps(shown.said)).toContain('assign-request 2 -> 1');
    expect(steps(shown.said)).toContain('resident-request 2 -> 1');
    expect(shown.said.join('\n')).toMatch(/resident-request: 1 executions go on by the newer definition/);
    const done = await rollback('--yes', '--lang', 'en');
    expect(done.code).toBe(0);
    expect(done.said).toContain(`Done: ${steps(shown.said).length}.`);

    const after = await town.submit({ description: '示例：垃圾没人收' });
    expect(town.asksTo('g52-a', after)).not.toEqual([]);
    expect(town.asksTo('g52-a', before)).not.toEqual([]);

    await town.cloud.redeploy(bad);
    expect(steps((await rollback('--forward', '--lang', 'en')).said)).toContain('assign-request 1 -> 2');
    expect(await rollback('--lang', 'en')).toEqual({
      code: 0,
      said: ['There is no version from before that could be gone back to.'],
    });
    await town.advance('P1D');
    await town.cloud.redeploy(good);
    expect((await rollback('--forward', '--yes', '--lang', 'zh-CN')).said.at(-1)).toMatch(
      /已完成|全部已是最新版本/,
    );
    const mended = await town.submit({ description: '示例：自来水停了' });
    expect(town.asksTo('g52-a', mended)).not.toEqual([]);
  });
});
