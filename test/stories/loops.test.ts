import { eachStory } from './each-story.js';
import { NEIGHBOUR, smallCaps } from './crowded-town.js';
import type { TownStory } from './town-story.js';

const story = eachStory({ change: smallCaps });

const requests = async (town: TownStory): Promise<number> => (await town.executions()).length;

describe("a number that is nobody's", () => {
  const refused: [of: string, phone: string][] = [
    ["the town's own", '+861069900077'],
    ["the town's own, as people write it", '10 6990 0077'],
    ['a premium-rate one', '+8616812345'],
    ['a service number', '4008008000'],
    ["a carrier's service", '+86106575201234'],
    ['one of another country', '+447700900123'],
  ];
  it.each(refused)('is refused as a phone in every form: %s', async (_, phone) => {
    const town = story();
    const response = await town.post({ phone });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ field: '/phone' }] });
    const open311 = await town.http('/open311/v2/requests.json', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        service_code: 'street-light',
        description: '示例：路灯不亮',
        phone,
        'attribute[village]': 'zhukou',
        'attribute[consent]': 'yes',
      }).toString(),
    });
    expect(open311.status).toBe(400);
    expect(await open311.json()).toMatchObject([
      { code: 400, description: expect.stringMatching(/^phone: /) },
    ]);
    const plain = await town.http('/plain', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({
        description: '示例：路灯不亮',
        name: '示例居民甲',
        phone,
        consent: 'yes',
      }).toString(),
    });
    expect(plain.status).toBe(422);
    expect(await plain.text()).toContain('示例：路灯不亮');
    await town.cloud.clock.settled();
    expect([await requests(town), town.cloud.sms.sent()]).toEqual([0, []]);
  });

  it.each(refused.filter(([, phone]) => phone.startsWith('+')))(
    'is not answered and opens nothing when it texts: %s',
    async (_, phone) => {
      const town = story();
      for (const words of ['路灯坏了', '收到', '你好']) await town.text(phone, words);
      expect([await requests(town), town.cloud.sms.sent()]).toEqual([0, []]);
    },
  );
});

describe('two machines that answer each other', () => {
  it('are left alone after a few of the same replies, whatever they go on texting', async () => {
    const town = story();
    const head = town.phoneOf('g52-a');
    for (let n = 0; n < 8; n += 1) await town.text(head, '本机主人正在开车，稍后联系您。');
    const sent = town.textsTo(head).length;
    for (let n = 0; n < 12; n += 1) await town.text(head, '本机主人正在开车，稍后联系您。');
    expect(town.textsTo(head)).toHaveLength(sent);
    expect(sent).toBeLessThanOrEqual(6);
    // An hour later somebody may be there again.
    await town.advance('PT1H');
    await town.text(head, '帮助');
    expect(town.lastTextTo(head)).toContain('直接用自己的话回');
  });

  it('are told of to the duty desk once, where the number is asked something', async () => {
    const town = story();
    await town.submit({ phone: NEIGHBOUR });
    const head = town.phoneOf('g52-a');
    for (let n = 0; n < 8; n += 1) await town.text(head, '本机主人正在开车，稍后联系您。');
    const desk = town.textsTo(town.phoneOf('duty-desk-1')).filter((body) => body.includes('自动回复'));
    expect(desk).toHaveLength(1);
    expect(desk[0]).toContain(head.slice(-4));
    // Who answers as a person does is heard all the same.
    await town.reply('g52-a', '1');
    expect(town.lastTextTo(head)).not.toContain('正在开车');
  });

  it('open a handful of requests at most, where what they text reads as one', async () => {
    const town = story();
    for (let n = 0; n < 20; n += 1)
      await town.text(NEIGHBOUR, `您的快递${n}已到菜鸟驿站，路灯旁取件，垃圾请勿乱扔`);
    expect(await requests(town)).toBeLessThanOrEqual(6);
  });
});
