import { eachStory } from './each-story.js';
import { RESIDENT, type TownStory } from './town-story.js';

const story = eachStory();
const LETTER = { category: 'petition', description: '示例：反映邻居占用公共过道' };
const told = (town: TownStory, words: string) =>
  town.textsTo(RESIDENT.phone).filter((text) => text.includes(words));

async function mediatedIn(town: TownStory, month: string): Promise<number> {
  const response = await town.http(`/statistics?from=${month}-01&to=${month}-31`);
  return ((await response.json()) as { total: { petitionsMediated: number } }).total.petitionsMediated;
}

describe('a petition by letter', () => {
  it('is told at once, taken up, mediated, extended once, and settled with the resident told each time', async () => {
    const town = story();
    const receipt = await town.submit(LETTER);
    expect(told(town, '是否受理')).toHaveLength(1);
    await town.reply('g52-a', '1 来信 3户');
    expect(told(town, '已受理，由')).toHaveLength(1);

    await town.advance('P2D');
    await town.reply('petition-office-1', '8 三方3人，未达成一致');
    await town.reply('petition-office-1', '3 等待界址测量');
    expect(told(town, '等待界址测量')).toHaveLength(1);
    expect((await town.view(receipt)).dueAt).toBe('2026-11-22T01:00:00.000Z');
    await town.reply('petition-office-1', '3 再等等');
    expect(town.lastTextTo(town.phoneOf('petition-office-1'))).toContain('不能再延');

    await town.advance('P2D');
    await town.reply('petition-office-1', '8 双方达成协议');
    await town.reply('petition-office-1', '1 按测量结果退让半米');
    expect(told(town, '按测量结果退让半米')).toHaveLength(1);
    await town.replyAsResident('1');
    expect(await town.view(receipt)).toMatchObject({ status: 'closed', closedAs: 'satisfied' });
    expect(await town.timeline(receipt)).toEqual(expect.arrayContaining(['taken-up', 'session', 'extended']));
    expect(await mediatedIn(town, '2026-08')).toBe(1);
  });

  it('that nobody takes up climbs to the leader before the fifteen days are over', async () => {
    const town = story();
    const receipt = await town.submit(LETTER);
    const leader = town.phoneOf('town-leader-1');
    // A leader gets the day's digests, too: what is waited for is the question.
    const isAsked = () => town.textsTo(leader).some((text) => text.includes('1受理'));
    for (let halfDays = 0; !isAsked() && halfDays < 30; halfDays += 1) await town.advance('PT12H');
    await town.reply('town-leader-1', '1 来信');
    const taken = (await town.view(receipt)).timeline.find(({ type }) => type === 'taken-up');
    expect(Date.parse(taken?.at ?? '')).toBeLessThan(Date.parse('2026-09-08T09:00:00+08:00'));
    expect((await town.view(receipt)).dueAt).toBe('2026-10-23T01:00:00.000Z');
  });

  it('that is not taken up is answered with the reason and where else to go', async () => {
    const town = story();
    const receipt = await town.submit(LETTER);
    await town.reply('g52-a', '2 法院已立案');
    const [reason] = told(town, '法院已立案');
    expect(reason).toContain(town.town.settings.alternatives['zh-CN']);
    expect(await town.view(receipt)).toMatchObject({ status: 'closed', closedAs: 'refused' });
    expect(await mediatedIn(town, '2026-08')).toBe(0);
  });
});
