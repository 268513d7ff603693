import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReplayCall } from '../../../tools/replay/replay-options.js';

const ROOT = join(import.meta.dirname, '../../..');

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tools/replay.ts', '--lang', 'en', ...args],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const read = (...args: string[]) => readReplayCall([...args, '--lang', 'en']);

describe('the command line of a replay', () => {
  it('names the days, the changes and where the cases are', () => {
    expect(
      read('--from', '2026-10-01', '--to', '2026-10-31', '--set', 'a=1', '--set', 'b=2', '--data', 'kept'),
    ).toMatchObject({
      kind: 'replay',
      call: {
        from: '2026-10-01',
        to: '2026-10-31',
        sets: ['a=1', 'b=2'],
        source: { from: 'data', folder: 'kept' },
      },
    });
  });

  it('lives a month by itself where a seed is given', () => {
    expect(read('--month', '7')).toMatchObject({
      call: { from: '2026-08-01', to: '2026-08-31', source: { from: 'month', seed: 7 } },
    });
  });

  it.each([
    ['no days', []],
    ['no day', ['--from', 'yesterday', '--to', '2026-10-31']],
    ['days backwards', ['--from', '2026-10-31', '--to', '2026-10-01']],
    ['an option it does not know', ['--month', '1', '--fast']],
  ])('is refused with %s', (_, args) => {
    expect(read(...args)).toMatchObject({ kind: 'wrong' });
  });
});

describe('npm run replay', () => {
  it('shows its help', () => {
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--set PATH=VALUE') });
  });

  it('refuses a change that the schema refuses before anything is lived or read', () => {
    const { status, stderr } = run('--month', '1', '--set', 'limits.transfers=many');
    expect(status).toBe(2);
    expect(stderr).toContain('limits.transfers must be a number');
  });

  it('says what to do where no town is kept', () => {
    const folder = mkdtempSync(join(tmpdir(), 'small-grid-empty-'));
    const { status, stderr } = run('--from', '2026-10-01', '--to', '2026-10-31', '--data', folder);
    rmSync(folder, { recursive: true });
    expect(status).toBe(1);
    expect(stderr).toContain('Run npm start first');
  });
});
