import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rotateCommand } from '../../../tools/operator/rotate-command.js';

let root: string;
const started = process.cwd();
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'small-grid-rotate-'));
  mkdirSync(join(root, 'settings'));
  process.chdir(root);
});
afterEach(() => {
  process.chdir(started);
  rmSync(root, { recursive: true, force: true });
});

const write = (settings: object): void =>
  writeFileSync('settings/prod.json', JSON.stringify({ stage: 'prod', region: 'eu-west-1', ...settings }));
const read = () => JSON.parse(readFileSync('settings/prod.json', 'utf8')) as { edge?: object };

async function rotate(...args: string[]) {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const code = await rotateCommand(['--door', ...args, '--lang', 'en'], { out: say, err: say });
  return { code, said: said.join('\n') };
}

describe('npm run rotate -- --door', () => {
  it('has the next key shown by the next deployment, and changes nothing before it is told to', async () => {
    write({ edge: {}, alarms: { mail: 'on-call@example.org' } });
    const before = read();
    expect(await rotate('--stage', 'prod')).toEqual({
      code: 1,
      said: expect.stringMatching(/key number 2 .* number 1 is still taken[^]*Do it with --yes/) as string,
    });
    expect(read()).toEqual(before);
    const { code, said } = await rotate('--stage', 'prod', '--yes');
    expect(code).toBe(0);
    expect(said).toContain('npm run deploy -- --stage prod');
    expect(said).toMatch(/commit settings\/prod\.json/i);
    expect(read()).toEqual({ ...before, edge: { doorKey: 2 } });
    await rotate('--stage', 'prod', '--yes');
    expect(read().edge).toEqual({ doorKey: 3 });
  });

  it('has nothing to change where functions are the door', async () => {
    write({});
    expect(await rotate('--stage', 'prod', '--yes')).toMatchObject({ code: 0 });
    expect(read()).not.toHaveProperty('edge');
  });

  it.each([
    ['no stage is named', []],
    ['a town is named, which has no door of its own', ['sanhehu', '--stage', 'prod']],
  ])('is called wrongly where %s', async (_, args) => {
    write({ edge: {} });
    expect(await rotate(...args)).toMatchObject({ code: 2 });
  });
});
