import { rotateCommand } from '../../tools/operator/rotate-command.js';
import { eachStory } from './each-story.js';
import { operate } from './operator-command.js';
import { linkTo, withLinks } from './texted-link.js';
import type { TownStory } from './town-story.js';

const story = eachStory({ change: withLinks });
const rotate = (town: TownStory, ...args: string[]) => operate(town, rotateCommand, ...args);
const status = async (town: TownStory, link: string): Promise<number> => (await town.http(link)).status;

describe('a key that is rotated', () => {
  it('is only spoken of until it is told to', async () => {
    const town = story();
    await town.submit();
    const { code, said } = await rotate(town, 'sanhehu', '--lang', 'en');
    expect([code, said.at(-1)]).toEqual([1, 'Nothing was done yet. Do it with --yes.']);
    expect(said[0]).toContain('hold for 30 days, until 2026-09-23');
  });

  it('leaves open what was texted before as long as was said, and signs no new link', async () => {
    const town = story();
    await town.submit({ category: 'petition', description: '示例：土地纠纷' });
    const before = linkTo(town, 'g52-a');
    expect((await rotate(town, 'sanhehu', '--days', '1', '--yes', '--lang', 'zh-CN')).said.at(-1)).toBe(
      '已完成：sanhehu 已换用新密钥。',
    );
    await town.submit({ description: '示例：另一件事' });
    const after = linkTo(town, 'g52-a');
    expect([await status(town, before), await status(town, after)]).toEqual([200, 200]);
    const signed = new URL(after, town.cloud.url).searchParams.get('sig') ?? '';
    const forged = before.replace(/sig=[^&]+/, `sig=${signed}`);
    expect(await status(town, forged)).toBe(404);
  });

  it('because others may know it opens nothing any more, from that moment', async () => {
    const town = story();
    await town.submit();
    const before = linkTo(town, 'g52-a');
    await rotate(town, 'sanhehu', '--days', '0', '--yes', '--lang', 'en');
    expect(await status(town, before)).toBe(404);
    await town.reply('g52-a', '1');
    expect((await town.executions()).map(({ status: stands }) => stands)).toEqual(['RUNNING']);
  });

  it('is of a town that there is, for days that there are, and said in both languages', async () => {
    const town = story();
    expect(await rotate(town, 'nowhere', '--lang', 'en')).toEqual({
      code: 2,
      said: ['There is no town nowhere.'],
    });
    expect((await rotate(town, 'sanhehu', '--days', 'ten', '--lang', 'zh-CN')).said).toEqual([
      '--days 应为 0 到 366 的整数。',
    ]);
    expect(await rotate(town, 'sanhehu', '--yes', '--lang', 'en')).toMatchObject({ code: 0 });
    for (const lang of ['en', 'zh-CN'])
      expect((await rotate(town, '--help', '--lang', lang)).said.join()).toContain('--days N');
  });
});
