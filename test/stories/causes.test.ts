import type { StatisticsAnswer } from '../../contracts/resident/statistics.js';
import type { Town } from '../../domain/town/schema.js';
import { linkTo, withLinks } from './texted-link.js';
import { type Receipt, RESIDENT, TownStory } from './town-story.js';

const LEADER = 'village-leader-1';
/** Before the morning's round, at half past eight. */
const AT = Date.parse('2026-08-25T08:35:00+08:00');

/** A village with a supervising leader, whose causes are watched for three days, to be short; and no visits. */
const supervised = (sample: Town): Town => {
  const town = withLinks(sample);
  return {
    ...town,
    households: [],
    supervisors: [{ staff: LEADER, role: 'leader', village: 'zhukou' }],
    settings: { ...town.settings, causes: { ...town.settings.causes, quietDays: 3 } },
  };
};

const toLeader = (town: TownStory): string[] =>
  town.textsTo(town.phoneOf(LEADER)).filter((text) => text.includes('治本'));

/** The lamp is out, is mended, and its resident is content. */
async function mended(town: TownStory, when: string): Promise<Receipt> {
  const receipt = await town.submit({ description: `示例：路灯${when}又不亮了` });
  await town.reply('g52-a', '好的马上去');
  await town.reply('g52-a', '1 换了灯泡');
  await town.text(RESIDENT.phone, `${town.codeFor(RESIDENT.phone)} 满意`);
  await town.advance('PT1M');
  return receipt;
}

describe('the third closure of one place and category', () => {
  it('opens its cause with the village’s leader, who says what is done; it comes again; then it is quiet, and over', async () => {
    const town = await TownStory.begin({ at: AT, change: supervised, console: true });
    try {
      const first = await mended(town, '前天');
      await mended(town, '昨天');
      await mended(town, '今天');
      expect(toLeader(town)).toEqual([]);
      // The next morning.
      await town.advance('P1D');
      expect(toLeader(town)).toEqual([expect.stringMatching(/【治本】朱口村\d+组 路灯：90天内3次/)]);
      const detail = await (await town.admin('leader', `/admin/requests/${first.id}`)).json();
      const { causes } = detail as { causes: string[] };
      expect(causes).toHaveLength(1);
      const task = async () =>
        (await (await town.admin('leader', `/admin/tasks/${causes[0]}`)).json()) as {
          requests: string[];
          result?: string;
          note?: string;
        };
      expect((await task()).requests).toContain(first.id);
      expect((await town.view(first)).timeline.at(-1)?.text).toContain('查找原因');

      await town.reply(LEADER, '收到');
      expect(town.lastTextTo(town.phoneOf(LEADER))).toContain('没看明白');
      await town.reply(LEADER, '线路老化，9月底前换新电缆');
      expect(town.lastTextTo(town.phoneOf(LEADER))).toContain('已记录');
      expect((await task()).result).toBeUndefined();

      // A fourth: on the next morning its leader is asked again, now on the page.
      await town.submit();
      await town.advance('P1D');
      expect(toLeader(town).at(-1)).toContain('90天内4次');
      expect((await task()).requests).toHaveLength(4);
      const answered = await town.http(linkTo(town, LEADER), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ option: 'replied', note: '今天已换新电缆' }),
      });
      expect(answered.status).toBe(202);
      await town.advance('P3D');
      expect(await task()).toMatchObject({ result: 'cleared', note: '今天已换新电缆' });
      const figures = await town.http('/statistics?from=2026-08-25&to=2026-09-30&by=village');
      expect(((await figures.json()) as StatisticsAnswer).causes).toMatchObject([
        { place: 'zhukou', category: 'street-light', causesOpened: 1, causesWaiting: 0, causesCleared: 1 },
      ]);
    } finally {
      await town.end();
    }
  });

  it('tells its owner of a further one while they have not answered, once', async () => {
    const town = await TownStory.begin({ at: AT, change: supervised });
    try {
      for (const when of ['前天', '昨天', '今天']) await mended(town, when);
      await town.advance('P1D');
      const fourth = await town.submit();
      await town.advance('P2D');
      const further = toLeader(town).filter((text) => text.includes('又来一件'));
      expect(further).toHaveLength(1);
      expect((await town.view(fourth)).timeline.some(({ type }) => type === 'cause-due')).toBe(true);
    } finally {
      await town.end();
    }
  });
});
