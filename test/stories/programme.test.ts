import { eachStory } from './each-story.js';
import { RESIDENT, type TownStory } from './town-story.js';

const story = eachStory();
const CADRE = { name: '示例网格长', phone: '' };

/** The seed's case: found on a visit, and filed by the grid head on the resident's behalf. */
function fileCataract(town: TownStory) {
  return town.submit({
    ...CADRE,
    phone: town.phoneOf('g52-a'),
    category: 'cataract-surgery',
    description: '示例：老人视物模糊，需做手术',
    onBehalfOf: { name: RESIDENT.name, phone: RESIDENT.phone },
  });
}

describe('the cataract programme', () => {
  it('runs from the application through both approvals and the appointment to the surgery, and names its follow-ups', async () => {
    const town = story();
    const receipt = await fileCataract(town);
    const all = () => town.textsTo(RESIDENT.phone).join('\n');
    expect(await town.view(receipt)).toMatchObject({ status: 'coordinating', owner: town.nameOf('g52-a') });
    expect(all()).toMatch(/下一步：填报申请，8月\d+日17:30前办好/);
    // One message lists every document, before anybody asks for one.
    expect(all()).toContain('身份证复印件');

    await town.reply('g52-a', '1');
    await town.reply('red-cross-1', '1');
    expect(town.textsTo(town.phoneOf('eye-hospital-1'))).toEqual([]);
    await town.reply('disabled-federation-1', '1');
    await town.reply('eye-hospital-1', '1 8月26日上午');
    expect(all()).toContain('8月26日（周三）上午');
    await town.advance('P2D');
    expect(town.lastTextTo(town.phoneOf('eye-hospital-1'))).toContain('手术做完后请回');
    await town.text(RESIDENT.phone, '进度怎么样了');
    expect(town.lastTextTo(RESIDENT.phone)).toMatch(/正在“手术做完”，\d+月\d+日17:30前办好/);
    await town.reply('eye-hospital-1', '1 手术顺利');
    expect(town.lastTextTo(RESIDENT.phone)).toContain('您申请的白内障手术');
    await town.replyAsResident('1');

    const view = await town.view(receipt);
    expect(view).toMatchObject({
      status: 'closed',
      closedAs: 'satisfied',
      followUps: ['2026-09-02', '2026-09-25'],
    });
    const executions = await town.executions();
    expect(executions.map(({ name, status }) => [name, status])).toEqual([
      [receipt.id, 'SUCCEEDED'],
      [`${receipt.id}-1`, 'SUCCEEDED'],
    ]);
  });

  it('refused by one approver ends at once; the resident is told who else can help, the other approver that it is over', async () => {
    const town = story();
    const receipt = await fileCataract(town);
    await town.reply('g52-a', '1');
    await town.reply('red-cross-1', '2 本年度名额已满');
    expect(town.lastTextTo(town.phoneOf('disabled-federation-1'))).toContain('不用再回复');
    const told = town.textsTo(RESIDENT.phone).find((body) => body.includes('本年度名额已满'));
    expect(told).toContain('县医院眼科');
    expect(town.lastTextTo(RESIDENT.phone)).toBe(told);
    expect(await town.view(receipt)).toMatchObject({ status: 'closed', closedAs: 'refused' });
  });

  it('is extended once by a department, with the reason told, and not a second time', async () => {
    const town = story();
    const receipt = await fileCataract(town);
    await town.reply('g52-a', '1');
    await town.reply('red-cross-1', '3 等待名额公示');
    expect(town.lastTextTo(RESIDENT.phone)).toContain('等待名额公示');
    await town.reply('red-cross-1', '3 仍在公示');
    expect(town.lastTextTo(town.phoneOf('red-cross-1'))).toContain('不能再延');
    await town.reply('red-cross-1', '1');
    await town.reply('disabled-federation-1', '1');
    expect(await town.timeline(receipt)).toEqual(expect.arrayContaining(['extended', 'step-done']));
    expect(town.lastTextTo(town.phoneOf('eye-hospital-1'))).toContain('预约');
  });
});

describe('a department that never answers', () => {
  // Hours instead of working days: the ladder is the same, and the sweep runs less often on the way up.
  const hurried = eachStory({
    change: (town) => {
      const coordinated = {
        ...town.settings.paths.coordinated,
        settleWithin: { hours: 8 },
        acceptWithin: { hours: 1 },
      };
      return { ...town, settings: { ...town.settings, paths: { ...town.settings.paths, coordinated } } };
    },
  });

  it('is passed over to its second contact, the duty desk and the leader, and the duty leader is told it is late', async () => {
    const town = hurried();
    const receipt = await town.submit({ category: 'water-leak', description: '示例：水管漏水' });
    await town.reply('g52-a', '1');
    expect(town.lastTextTo(town.phoneOf('water-company-1'))).not.toBe('');
    for (const [hours, staff] of [
      ['PT8H', 'water-company-2'],
      ['PT1H', 'duty-desk-1'],
      ['PT3H', 'town-leader-1'],
    ] as const) {
      expect([staff, town.asksTo(staff, receipt)]).toEqual([staff, []]);
      await town.advance(hours);
      expect([staff, town.asksTo(staff, receipt).length]).toEqual([staff, 1]);
    }
    expect(town.textsTo(town.phoneOf('duty-leader-1')).some((body) => body.includes('逾期'))).toBe(true);
    expect((await town.view(receipt)).status).toBe('coordinating');
    // Whoever is asked in the end can still answer for the department.
    await town.reply('town-leader-1', '1 已督促修复');
    expect((await town.view(receipt)).status).toBe('awaiting_confirmation');
  });
});
