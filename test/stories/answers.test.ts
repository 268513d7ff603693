import { eachStory } from './each-story.js';
import { RESIDENT, type Receipt, type TownStory } from './town-story.js';

/** What somebody of the staff texts in their own words, without a code; gives what they are told. */
async function says(town: TownStory, staff: string, words: string): Promise<string> {
  return saysFrom(town, town.phoneOf(staff), words);
}

async function saysFrom(town: TownStory, phone: string, words: string): Promise<string> {
  if (words.length > 3) town.typed.add(words);
  const before = town.textsTo(phone).length;
  await town.text(phone, words);
  return town.textsTo(phone).slice(before).join('\n');
}

const texts = (town: TownStory, staff: string): string => town.textsTo(town.phoneOf(staff)).join('\n');

describe('answers as people give them', () => {
  const story = eachStory();
  const lamp = { category: 'street-light', description: '示例：路灯不亮' } as const;

  it('carry a request from its acceptance to its closure without a digit or a code', async () => {
    const town = story();
    const receipt = await town.submit(lamp);
    expect(texts(town, 'g52-a')).toContain('示例：路灯不亮');
    await says(town, 'g52-a', '好的马上去');
    await says(town, 'g52-a', '换了个灯泡，亮了');
    await saysFrom(town, RESIDENT.phone, '很满意');
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'satisfied' });
  });

  it('that contradict themselves, are meant ironically or are done by half are asked back, and answer nothing', async () => {
    const town = story();
    const receipt = await town.submit(lamp);
    expect(await says(town, 'g52-a', '收到个屁')).toContain('还没记');
    expect(await town.timeline(receipt)).not.toContain('accepted');
    await says(town, 'g52-a', '1');
    for (const words of ['1 没修好', '办结一半 还差个灯罩', '修好了吗'])
      expect(await says(town, 'g52-a', words)).toMatch(/还没|请回|待答复/);
    expect(await town.timeline(receipt)).not.toContain('done');
    await says(town, 'g52-a', '1 已修好');
    for (const words of ['满意才怪', '满意个鬼'])
      expect(await saysFrom(town, RESIDENT.phone, words)).toContain('还待您答复');
    await saysFrom(town, RESIDENT.phone, '路灯还是不亮');
    expect(await town.timeline(receipt)).toContain('reopened');
  });

  it('that lack what they need are asked for it once, and the next text gives it', async () => {
    const town = story();
    const receipt = await town.submit(lamp);
    await says(town, 'g52-a', '知道了');
    expect(await says(town, 'g52-a', '3')).toContain('原因');
    expect(await says(town, 'g52-a', '等配件，周五到')).toContain('延期');
    expect(await says(town, 'g52-a', '1')).toContain('结果');
    await says(town, 'g52-a', '换了灯泡');
    const { timeline } = await town.view(receipt);
    expect(timeline.map(({ text }) => text).join('\n')).toMatch(/等配件，周五到[^]*换了灯泡/);
  });

  it('a second "1" in a row closes nothing without a word of what was done', async () => {
    const town = story();
    const receipt = await town.submit(lamp);
    await says(town, 'g52-a', '1');
    await says(town, 'g52-a', '1');
    expect(await town.timeline(receipt)).not.toContain('done');
  });

  it('that somebody cannot come calls the next at once, who is told the request', async () => {
    const town = story();
    await town.submit(lamp);
    await says(town, 'g52-a', '我在外地，去不了');
    expect(texts(town, 'g52-b')).toContain('示例：路灯不亮');
  });

  it('that name another office pass it on there', async () => {
    const town = story();
    await town.submit({ category: 'other', description: '示例：门口水管坏了' });
    await says(town, 'g52-a', '这个不归我管 找供水');
    expect(texts(town, 'water-company-1')).toContain('示例：门口水管坏了');
  });

  it('to several asks in one text act each', async () => {
    const town = story();
    const first = await town.submit(lamp);
    const code = town.codeFor(town.phoneOf('g52-a'));
    const second = await town.submit({ category: 'household-refuse', description: '示例：垃圾没人收' });
    const other = town.codeFor(town.phoneOf('g52-a'));
    await says(town, 'g52-a', `${code} 1，${other} 好的马上去`);
    for (const receipt of [first, second]) expect(await town.timeline(receipt)).toContain('accepted');
  });

  it('are taken back within ten minutes, and who was told is told again', async () => {
    const town = story();
    const receipt = await town.submit(lamp);
    await says(town, 'g52-a', '1');
    await says(town, 'g52-a', '1 已修好');
    expect(await says(town, 'g52-a', '发错了')).toContain('已撤销');
    expect(town.lastTextTo(RESIDENT.phone)).toContain('发错了');
    await says(town, 'g52-a', '1 换了灯泡');
    await saysFrom(town, RESIDENT.phone, '1');
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'satisfied' });
    expect(await says(town, 'g52-a', '撤销')).toMatch(/没有可以撤销|撤不回来/);
  });

  it('by a code are taken back, and what was only begun takes back nothing that was recorded before', async () => {
    const town = story();
    const receipt = await town.submit(lamp);
    const code = town.codeFor(town.phoneOf('g52-a'));
    await says(town, 'g52-a', '1');
    await says(town, 'g52-a', '2');
    expect(await says(town, 'g52-a', '不好意思按错了')).toContain('没有记');
    expect(await town.view(receipt)).toMatchObject({ status: 'accepted' });
    expect(await says(town, 'g52-a', `撤销 ${code}`)).toContain('已撤销');
    expect(await town.view(receipt)).toMatchObject({ status: 'assigned' });
  });

  it('a minute after their time count where nobody else has answered, and who was asked meanwhile is told', async () => {
    const town = story();
    const receipt = await town.submit(lamp);
    await town.advance('PT2H1M');
    expect(texts(town, 'g52-b')).not.toBe('');
    expect(await says(town, 'g52-a', '1 马上去')).toContain('已记录');
    expect(texts(town, 'g52-b')).toContain('接手');
    await town.reply('g52-a', '1 已修好');
    expect(await town.timeline(receipt)).toContain('done');
  });
});

describe('an answer after its time', () => {
  const story = eachStory();
  const lamp = { category: 'street-light', description: '示例：路灯不亮' } as const;

  async function closedUnanswered(town: TownStory): Promise<Receipt> {
    const receipt = await town.submit(lamp);
    await says(town, 'g52-a', '1');
    await says(town, 'g52-a', '1 换了灯泡');
    await town.advance('P4D');
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'no_answer' });
    return receipt;
  }

  it('by a resident who is content is their verdict all the same', async () => {
    const town = story();
    const receipt = await closedUnanswered(town);
    expect(await saysFrom(town, RESIDENT.phone, '很满意')).toContain('谢谢');
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'satisfied' });
  });

  it('by a resident who is not opens the matter again, in the same place', async () => {
    const town = story();
    await closedUnanswered(town);
    const reply = await saysFrom(town, RESIDENT.phone, '路灯还是不亮');
    expect(reply).not.toContain('没有采用');
    expect(texts(town, 'g52-a')).toContain('路灯还是不亮（此前反映过');
  });

  it('by an office that refuses counts where the next one has not answered, who is told', async () => {
    const town = story();
    const receipt = await town.submit({ category: 'water-leak', description: '示例：水管漏水' });
    await says(town, 'g52-a', '1');
    const code = town.codeFor(town.phoneOf('water-company-1'));
    while (texts(town, 'water-company-2') === '') await town.advance('P1D');
    expect(await says(town, 'water-company-1', `${code} 2 这是他自家的管子`)).toContain('已记录');
    expect(texts(town, 'water-company-2')).toContain('接手');
    expect(texts(town, 'g52-a')).toContain('退回');
    expect(town.textsTo(RESIDENT.phone).join('\n')).not.toContain('这是他自家的管子');
    expect(await town.view(receipt)).toMatchObject({ status: 'coordinating' });
  });
});

describe('a cadre who texts STOP', () => {
  const story = eachStory();

  it('is told what it means, needs a second word, and is called to emergencies all the same', async () => {
    const town = story();
    expect(await says(town, 'g52-a', '退订')).toContain('确定退订');
    await town.submit({ category: 'street-light', description: '示例：路灯不亮' });
    const before = town.textsTo(town.phoneOf('g52-a')).length;
    expect(before).toBeGreaterThan(1);
    await says(town, 'g52-a', '确定退订');
    expect(texts(town, 'duty-desk-1')).toContain('退订');
    await town.submit({ category: 'household-refuse', description: '示例：垃圾没人收' });
    expect(texts(town, 'g52-a')).not.toContain('垃圾没人收');
    await town.submit({ category: 'gas-leak', description: '示例：煤气漏了' });
    expect(texts(town, 'g52-a')).toContain('示例：煤气漏了');
  });
});

describe('an emergency, at half past two on National Day', () => {
  const story = eachStory({ at: Date.parse('2026-10-01T02:30:00+08:00') });
  const leak = { category: 'gas-leak', description: '示例：厨房煤气漏了' } as const;
  const closed = async (town: TownStory, receipt: Receipt): Promise<boolean> =>
    (await town.timeline(receipt)).includes('done');

  it('is ended by nobody who cannot come: the next are called, the leader told, and only "safe" ends it', async () => {
    const town = story();
    const receipt = await town.submit(leak);
    expect(texts(town, 'gas-company-1')).toMatch(/紧急.*燃气泄漏.*示例：厨房煤气漏了/);
    await says(town, 'g52-a', '2 我在外地，去不了');
    await says(town, 'gas-company-1', '不是我们的管道');
    for (const staff of ['g52-b', 'gas-company-2'])
      expect(texts(town, staff)).toContain('示例：厨房煤气漏了');
    expect(texts(town, 'duty-leader-1')).toMatch(/去不了/);
    expect(await closed(town, receipt)).toBe(false);
    await says(town, 'g52-b', '出发了');
    await says(town, 'gas-company-2', '到现场了');
    await says(town, 'gas-company-2', '阀门关了，险情已排除');
    await says(town, 'gas-company-2', '已恢复供气');
    expect(await town.timeline(receipt)).toEqual(
      expect.arrayContaining(['on-the-way', 'on-site', 'safe', 'restored', 'done']),
    );
  });

  it('belongs to whoever really goes, though their word comes at minute six', async () => {
    const town = story();
    await town.submit(leak);
    await town.advance('PT6M');
    expect(texts(town, 'g52-b')).not.toBe('');
    expect(await says(town, 'g52-a', '已出发')).toContain('已记录');
    expect(texts(town, 'g52-b')).toContain('接手');
  });

  it('cannot be withdrawn: the words reach whoever works on it', async () => {
    const town = story();
    const receipt = await town.submit(leak);
    expect(await saysFrom(town, RESIDENT.phone, '撤回')).toContain('紧急');
    expect(await town.timeline(receipt)).not.toContain('withdrawn');
    expect(texts(town, 'gas-company-1')).toContain('撤回');
  });

  it('is ended by a leader’s word with its reason, and by nobody else’s', async () => {
    const town = story();
    const receipt = await town.submit(leak);
    const number = receipt.id;
    expect(await says(town, 'g52-a', `解除 ${number} 误报`)).toContain('没有解除');
    expect(await says(town, 'duty-leader-1', `解除 ${number}`)).toContain('原因');
    expect(await says(town, 'duty-leader-1', `解除 ${number} 误报，已到现场核实`)).toContain('已解除');
    expect(texts(town, 'gas-company-1')).toContain('误报，已到现场核实');
    expect(await town.timeline(receipt)).toEqual(expect.arrayContaining(['stood-down', 'done']));
  });

  it('climbs on when everybody is silent, as far as the head of the nearest grid and the leaders', async () => {
    const town = story();
    await town.submit(leak);
    await town.advance('PT40M');
    expect(texts(town, 'duty-leader-1')).not.toBe('');
    expect(texts(town, 'town-leader-1')).not.toBe('');
  });
});
