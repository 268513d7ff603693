import { eachStory } from './each-story.js';
import { RESIDENT, type TownStory } from './town-story.js';

/** National Day, half past two in the night. */
const NIGHT = Date.parse('2026-10-01T02:30:00+08:00');
const STRANGER = '+8619911110077';

const texts = (town: TownStory, staff: string): string => town.textsTo(town.phoneOf(staff)).join('\n');
const opened = async (town: TownStory): Promise<number> => (await town.executions()).length;

/** Somebody texts in their own words; the story remembers that they are theirs. */
async function says(town: TownStory, words: string, from = STRANGER): Promise<string> {
  // A digit stands everywhere.
  if (words.length > 3) town.typed.add(words);
  const before = town.textsTo(from).length;
  await town.text(from, words);
  return town.textsTo(from).slice(before).join('\n');
}

describe('a danger, at half past two on National Day', () => {
  const story = eachStory({ at: NIGHT });

  it('reaches the gas company, the grid head and the duty leader at once; its sender is told what to do', async () => {
    const town = story();
    const reply = await says(town, '煤气漏了 侯家院 三组!!!');
    expect(reply).toMatch(/119.*紧急/);
    for (const staff of ['gas-company-1', 'g54-a', 'duty-leader-1'])
      expect(texts(town, staff)).toContain('侯家园村3组');
    expect(texts(town, 'duty-leader-1')).toContain('煤气漏了');
  });

  it('without a place is told at once with its words, and with the place when that comes', async () => {
    const town = story();
    expect(await says(town, '闻到臭鸡蛋味')).toMatch(/哪个村、几组/);
    for (const staff of ['gas-company-1', 'duty-desk-1', 'duty-leader-1'])
      expect(texts(town, staff)).not.toBe('');
    expect(texts(town, 'duty-leader-1')).toContain('闻到臭鸡蛋味');
    expect(await says(town, '郭楼三组')).toContain('郭家楼村3组');
    expect(texts(town, 'gas-company-1')).toContain('郭家楼村3组');
    expect(texts(town, 'duty-leader-1')).toContain('郭家楼村3组');
    expect(texts(town, 'g49-a')).toContain('郭家楼村3组');
    expect(await opened(town)).toBe(2);
  });

  it('without a provider of its own goes to grid head, duty desk and duty leader', async () => {
    const town = story();
    expect(
      await says(
        town,
        'No electricity since noon and my father needs his oxygen machine, battery at 20 percent. Hanjiawa group 8',
      ),
    ).toMatch(/120.*URGENT/);
    for (const staff of ['g38-a', 'duty-desk-1', 'duty-leader-1', 'power-supply-1'])
      expect(texts(town, staff)).not.toBe('');
  });

  it('of a grid by its number reaches its head', async () => {
    const town = story();
    await says(town, '52网格有户人家煤气泄漏');
    expect(texts(town, 'g52-a')).not.toBe('');
    expect(texts(town, 'gas-company-1')).not.toBe('');
  });

  it('is heard in a report of a street light on the web form', async () => {
    const town = story();
    const receipt = await town.submit({ description: '示例：路灯杆底下煤气漏了 味很大' });
    expect(await town.view(receipt)).toMatchObject({ path: 'emergency' });
    expect(texts(town, 'gas-company-1')).not.toBe('');
  });
});

describe('whoever is asked something else', () => {
  const story = eachStory();

  it('and texts a danger is heard: a resident who is asked whether they are satisfied', async () => {
    const town = story();
    const receipt = await town.submit();
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 已换灯泡');
    await says(town, '快来人 朱口五组煤气漏了', RESIDENT.phone);
    expect(texts(town, 'gas-company-1')).toContain('朱口村5组');
    expect((await town.view(receipt)).status).toBe('awaiting_confirmation');
  });

  it('and texts a danger is heard: a cadre, and an answer in the same text counts', async () => {
    const town = story();
    const receipt = await town.submit();
    await says(town, '1 收到，另外五组着火了 快来', town.phoneOf('g52-a'));
    expect((await town.view(receipt)).status).toBe('accepted');
    expect(texts(town, 'duty-leader-1')).toContain('着火');
  });

  it('and reports another matter beside the answer has both done', async () => {
    const town = story();
    const receipt = await town.submit();
    await says(town, '收到，另外朱口五组的垃圾好几天没人清了', town.phoneOf('g52-a'));
    expect((await town.view(receipt)).status).toBe('accepted');
    expect(await opened(town)).toBe(2);
  });

  it('and adds a word: it reaches who works on it, and is answered', async () => {
    const town = story();
    await town.submit();
    await town.reply('g52-a', '1');
    const reply = await says(town, '路灯是去年新装的那种', RESIDENT.phone);
    expect(reply).toContain('已转告');
    expect(texts(town, 'g52-a')).toContain('路灯是去年新装的那种');
    expect(await opened(town)).toBe(1);
  });

  it('and says later what may be about it is asked; on a yes whoever works on it is told', async () => {
    const town = story();
    await town.submit();
    await town.reply('g52-a', '1');
    await town.advance('PT2H');
    expect(await says(town, '一直没法用 谁来修修', RESIDENT.phone)).toMatch(/是同一件事吗/);
    expect(await says(town, '1', RESIDENT.phone)).toContain('是同一件事');
    expect(texts(town, 'g52-a')).toContain('一直没法用');
  });

  it('and reports something else opens another request', async () => {
    const town = story();
    await town.submit();
    await says(town, '朱口五组停水两天了', RESIDENT.phone);
    expect(await opened(town)).toBe(2);
  });
});

describe('what a text leaves open', () => {
  const story = eachStory();

  it('is asked back, used, and the duty desk is not troubled', async () => {
    const town = story();
    expect(await says(town, '路灯坏了')).toMatch(/哪个村、几组/);
    const placed = await says(town, '郭楼三组');
    expect(placed).toContain('已收到并受理');
    expect(texts(town, 'g49-a')).toContain('郭家楼村3组');
    expect(texts(town, 'duty-desk-1')).toBe('');
  });

  it('is asked with the villages that fit, and answered with a digit', async () => {
    const town = story();
    expect(await says(town, '王庄2组路灯不亮')).toMatch(/1 .*王庄村，2 .*王庄村/);
    expect(await says(town, '2')).toMatch(/已收到并受理/);
    expect(texts(town, 'duty-desk-1')).toBe('');
  });

  it('in English is asked in English', async () => {
    const town = story();
    expect(await says(town, 'the street light is out')).toMatch(/village and the group/);
    expect(await says(town, 'Guojialou group 3')).toMatch(/Request received/);
    expect(texts(town, 'g49-a')).not.toBe('');
  });

  it('and nobody answers is asked of the duty desk after twenty minutes', async () => {
    const town = story();
    await says(town, '路灯坏了');
    await town.advance('PT19M');
    expect(texts(town, 'duty-desk-1')).toBe('');
    await town.advance('PT2M');
    expect(texts(town, 'duty-desk-1')).toContain('请派单');
    await town.reply('duty-desk-1', '1 49');
    expect(texts(town, 'g49-a')).not.toBe('');
  });
});

describe('what asks for no work', () => {
  const story = eachStory();

  it('is no request: thanks are answered once a day, adverts not a second time', async () => {
    const town = story();
    expect(await says(town, '谢谢')).toContain('这里是镇里的短信');
    expect(await says(town, '[图片]')).toBe('');
    expect(await says(town, '【某某快递】您的包裹已到驿站，取件码5-2-1034')).toBe('');
    expect(await opened(town)).toBe(0);
    expect(texts(town, 'duty-desk-1')).toBe('');
  });

  it.each(['进度', '办得怎么样了', 'any news?'])(
    '"%s" is answered with what stands, who owns it with a number, and until when',
    async (words) => {
      const town = story();
      await town.submit();
      const reply = await says(town, words, RESIDENT.phone);
      expect(reply).toContain(town.nameOf('g52-a'));
      expect(reply).toContain(town.textedPhoneOf('g52-a'));
      expect(await opened(town)).toBe(1);
    },
  );

  it('the town\u2019s own number is answered nothing', async () => {
    const town = story();
    expect(await says(town, '路灯坏了', town.town.settings.sms.number)).toBe('');
    expect(await opened(town)).toBe(0);
  });

  it('whoever opted out and writes is still answered, and still heard', async () => {
    const town = story();
    await town.text(STRANGER, '退订');
    expect(await says(town, '路灯坏了 郭楼三组')).toContain('已收到并受理');
    expect(texts(town, 'g49-a')).not.toBe('');
  });
});
