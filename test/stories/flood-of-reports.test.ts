import { eachStory } from './each-story.js';
import type { TownStory } from './town-story.js';
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
    await town.cloud.clock.settled();
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

describe('a danger behind the address of a flood', () => {
  it('goes out whole all the same, while the first dangers of that address do', async () => {
    const town = story();
    await flood(town, 14, junk);
    const leak = { phone: NEIGHBOUR, category: 'gas-leak', description: '示例：厨房燃气漏气' };
    expect((await postFrom(town, FLOODER, leak)).status).toBe(202);
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('紧急');
  });
});

describe('whoever asks too much', () => {
  const call = (
    town: TownStory,
    path: string,
    { type, body, address = FLOODER }: { type: string; body: string; address?: string },
  ): Promise<Response> =>
    town.http(path, {
      method: 'POST',
      headers: { 'content-type': type, 'x-forwarded-for': address, 'sec-fetch-site': 'same-origin' },
      body,
    });
  const form = (fields: Record<string, string>) => ({
    type: 'application/x-www-form-urlencoded',
    body: new URLSearchParams(fields).toString(),
  });

  it('by a form without scripts keeps all that was typed, and by Open311 is told in its own words', async () => {
    const town = story();
    await flood(town, 12, junk);
    const typed = { description: '示例：路灯不亮', name: '示例居民甲', phone: '19911110003', consent: 'yes' };
    const plain = await call(town, '/plain', form(typed));
    expect([plain.status, plain.headers.has('retry-after')]).toEqual([429, true]);
    const page = await plain.text();
    for (const words of ['后再试', typed.description, typed.name, typed.phone]) expect(page).toContain(words);

    const filing = {
      service_code: 'street-light',
      description: typed.description,
      phone: typed.phone,
      address_string: '朱口村',
      'attribute[consent]': 'yes',
    };
    const filed = await call(town, '/open311/v2/requests.xml', form(filing));
    expect([filed.status, filed.headers.has('retry-after')]).toEqual([429, true]);
    expect(await filed.text()).toContain('<code>429</code>');
  });

  it('for codes is refused alike for a number of the staff and for any other, and keeps nobody elsewhere from theirs', async () => {
    const town = story();
    const asked = async (phone: string, address: string): Promise<number[]> => {
      const body = JSON.stringify({ phone });
      const statuses = [];
      for (let n = 0; n < 4; n += 1)
        statuses.push((await call(town, '/staff/codes', { type: 'application/json', body, address })).status);
      return statuses;
    };
    const ofStaff = await asked(town.phoneOf('g53-a'), FLOODER);
    expect(ofStaff).toEqual([202, 202, 202, 429]);
    expect(await asked('+8619911110003', '203.0.113.99')).toEqual(ofStaff);
    const body = JSON.stringify({ phone: town.phoneOf('g53-a') });
    const elsewhere = { type: 'application/json', body, address: ELSEWHERE };
    expect((await call(town, '/staff/codes', elsewhere)).status).toBe(202);
  });

  it('what was taken in before is known all the same, and answered as before', async () => {
    const town = story();
    const first = await postFrom(town, FLOODER, { ...junk(0), phone: NEIGHBOUR });
    await flood(town, 12, junk);
    const again = await postFrom(town, FLOODER, { ...junk(0), phone: NEIGHBOUR });
    expect(again.status).toBe(202);
    expect(await again.json()).toEqual(await first.json());
  });
});
