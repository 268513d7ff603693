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

  it('lists every text with its parts, signature and placeholders', () => {
    const { status, stdout } = run('lint', SAMPLE, '--lang', 'en');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /receipt +zh-CN +\d+ +[12] +【三河湖网格】 +\{request\} \{person\} \{phone\} \{due\}/,
    );
    expect(stdout).toMatch(/\d+ texts are correct/);
  });

  it('fails where a text is wrong, and says below it what', () => {
    const copy = new TownCopy().replace(
      'texts.en.yaml',
      'Request {request} is withdrawn',
      'Your diagnosis {request}',
    );
    const { status, stdout, stderr } = run('lint', copy.dir, '--lang', 'zh');
    copy.remove();
    expect(status).toBe(1);
    expect(stdout).toMatch(/closed-withdrawn +en .*\n +! 含“diagnos”/);
    expect(stderr).toContain('共 1 个问题');
  });

  it('takes no deployment for granted to import into, and says how one is meant', () => {
    const { status, stderr } = run('import', SAMPLE, '--lang', 'en');
    expect(status).toBe(2);
    expect(stderr).toContain('Which deployment? Say --stage NAME');
    const unknown = run('import', SAMPLE, '--stage', 'dev', '--outputs', 'none.json', '--lang', 'zh');
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain('找不到 none.json');
  });

  it('keeps no empty secret for a carrier', () => {
    const { status, stderr } = run('carrier', SAMPLE, '--lang', 'en');
    expect(status).toBe(1);
    expect(stderr).toContain('secret on standard input');
  });

  it('makes no path for a carrier that hands nothing over', () => {
    const { status, stdout, stderr } = run('carrier', SAMPLE, '--receive', '--lang', 'en');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('sms.carrier.inbound');
  });

  it.each([
    ['en', /addresses +must be: addresses|addresses\S* +addresses by their first bits/],
    ['zh', /地址段应如 203\.0\.113\.0\/24/],
  ])('says in %s which addresses of a carrier are none', (lang, words) => {
    const names = '{ id: a, from: b, to: c, body: d }';
    const inbound = `{ addresses: [carrier.example], format: json, names: ${names} }`;
    const http = `{ kind: http, url: "https://carrier.example/", format: json, names: ${names}, timeoutSeconds: 5, attempts: 3, inbound: ${inbound} }`;
    const copy = new TownCopy().replace('settings.yaml', '{ kind: sns }', http);
    const { status, stderr } = run('check', copy.dir, '--lang', lang);
    copy.remove();
    expect(status).toBe(1);
    expect(stderr).toMatch(words);
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
    ['an option of another command', ['check', SAMPLE, '--receive']],
    ['a table, for a deployment is named by its stage', ['import', SAMPLE, '--table', 'records']],
  ])('shows its usage for %s', (_, args) => {
    expect(run(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') });
  });
});
