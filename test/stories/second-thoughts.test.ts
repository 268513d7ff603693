import { eachStory } from './each-story.js';
import { RESIDENT, type Receipt, type TownStory } from './town-story.js';

const story = eachStory();

describe('a resident who is not satisfied', () => {
  it('sends it back to its first-asked owner with a leader told; a second time to the town leader and the inspection team', async () => {
    const town = story();
    const receipt = await town.submit();
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 已修好');
    await town.replyAsResident('2 晚上还是不亮');
    expect(await town.view(receipt)).toMatchObject({ status: 'assigned', owner: town.nameOf('g52-a') });
    expect(town.lastTextTo(town.phoneOf('duty-leader-1'))).toContain('重新办理');
    expect(await town.timeline(receipt)).toContain('reopened');

    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 又修了');
    await town.replyAsResident('2 还是不亮');
    expect(town.lastTextTo(town.phoneOf('town-leader-1'))).toContain('请办理');
    expect(town.lastTextTo(town.phoneOf('inspection-team-1'))).toContain('再次不满意');

    await town.reply('town-leader-1', '1 已更换整套线路');
    await town.replyAsResident('1');
    expect(await town.view(receipt)).toMatchObject({ status: 'closed', closedAs: 'satisfied' });
  });

  it('a third time is referred, and told so', async () => {
    const town = story();
    const receipt = await town.submit();
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 已修好');
    await town.replyAsResident('2');
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 已修好');
    await town.replyAsResident('2');
    await town.reply('town-leader-1', '1 已修好');
    await town.replyAsResident('2 要求赔偿');
    expect(await town.view(receipt)).toMatchObject({ status: 'closed', closedAs: 'referred' });
  });
});

describe('a request is withdrawn', () => {
  /** Withdraws by text; answers how the request and its executions then stand. */
  async function withdraw(town: TownStory, receipt: Receipt) {
    await town.text(RESIDENT.phone, `撤回 ${receipt.id}`);
    const { status, closedAs } = await town.view(receipt);
    const executions = new Set((await town.executions()).map((execution) => execution.status));
    return {
      status,
      closedAs,
      executions: [...executions],
      told: town.lastTextTo(RESIDENT.phone).includes('撤回'),
    };
  }
  const withdrawn = { status: 'withdrawn', closedAs: 'withdrawn', executions: ['SUCCEEDED'], told: true };

  const cases: [string, string, string[]][] = [
    ['before the cadre answers', 'street-light', []],
    ['after the cadre accepted', 'street-light', ['1']],
    ['while two departments are asked side by side', 'cataract-surgery', ['1', '1']],
    ['while the resident is asked', 'street-light', ['1', '1 已修好']],
  ];

  it.each(cases)('%s, and closes with the owner told', async (_when, category, answers) => {
    const town = story();
    const receipt = await town.submit({ category });
    for (const answer of answers) await town.reply('g52-a', answer);
    expect(await withdraw(town, receipt)).toEqual(withdrawn);
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('撤回');
    // Whoever answers now is told what happened.
    await town.text(town.phoneOf('g52-a'), '1');
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toMatch(/已撤回/);
  });

  it('while departments are asked, who are told as well', async () => {
    const town = story();
    const receipt = await town.submit({ category: 'cataract-surgery' });
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1');
    await withdraw(town, receipt);
    const told = ['red-cross-1', 'disabled-federation-1'].map((staff) =>
      town.lastTextTo(town.phoneOf(staff)),
    );
    expect(told).toEqual([expect.stringContaining('不用再办'), expect.stringContaining('不用再办')]);
  });

  it('while the duty desk looks for its place', async () => {
    const town = story();
    const receipt = await town.submit({ village: undefined, group: undefined });
    expect(await withdraw(town, receipt)).toEqual(withdrawn);
  });

  it('on the tracking page while departments are asked, who are told as well', async () => {
    const town = story();
    const receipt = await town.submit({ category: 'cataract-surgery' });
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1');
    expect((await town.answerOnline(receipt, 'withdraw')).status).toBe(202);
    expect(await town.view(receipt)).toMatchObject({ status: 'withdrawn', closedAs: 'withdrawn' });
    const told = ['red-cross-1', 'disabled-federation-1'].map((staff) =>
      town.lastTextTo(town.phoneOf(staff)),
    );
    expect(told).toEqual([expect.stringContaining('不用再办'), expect.stringContaining('不用再办')]);
  });

  it('on the tracking page, once; after that it is over', async () => {
    const town = story();
    const receipt = await town.submit();
    expect((await town.answerOnline(receipt, 'withdraw')).status).toBe(202);
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'withdrawn' });
  });
});

describe('an owner', () => {
  it('extends once, with the reason told to the resident, and not a second time', async () => {
    const town = story();
    const receipt = await town.submit();
    await town.reply('g52-a', '1');
    const due = (await town.view(receipt)).dueAt;
    await town.reply('g52-a', '3 等待配件到货');
    expect(town.lastTextTo(RESIDENT.phone)).toContain('等待配件到货');
    expect((await town.view(receipt)).dueAt).toBe('2026-08-25T09:30:00.000Z');
    expect(due).toBe('2026-08-24T09:30:00.000Z');
    await town.reply('g52-a', '3 还没到货');
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('不能再延');
    // The question is still open.
    await town.reply('g52-a', '1 已修好');
    expect((await town.view(receipt)).status).toBe('awaiting_confirmation');
  });

  it('must give a reason for an extension', async () => {
    const town = story();
    await town.submit();
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '3');
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('请写明原因');
  });

  it('transfers to another grid or a department; after two transfers the duty desk decides where it stays', async () => {
    const town = story();
    const receipt = await town.submit();
    await town.reply('g52-a', '4 51');
    await town.reply('g51-a', '4 50网格');
    await town.reply('g50-a', '4 环卫');
    expect(town.lastTextTo(town.phoneOf('duty-desk-1'))).toContain('请派单');
    expect(town.textsTo(town.phoneOf('sanitation-office-1'))).toEqual([]);
    await town.reply('duty-desk-1', '1 52');
    expect(await town.view(receipt)).toMatchObject({ status: 'assigned', owner: town.nameOf('g52-a') });
    await town.reply('g52-a', '1');
    expect((await town.view(receipt)).status).toBe('accepted');
  });

  it('is asked again for whom a transfer is meant, when nobody knows the name', async () => {
    const town = story();
    const receipt = await town.submit();
    await town.reply('g52-a', '4 示例单位');
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('没找到');
    expect((await town.view(receipt)).status).toBe('assigned');
  });

  it('transfers a matter to a department, which then handles it', async () => {
    const town = story();
    const receipt = await town.submit();
    await town.reply('g52-a', '4 供电');
    expect(await town.view(receipt)).toMatchObject({ path: 'coordinated', owner: town.nameOf('g52-a') });
    await town.reply('power-supply-1', '1 线路已修');
    await town.replyAsResident('1');
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'satisfied' });
  });
});

describe('a place no rule knows', () => {
  it('goes to the duty desk and comes back to the grid it names', async () => {
    const town = story();
    const receipt = await town.submit({
      village: undefined,
      group: undefined,
      description: '示例：不知归谁管',
    });
    expect((await town.view(receipt)).status).toBe('received');
    expect(town.lastTextTo(town.phoneOf('duty-desk-1'))).toContain('请派单');
    await town.reply('duty-desk-1', '1 没有的地方');
    expect(town.lastTextTo(town.phoneOf('duty-desk-1'))).toContain('没找到');
    await town.reply('duty-desk-1', '1 52');
    expect(await town.view(receipt)).toMatchObject({ status: 'assigned', owner: town.nameOf('g52-a') });
    expect(town.lastTextTo(RESIDENT.phone)).toContain(town.nameOf('g52-a'));
  });

  it('given as a point lies in the grid whose polygon holds it', async () => {
    const town = story();
    const receipt = await town.submit({
      village: undefined,
      group: undefined,
      location: { lat: 37.362345, lng: 117.770123 },
    });
    expect(await town.view(receipt)).toMatchObject({ status: 'assigned', owner: town.nameOf('g52-a') });
  });
});
