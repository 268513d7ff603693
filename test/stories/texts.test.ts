import { eachStory } from './each-story.js';
import { RESIDENT } from './town-story.js';

const story = eachStory();

describe('a text without a code', () => {
  it("answers the sender's only open ask", async () => {
    const town = story();
    const receipt = await town.submit();
    await town.text(town.phoneOf('g52-a'), '收到');
    expect((await town.view(receipt)).status).toBe('accepted');
  });

  it('with several asks open is never guessed: the reply lists them, and the code then says which', async () => {
    const town = story();
    const first = await town.submit();
    const second = await town.submit({ category: 'household-refuse', description: '示例：垃圾没清' });
    const cadre = town.phoneOf('g52-a');
    await town.text(cadre, '1');
    expect([await town.view(first), await town.view(second)].map(({ status }) => status)).toEqual([
      'assigned',
      'assigned',
    ]);
    expect(town.lastTextTo(cadre)).toContain('多件待办');
    await town.reply('g52-a', '1');
    expect((await town.view(second)).status).toBe('accepted');
  });

  it('that asks for nothing is answered with help', async () => {
    const town = story();
    await town.text(town.phoneOf('g52-a'), '谢谢大家');
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('直接用自己的话回');
  });
});

describe('a text', () => {
  it('delivered twice acts once and is answered once', async () => {
    const town = story();
    const receipt = await town.submit();
    const cadre = town.phoneOf('g52-a');
    const code = town.codeFor(cadre);
    await town.text(cadre, `${code} 1`, 'the-same-message');
    const texts = town.textsTo(cadre).length;
    const timeline = await town.timeline(receipt);
    await town.text(cadre, `${code} 1`, 'the-same-message');
    expect(town.textsTo(cadre)).toHaveLength(texts);
    expect(await town.timeline(receipt)).toEqual(timeline);
  });

  it('after the deadline is answered with what happened', async () => {
    const town = story();
    await town.submit();
    const cadre = town.phoneOf('g52-a');
    const code = town.codeFor(cadre);
    await town.advance('PT3H');
    await town.reply('g52-b', '1');
    await town.text(cadre, `${code} 1`);
    expect(town.lastTextTo(cadre)).toContain('已过期限');
  });

  it('with a code one character off is answered with the likely code, and nothing is recorded', async () => {
    const town = story();
    const receipt = await town.submit();
    const cadre = town.phoneOf('g52-a');
    const code = town.codeFor(cadre);
    const near = `${code.slice(0, 3)}${code.endsWith('A') ? 'B' : 'A'}`;
    await town.text(cadre, `${near} 1`);
    expect(town.lastTextTo(cadre)).toContain(code);
    expect((await town.view(receipt)).status).toBe('assigned');
  });

  it('from a stranger becomes a request; what its sender does not say when asked is asked of the duty desk', async () => {
    const town = story();
    const stranger = '+8619911110009';
    town.typed.add(stranger).add('门口的树枝子太长 该修剪了');
    await town.text(stranger, '门口的树枝子太长 该修剪了');
    expect(town.textsTo(stranger)[0]).toMatch(/编号[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(town.lastTextTo(stranger)).toContain('哪个村、几组');
    await town.advance('PT21M');
    expect(town.lastTextTo(town.phoneOf('duty-desk-1'))).toContain('请派单');
    await town.reply('duty-desk-1', '1 52');
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 已扶正');
    await town.replyAsResident('1', stranger);
    expect(town.textsTo(stranger).at(-2)).toContain('已办结');
  });

  it('from a stranger that names its place and matter goes straight to the grid', async () => {
    const town = story();
    const stranger = '+8619911110009';
    await town.text(stranger, `朱口村${town.groupOf(52)}组路灯坏了`);
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('路灯');
  });

  it('of a cadre on behalf of a resident makes the cadre its owner', async () => {
    const town = story();
    town.typed.add('19911110007');
    await town.text(town.phoneOf('g52-a'), `代报 朱口村${town.groupOf(52)}组 示例老人 19911110007 路灯不亮`);
    expect(town.lastTextTo('+8619911110007')).toContain(town.nameOf('g52-a'));
    expect(town.textsTo(town.phoneOf('g52-a')).some((body) => body.includes('请办理'))).toBe(true);
  });

  it('that opts out ends all texts to that number until it opts in', async () => {
    const town = story();
    await town.text(RESIDENT.phone, '退订');
    const texts = town.textsTo(RESIDENT.phone).length;
    expect(town.lastTextTo(RESIDENT.phone)).toContain('已退订');
    await town.submit();
    expect(town.textsTo(RESIDENT.phone)).toHaveLength(texts);
    await town.text(RESIDENT.phone, '恢复');
    expect(town.lastTextTo(RESIDENT.phone)).toContain('已恢复');
  });
});
