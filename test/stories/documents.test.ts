import { eachStory } from './each-story.js';
import { type Receipt, RESIDENT, type TownStory } from './town-story.js';

const story = eachStory();

/** Applied for, and before both approvers: Monday morning. */
async function applied(town: TownStory): Promise<Receipt> {
  const receipt = await town.submit({ category: 'cataract-surgery', description: '示例：左眼看不清' });
  await town.reply('g52-a', '1');
  await town.reply('g52-a', '1');
  return receipt;
}
const told = (town: TownStory, staff: string): string => town.lastTextTo(town.phoneOf(staff));
const asksForDocuments = (town: TownStory): string[] =>
  town.textsTo(RESIDENT.phone).filter((body) => body.includes('还缺'));

describe('documents that are missing', () => {
  it('are told once, completely; the clocks stand still and say so; brought, they give the step back with the time left', async () => {
    const town = story();
    const receipt = await applied(town);
    const before = await town.view(receipt);
    expect(before.pausedSince).toBeUndefined();
    await town.reply('red-cross-1', '6 2、3');

    expect(asksForDocuments(town)).toHaveLength(1);
    expect(asksForDocuments(town)[0]).toContain('户口本复印件、眼科诊断证明');
    const paused = await town.view(receipt);
    expect(paused).toMatchObject({
      pausedSince: '2026-08-24T01:00:00.000Z',
      dueAt: before.dueAt,
      ask: { options: [{ option: 'brought', label: '已备齐' }] },
    });
    expect(paused.timeline.at(-1)?.text).toContain('等材料期间不计时');

    // Two working days pass, and with them an approval that nobody would have been late with.
    await town.advance('P2D');
    await town.replyAsResident('1 已交给网格员');
    expect(told(town, 'red-cross-1')).toContain('请审批');
    expect(town.textsTo(town.phoneOf('red-cross-1')).at(-2)).toContain('已交给网格员');
    const running = await town.view(receipt);
    expect(running.pausedSince).toBeUndefined();
    // Saturday 22 November 9:00, and two working days: the day off in between does not count.
    expect([before.dueAt, running.dueAt]).toEqual(['2026-11-22T01:00:00.000Z', '2026-11-24T09:30:00.000Z']);
    // It was due on Thursday at 17:30; two working days later that is Monday.
    expect(told(town, 'red-cross-1')).toContain('8月31日17:30');
    await town.reply('red-cross-1', '1');
    await town.reply('disabled-federation-1', '1');
    expect(told(town, 'eye-hospital-1')).toContain('约定');
  });

  it('are answered on the tracking page as well', async () => {
    const town = story();
    const receipt = await applied(town);
    await town.reply('red-cross-1', '补件 3');
    expect((await town.answerOnline(receipt, 'brought')).status).toBe(202);
    expect(told(town, 'red-cross-1')).toContain('请审批');
    expect(await town.timeline(receipt)).toEqual(
      expect.arrayContaining(['documents-asked', 'documents-brought']),
    );
  });

  it('that the list does not have are asked back with their numbers, and nobody is told anything', async () => {
    const town = story();
    await applied(town);
    await town.reply('red-cross-1', '6 7');
    expect(told(town, 'red-cross-1')).toContain('1身份证复印件 2户口本复印件 3眼科诊断证明');
    expect(asksForDocuments(town)).toEqual([]);
  });
});

describe('asking a second time', () => {
  it('needs a leader: the resident hears of it only after the leader agreed', async () => {
    const town = story();
    const receipt = await applied(town);
    await town.reply('red-cross-1', '6 3');
    await town.replyAsResident('1');
    await town.reply('disabled-federation-1', '6 1');
    expect(told(town, 'duty-leader-1')).toContain('请签批');
    expect(asksForDocuments(town)).toHaveLength(1);
    await town.reply('duty-leader-1', '1 原件已过期');
    expect(asksForDocuments(town)).toHaveLength(2);
    await town.replyAsResident('1');
    await town.reply('disabled-federation-1', '1');
    const [coordination] = (await town.executions()).filter(({ name }) => name === `${receipt.id}-1`);
    expect(coordination?.states).toEqual(
      expect.arrayContaining(["Step: wait for the resident's documents", 'Step: ask a leader to sign off']),
    );
  });

  it('that the leader denies is decided on what there is, and the leader\u2019s reason is told', async () => {
    const town = story();
    await applied(town);
    await town.reply('red-cross-1', '6 3');
    await town.replyAsResident('1');
    await town.reply('disabled-federation-1', '6 1');
    await town.reply('duty-leader-1', '2 材料已经齐全');
    const [note = '', ask = ''] = town.textsTo(town.phoneOf('disabled-federation-1')).slice(-2);
    expect([note, ask]).toEqual([expect.stringContaining('材料已经齐全'), expect.stringContaining('请审批')]);
    await town.reply('disabled-federation-1', '6 1');
    expect(told(town, 'disabled-federation-1')).toContain('没看明白');
    expect(asksForDocuments(town)).toHaveLength(1);
  });
});

describe('a resident who never answers', () => {
  it('is reminded, then the step goes on as "not brought", and can be refused with that reason', async () => {
    const town = story();
    const receipt = await applied(town);
    await town.reply('disabled-federation-1', '1');
    await town.reply('red-cross-1', '6');
    await town.advance('P15D');
    const reminders = asksForDocuments(town).filter((body) => body.includes('提醒'));
    expect([asksForDocuments(town).length, reminders.length]).toEqual([3, 2]);
    const [note = '', ask = ''] = town.textsTo(town.phoneOf('red-cross-1')).slice(-2);
    expect([note, ask]).toEqual([expect.stringContaining('未备齐'), expect.stringContaining('请审批')]);
    expect((await town.view(receipt)).pausedSince).toBeUndefined();
    await town.reply('red-cross-1', '2 材料未备齐');
    expect(town.textsTo(RESIDENT.phone).some((body) => body.includes('材料未备齐'))).toBe(true);
    expect(await town.view(receipt)).toMatchObject({ status: 'closed', closedAs: 'refused' });
  });
});
