import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { SAMPLE, TownCopy } from './town-copy.js';

const ROOT = join(import.meta.dirname, '../..');

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tools/town.ts', ...args],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: '', LANG: 'C.UTF-8' },
    },
  );
  return { status, stdout, stderr };
}

describe('npm run town', () => {
  it('counts what is in a correct town', () => {
    expect(run('check', SAMPLE)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/correct.* 77 grids, /),
    });
  });

  it('prints a table of the problems and fails, and says in an import that nothing was stored', () => {
    const copy = new TownCopy().replace('staff.csv', '+8619900000005', '199');
    const row = copy.lineOf('staff.csv', 'g02-b');
    const { status, stderr } = run('import', copy.dir, '--lang', 'en');
    copy.remove();
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`staff\\.csv +${row} +phone +must be`));
    expect(stderr).toContain('1 problem. Nothing was stored.');
  });

  it('speaks Chinese when asked', () => {
    expect(run('--help', '--lang', 'zh')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('用法'),
    });
  });

  test.each([
    ['a command it does not know', ['chek', SAMPLE]],
    ['no folder', ['check']],
    ['an option it does not know', ['check', SAMPLE, '--force']],
  ])('shows its usage for %s', (_, args) => {
    expect(run(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') });
  });
});
