import type { Town } from '../../domain/town/schema.js';
import { readTown } from '../../towns/read-town.js';
import { TownCopy } from '../towns/town-copy.js';
import { RESIDENT, TownStory } from './town-story.js';

/** The sample town as it reads once some of its files were edited; no code is touched. */
function editedTown(edit: (files: TownCopy) => void): Town {
  const files = new TownCopy({ someExamples: true });
  try {
    edit(files);
    const read = readTown(files.dir);
    if (!read.ok) throw new Error(`the edited town is broken: ${JSON.stringify(read.problems)}`);
    return read.town;
  } finally {
    files.remove();
  }
}

/** Lives a story in the edited town, and looks at its end for whatever leaked. */
async function livedIn(edit: (files: TownCopy) => void, live: (town: TownStory) => Promise<void>) {
  const edited = editedTown(edit);
  const town = await TownStory.begin({ change: () => edited });
  try {
    await live(town);
    expect(await town.leaks()).toEqual([]);
  } finally {
    await town.end();
  }
}

/** What residents say of a new category. */
const STRAY_DOGS = [
  '村里流浪狗越来越多，能不能来收容',
  '没主的狗在广场上到处拉屎，请派人抓走',
  '流浪狗半夜叫个不停，没人管',
  '好几条野狗天天翻垃圾桶',
  '麻烦把路口的流浪狗带走',
  '大集上没人要的狗下了一窝小狗，谁来收',
  '想反映流浪犬没打针的问题',
  '小区里流浪狗成群，啥时候集中收容',
  'Too many stray dogs in our village, please take them to a shelter',
  'Stray dogs turn over the bins every night, can somebody catch them',
]
  .map((words) => `matter,stray-dogs,,,,,"${words}"\n`)
  .join('');

const HOME_RAILS = `
id: home-rails
name: { zh-CN: 适老化扶手, en: Home rails }
form: []
eligibility: []
documents:
  - { id: identity-card, name: { zh-CN: 老年证复印件, en: senior card copy } }
stages:
  - id: application
    name: { zh-CN: 申请, en: Application }
    steps:
      - id: apply
        name: { zh-CN: 入户测量, en: Measuring }
        by: owner
        asks: application
        within: { workingDays: 2 }
  - id: fitting
    name: { zh-CN: 安装, en: Fitting }
    steps:
      - id: approve
        name: { zh-CN: 民政办审批, en: Civil Affairs }
        by: { department: civil-affairs }
        asks: approval
        within: { workingDays: 2 }
      - id: fit
        name: { zh-CN: 城建办安装, en: Fitting }
        by: { department: construction-office }
        asks: report
        within: { workingDays: 4 }
    tell: [duty-leader]
alternatives: { zh-CN: 可到村委会借用助行器, en: borrow a frame at the village office }
followUpDays: [14]
`;

describe('a town that edits its data and nothing else', () => {
  it('gets a programme of its own: its documents, its stages side by side, its follow-up', async () => {
    const edit = (files: TownCopy) =>
      files.write('programmes/home-rails.yaml', HOME_RAILS).append(
        'categories.yaml',
        `
- id: home-rails
  name: { zh-CN: 适老化改造, en: Home rails }
  path: programme
  programme: home-rails
  public: false
  joinable: false
  keywords: [扶手]
`,
      );
    await livedIn(edit, async (town) => {
      const receipt = await town.submit({ category: 'home-rails', description: '示例：卫生间想装扶手' });
      await town.reply('g52-a', '1');
      expect(town.textsTo(RESIDENT.phone).join('\n')).toContain('老年证复印件');
      await town.reply('g52-a', '1 已上门测量');
      expect(town.lastTextTo(town.phoneOf('duty-leader-1'))).toContain('安装');
      await town.reply('construction-office-1', '1 扶手装好');
      await town.reply('civil-affairs-1', '1');
      await town.replyAsResident('1');
      expect(await town.view(receipt)).toMatchObject({
        path: 'programme',
        closedAs: 'satisfied',
        followUps: ['2026-09-07'],
      });
    });
  });

  it('gets a category: offered by its name, and chosen by its words in a text', async () => {
    const edit = (files: TownCopy) =>
      files
        .append(
          'categories.yaml',
          `
- id: stray-dogs
  name: { zh-CN: 流浪犬, en: Stray dogs }
  path: same-day
  public: true
  joinable: true
  keywords: [流浪狗, stray dog]
`,
        )
        .append('examples.csv', STRAY_DOGS);
    await livedIn(edit, async (town) => {
      const offered = await (await town.http('/categories')).text();
      expect(offered).toContain('流浪犬');
      await town.text(RESIDENT.phone, `朱口村${town.groupOf(52)}组来了好几条流浪狗没人管，能不能来收容`);
      expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('流浪犬');
      await town.reply('g52-a', '1');
      await town.reply('g52-a', '1 已带走收容');
      await town.replyAsResident('1');
      expect((await town.executions()).map(({ status }) => status)).toEqual(['SUCCEEDED']);
    });
  });

  it('gets a department: found by its keyword, its contacts asked in turn, their silence told above', async () => {
    const edit = (files: TownCopy) =>
      files
        .append(
          'departments.yaml',
          `
- id: vet-station
  name: { zh-CN: 兽医站, en: Vet Station }
  kind: provider
  contacts: [vet-station-1, vet-station-2]
  keywords: [兽医站, 兽医, vet]
`,
        )
        .append(
          'staff.csv',
          [
            'vet-station-1,示例兽医甲,+8619900009001,provider,zh-CN',
            'vet-station-2,示例兽医乙,+8619900009002,provider,zh-CN',
            '',
          ].join('\n'),
        )
        .replace(
          'settings.yaml',
          'acceptWithin: { workingDays: 1 }\n    settleWithin: { workingDays: 5 }',
          'acceptWithin: { hours: 2 }\n    settleWithin: { hours: 4 }',
        );
    await livedIn(edit, async (town) => {
      const receipt = await town.submit({ category: 'other', description: '示例：村里有病猪要找兽医' });
      await town.reply('g52-a', '4 兽医站');
      expect(town.textsTo(town.phoneOf('vet-station-1'))).toHaveLength(1);
      await town.advance('PT4H');
      expect(town.textsTo(town.phoneOf('vet-station-2'))).toHaveLength(1);
      expect(town.textsTo(town.phoneOf('duty-leader-1')).join('\n')).toContain('示例兽医甲');
      await town.reply('vet-station-2', '1 已处理并消毒');
      await town.replyAsResident('1');
      expect(await town.view(receipt)).toMatchObject({ path: 'coordinated', closedAs: 'satisfied' });
    });
  });

  it('sets the deadlines of a path: what is promised, when silence climbs, what an extension adds', async () => {
    const edit = (files: TownCopy) =>
      files.replace(
        'settings.yaml',
        "    acceptWithin: { workingHours: 2 }\n    settleWithin: { endOfWorkingDay: { cutOff: '16:00' } }\n    extendBy: { workingDays: 1 }",
        '    acceptWithin: { minutes: 30 }\n    settleWithin: { workingDays: 2 }\n    extendBy: { workingDays: 3 }',
      );
    await livedIn(edit, async (town) => {
      const receipt = await town.submit();
      expect(await town.view(receipt)).toMatchObject({ dueAt: '2026-08-26T09:30:00.000Z' });
      await town.advance('PT29M');
      expect(town.textsTo(town.phoneOf('g52-b'))).toEqual([]);
      await town.advance('PT1M');
      await town.reply('g52-b', '1');
      await town.reply('g52-b', '3 等配件');
      expect(await town.view(receipt)).toMatchObject({ dueAt: '2026-08-31T09:30:00.000Z' });
    });
  });
});
