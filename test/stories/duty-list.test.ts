import type { Town } from '../../domain/town/schema.js';
import { sampleTown } from '../towns/sample-town.js';
import { linkTo, withLinks } from './texted-link.js';
import { TownStory } from './town-story.js';

/** From now on the county's list keeps a category to a department. */
const keeping =
  (category: string, duty: string) =>
  (town: Town): Town => ({
    ...town,
    categories: town.categories.map((one) => (one.id === category ? { ...one, duty } : one)),
  });

const last = (town: TownStory, staff: string): string => town.lastTextTo(town.phoneOf(staff));

describe('what belongs to the county', () => {
  it('goes to its department, and no grid is asked to take it; the grid’s head owns it', async () => {
    const town = await TownStory.begin();
    try {
      const receipt = await town.submit({
        category: 'illegal-construction',
        description: '示例：有人没手续在耕地上盖房子',
      });
      expect(last(town, 'county-enforcement-1')).toContain('违法建设');
      expect(town.asksTo('g52-a', receipt)).toEqual([]);
      expect((await town.view(receipt)).owner).toBe(town.nameOf('g52-a'));
      await town.reply('county-enforcement-1', '1 已责令停工，限期拆除');
      expect((await town.view(receipt)).status).toBe('awaiting_confirmation');
    } finally {
      await town.end();
    }
  });

  it('is passed to no grid by text or page: the list is quoted, and says where it goes instead', async () => {
    const town = await TownStory.begin({ change: withLinks });
    try {
      const receipt = await town.submit({
        category: 'construction-site',
        description: '示例：新盖的楼没有公示牌',
      });
      await town.change(keeping('construction-site', 'building-quality'));
      await town.reply('g52-a', '4 转给53网格');
      expect(last(town, 'g52-a')).toMatch(
        /没有转：职责清单“房屋工程质量监督由县住建局负责”，属县住建局.*4 \w{4} 县住建局/,
      );
      const refused = await town.http(linkTo(town, 'g52-a'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ option: 'transfer', note: '53网格' }),
      });
      expect([refused.status, JSON.stringify(await refused.json())]).toEqual([
        422,
        expect.stringContaining('房屋工程质量监督由县住建局负责'),
      ]);
      expect((await town.view(receipt)).status).toBe('assigned');
      await town.text(town.phoneOf('g52-a'), '县住建局');
      expect(town.textsTo(town.phoneOf('county-housing-1'))[0]).toContain('工地');
    } finally {
      await town.end();
    }
  });

  it('is refused by an import that would have a grid do it, by file, row and field, with the list quoted', async () => {
    const town = await TownStory.begin({ console: true });
    try {
      const exported = await town.admin('administrator', '/admin/town/export');
      const { files } = (await exported.json()) as { files: Record<string, string> };
      const categories = (files['categories.yaml'] ?? '').replace(
        /(- id: illegal-construction\n(?: {2}.*\n)*? {2}path: )coordinated/,
        '$1same-day',
      );
      const body = { files: { 'categories.yaml': categories } };
      const refused = await town.admin('administrator', '/admin/town/import?lang=zh-CN', 'POST', body);
      expect([refused.status, ((await refused.json()) as { problems: unknown[] }).problems]).toEqual([
        422,
        [
          {
            file: 'categories.yaml',
            row: expect.any(Number) as number,
            field: expect.stringContaining('path') as string,
            message: expect.stringContaining('违法建设认定、查处由县综合执法局负责') as string,
          },
        ],
      ]);
    } finally {
      await town.end();
    }
  });

  it('in English', async () => {
    const sanhehu = await TownStory.begin({ at: Date.parse('2026-08-24T16:45:00+08:00') });
    try {
      const sample = sampleTown('elmford');
      const town = await sanhehu.beside({
        ...sample,
        categories: sample.categories.map(({ duty: _duty, ...one }) => one),
      });
      const road = {
        name: 'Sample Resident',
        phone: '+353209120001',
        village: 'town-centre',
        group: 1,
        category: 'road-damage',
      };
      await town.submit({ ...road, description: 'Sample: the surface is worn and needs patching' });
      await town.change(keeping('road-damage', 'public-roads'));
      await town.reply('e01-a', '4 grid 2');
      expect(last(town, 'e01-a')).toMatch(
        /Not passed on. Duty list: public roads are kept by the Roads Office.*Text: 4 \w{4} Roads/,
      );
      await town.text(town.phoneOf('e01-a'), `4 ${town.codeFor(town.phoneOf('e01-a'))} Roads Office`);
      expect(town.textsTo(town.phoneOf('roads-office-1'))[0]).toContain('worn');
    } finally {
      await sanhehu.end();
    }
  });
});
