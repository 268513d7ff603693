import { eachStory } from './each-story.js';
import { ELSEWHERE, flood, FLOODER, NEIGHBOUR, postFrom, smallCaps } from './crowded-town.js';

const story = eachStory({ change: smallCaps, console: true });
const junk = (n: number) => ({ category: 'other', description: `示例：没有内容的第${n}件` });

describe('a flood of reports from one address', () => {
  it('is refused beyond the limit, with when to try again, and leaves everybody else their texts', async () => {
    const town = story();
    const before = await flood(town, 20, junk);
    expect(before.filter((status) => status === 202)).toHaveLength(12);
    expect(before.slice(12)).toEqual(Array<number>(8).fill(429));

    // A real leak in the middle of it, from elsewhere.
    const leak = { phone: NEIGHBOUR, category: 'gas-leak', description: '示例：厨房燃气漏气' };
    expect((await postFrom(town, ELSEWHERE, leak)).status).toBe(202);
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('紧急');
    expect(town.textsTo(town.phoneOf('gas-company-1'))).not.toHaveLength(0);
    await flood(town, 5, junk);
    await town.reply('g52-a', '1 已出发');
    await town.reply('gas-company-1', '1 已出发');
    await town.advance('PT6M');
    expect(town.textsTo(town.phoneOf('gas-company-2'))).toEqual([]);

    // The texts to residents are used up for the day, and the desk was told of all that were not sent as one.
    const unsent = town.textsTo(town.phoneOf('duty-desk-1')).filter((body) => body.includes('没有发出'));
    expect(unsent).toHaveLength(1);
    const { items } = (await (await town.admin('duty-desk', '/admin/floods')).json()) as { items: object[] };
    expect(items).toMatchObject([{ kind: 'texts', count: 4, beyond: { of: 'town', share: 'residents' } }]);

    // Whoever texts is answered, and staff get their code.
    await town.text(NEIGHBOUR, '你们好 谢谢');
    expect(town.lastTextTo(NEIGHBOUR)).not.toContain('紧急');
    const phone = town.phoneOf('g53-a');
    await town.http('/staff/codes', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': ELSEWHERE },
      body: JSON.stringify({ phone }),
    });
    expect(town.lastTextTo(phone)).toMatch(/\d{6}/);
  });

  it('is told when there is room again, in the language of whoever calls', async () => {
    const town = story();
    await flood(town, 12, junk);
    const chinese = await postFrom(town, FLOODER, junk(99));
    expect(Number(chinese.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(chinese.headers.get('retry-after'))).toBeLessThanOrEqual(3600);
    expect(JSON.stringify(await chinese.json())).toContain('请稍后再试');
    const english = await postFrom(town, FLOODER, junk(98), 'en');
    expect(JSON.stringify(await english.json())).toContain('try again');
    await town.advance('PT1H');
    expect((await postFrom(town, FLOODER, junk(97))).status).toBe(202);
  });
});
