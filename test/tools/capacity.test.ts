import { capacityCommand } from '../../tools/capacity/capacity-command.js';
import { exitCodeOf } from '../../tools/operator/run-command.js';

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const said = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
  return { code: await exitCodeOf(capacityCommand, args, said), out: out.join('\n'), err: err.join('\n') };
}

describe('npm run capacity', () => {
  it.each([
    ['en', '1,800 towns, 100,000,000 people', 'texts that AWS sends'],
    ['zh-CN', '1,800 个镇，人口 100,000,000', 'AWS 发短信'],
  ])('tells in %s what a province takes where nothing else is said', async (lang, area, first) => {
    const { code, out } = await run('--lang', lang);
    expect(code).toBe(0);
    expect(out).toContain(area);
    // The first line of the table, below its head.
    expect(out.split('\n')[3]).toContain(first);
  });

  it('counts with the people and requests that it is told', async () => {
    const { out } = await run('--lang', 'en', '--towns', '2', '--people', '1000', '--requests', '2');
    expect(out).toContain('2 towns, 1,000 people, 2,000 requests a year');
  });

  it.each(['en', 'zh-CN'])('says in %s which options there are', async (lang) => {
    const { code, out } = await run('--lang', lang, '--help');
    expect(code).toBe(0);
    for (const option of ['--towns', '--people', '--requests', '--storm', '--markdown', '--lang'])
      expect(out).toContain(option);
  });

  it.each([[['--towns', '0']], [['--people', '-5']], [['--storm', 'many']], [['--unheard-of']]])(
    'refuses %j',
    async (args) => {
      const { code, err } = await run(...args, '--lang', 'en');
      expect(code).toBe(2);
      expect(err).not.toBe('');
    },
  );
});
