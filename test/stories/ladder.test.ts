import { eachStory } from './each-story.js';
import { TownStory } from './town-story.js';

describe('silence', () => {
  const story = eachStory();

  it('climbs every rung: A post, B post, C post, duty desk, leader', async () => {
    const town = story();
    const receipt = await town.submit();
    const ladder = ['g52-a', 'g52-b', 'g52-c', 'duty-desk-1', 'duty-desk-2', 'duty-desk-3', 'town-leader-1'];
    for (const [rung, staff] of ladder.entries()) {
      const asked = ladder.filter((other) => town.asksTo(other, receipt).length > 0);
      expect([staff, asked]).toEqual([staff, ladder.slice(0, rung + 1)]);
      // Two working hours a rung; a rung may span the night.
      while (town.asksTo(ladder[rung + 1] ?? 'g52-a', receipt).length === 0) await town.advance('PT1H');
    }
    await town.reply('town-leader-1', '1');
    expect((await town.view(receipt)).status).toBe('accepted');
    // First asked owns it, whoever works on it.
    expect((await town.view(receipt)).owner).toBe(town.nameOf('g52-a'));
  });

  it('of the last rung asks the same person again; nothing is dropped', async () => {
    const town = story();
    const receipt = await town.submit();
    await town.advance('P3D');
    const asked =
      town.textsTo(town.phoneOf('town-leader-2')).length + town.textsTo(town.phoneOf('town-leader-1')).length;
    expect(asked).toBeGreaterThan(2);
    expect((await town.view(receipt)).status).toBe('assigned');
  });

  it('after accepting makes it known to the duty leader and asks the next person', async () => {
    const town = story();
    await town.submit();
    await town.reply('g52-a', '1');
    await town.advance('PT9H');
    expect(town.lastTextTo(town.phoneOf('duty-leader-1'))).toContain('逾期');
    expect(town.lastTextTo(town.phoneOf('g52-b'))).toContain('请办理');
  });
});

describe('leave', () => {
  it('of the A post sends the request to the B post, who is then its first-asked owner', async () => {
    const town = await TownStory.begin({ at: Date.parse('2026-09-02T09:00:00+08:00') });
    try {
      const group = town.town.villages.flatMap((village) =>
        village.groups.map((one) => ({ village: village.id, ...one })),
      );
      const place = group.find(({ grid }) => grid === 9);
      const receipt = await town.submit({ village: place?.village ?? '', group: place?.number ?? 0 });
      expect(town.textsTo(town.phoneOf('g09-a'))).toEqual([]);
      expect(town.lastTextTo(town.phoneOf('g09-b'))).not.toBe('');
      expect((await town.view(receipt)).owner).toBe(town.nameOf('g09-b'));
    } finally {
      await town.end();
    }
  });

  const story = eachStory();

  it('texted by a cadre counts from the next request on, and is refused when both posts would be away', async () => {
    const town = story();
    await town.text(town.phoneOf('g52-a'), '休假 8/24-8/26');
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('已登记休假');
    await town.text(town.phoneOf('g52-b'), '休假 8/25');
    expect(town.lastTextTo(town.phoneOf('g52-b'))).toContain('不能休假');
    await town.submit();
    expect(town.lastTextTo(town.phoneOf('g52-b'))).toContain('编码');
  });
});
