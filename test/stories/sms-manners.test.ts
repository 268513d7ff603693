import { eachStory } from './each-story.js';
import { RESIDENT, type TownStory } from './town-story.js';

const HEAD = 'g52-a';
const CATEGORIES = ['street-light', 'household-refuse', 'road-damage', 'water-leak'];

const numberOf = ({ id }: { id: string }): string => `${id.slice(0, 4)}-${id.slice(4)}`;

async function say(town: TownStory, phone: string, words: string): Promise<string> {
  await town.text(phone, words);
  return town.lastTextTo(phone);
}

describe('whoever is asked several things', () => {
  const story = eachStory();

  it('is told by one word what is open, by code, number and deadline, what is due first before the rest', async () => {
    const town = story();
    const cadre = town.phoneOf(HEAD);
    const first = await town.submit({ description: '示例：路灯一' });
    await town.advance('PT30M');
    const second = await town.submit({ description: '示例：路灯二' });
    const reply = await say(town, cadre, '待办');
    expect(reply).toContain('2件待答复');
    expect(reply).toMatch(
      new RegExp(`\\w{4} ${numberOf(first)} 8月24日11:00\n\\w{4} ${numberOf(second)} 8月24日11:30$`),
    );
    await town.reply(HEAD, '1');
    expect(await say(town, cadre, 'list')).toContain('2件待答复');
  });

  it('is shown the rest page by page, and nothing that was answered', async () => {
    const town = story();
    const cadre = town.phoneOf(HEAD);
    for (const n of [1, 2, 3, 4]) await town.submit({ description: `示例：路灯${n}` });
    const first = await say(town, cadre, '待办');
    expect(first).toMatch(/4件待答复[^]*待办 2$/);
    const second = await say(town, cadre, '待办 2');
    expect(second.match(/\w{4}-\w{4}/g)).toHaveLength(1);
    const [code = ''] = /\w{4}(?= \w{4}-)/.exec(second) ?? [];
    await town.text(cadre, `${code} 4 供水`);
    expect(await say(town, cadre, '待办')).toContain('3件待答复');
  });

  it('is told so when nothing is open', async () => {
    const town = story();
    expect(await say(town, town.phoneOf(HEAD), '待办')).toContain('没有待答复');
  });
});

describe('a resident who wants no more texts about one request', () => {
  const story = eachStory();

  it('gets none, while those about another one go on and the work on both does', async () => {
    const town = story();
    const quiet = await town.submit();
    const loud = await town.submit({ category: CATEGORIES[1], description: '示例：垃圾没清' });
    expect(await say(town, RESIDENT.phone, `停发 ${numberOf(quiet)}`)).toContain('已停发');
    const before = town.textsTo(RESIDENT.phone).length;
    for (const { id } of [quiet, loud]) {
      const code = await codeOf(town, id);
      await town.text(town.phoneOf(HEAD), `${code} 1`);
      await town.text(town.phoneOf(HEAD), `${await codeOf(town, id)} 1 示例已办`);
    }
    const after = town.textsTo(RESIDENT.phone).slice(before).join();
    expect(after).toContain(numberOf(loud));
    expect(after).not.toContain(numberOf(quiet));
    expect((await town.view(quiet)).status).toBe('awaiting_confirmation');
  });

  it('gets them again by one word, and can still follow and answer on the page meanwhile', async () => {
    const town = story();
    const request = await town.submit();
    await say(town, RESIDENT.phone, '停发');
    await town.reply(HEAD, '1');
    await town.reply(HEAD, '1 示例已修好');
    expect((await town.view(request)).ask?.options.length).toBeGreaterThan(0);
    expect(await say(town, RESIDENT.phone, `恢复 ${numberOf(request)}`)).toContain('已恢复');
    await town.answerOnline(request, 'satisfied');
    expect(town.lastTextTo(RESIDENT.phone)).toContain('已办结');
  });
});

describe('in the quiet hours', () => {
  const ELEVEN_AT_NIGHT = Date.parse('2026-08-24T23:00:00+08:00');
  const story = eachStory({
    at: ELEVEN_AT_NIGHT,
    // Three days in the sample town; the rule is the same for two hours.
    change: (town) => ({ ...town, settings: { ...town.settings, confirmWithin: { hours: 2 } } }),
  });

  it('nobody is texted about what can wait; in the morning everybody is, once', async () => {
    const town = story();
    const request = await town.submit();
    expect(town.cloud.sms.sent()).toEqual([]);
    await town.advance('PT7H50M');
    expect(town.cloud.sms.sent()).toEqual([]);
    await town.advance('PT30M');
    expect(town.textsTo(RESIDENT.phone)).toHaveLength(1);
    expect(town.textsTo(town.phoneOf(HEAD))).toHaveLength(1);
    await town.reply(HEAD, '1');
    expect((await town.view(request)).status).toBe('accepted');
  });

  it('whoever texts a matter is told at once, in one text; whoever works on it hears of it in the morning', async () => {
    const town = story();
    const stranger = '+8619911110009';
    town.typed.add(stranger);
    await town.text(stranger, `朱口村${town.groupOf(52)}组路灯坏了`);
    expect(town.textsTo(stranger)).toEqual([expect.stringContaining('已收到并受理')]);
    expect(town.textsTo(town.phoneOf(HEAD))).toEqual([]);
    await town.advance('PT8H20M');
    expect(town.textsTo(stranger)).toHaveLength(1);
    expect(town.textsTo(town.phoneOf(HEAD))).toHaveLength(1);
  });

  it('an emergency is texted at once, and in the night too it must be answered in minutes', async () => {
    const town = story();
    await town.submit({ category: 'gas-leak', description: '示例：挖断燃气管' });
    expect(town.lastTextTo(RESIDENT.phone)).toContain('紧急');
    expect(town.lastTextTo(town.phoneOf(HEAD))).not.toBe('');
    await town.advance('PT6M');
    expect(town.lastTextTo(town.phoneOf('g52-b'))).not.toBe('');
  });

  it('what nobody has placed reaches the duty desk at once: it may be an emergency', async () => {
    const town = story();
    await town.submit({
      village: undefined,
      group: undefined,
      category: undefined,
      description: '示例：快来人',
    });
    expect(town.lastTextTo(town.phoneOf('duty-desk-1'))).toContain('请派单');
  });

  it('whoever texts the town is answered', async () => {
    const town = story();
    expect(await say(town, town.phoneOf(HEAD), '待办')).toContain('没有待答复');
  });

  it('a resident who is asked in the night has as long to answer as by day', async () => {
    const town = story();
    const request = await town.submit();
    const cadre = town.phoneOf(HEAD);
    await town.text(cadre, '1');
    await town.text(cadre, '1 示例已修好');
    expect((await town.view(request)).status).toBe('awaiting_confirmation');
    expect(town.textsTo(RESIDENT.phone)).toEqual([]);
    await town.advance('PT9H50M');
    expect((await town.view(request)).status).toBe('awaiting_confirmation');
    await town.advance('PT20M');
    expect((await town.view(request)).closedAs).toBe('no_answer');
  });
});

describe('somebody who makes the town send texts without end', () => {
  const few = { resident: 3, staff: 50, town: 100 };
  const story = eachStory({
    change: (town) => ({
      ...town,
      settings: {
        ...town.settings,
        sms: {
          ...town.settings.sms,
          caps: { ...town.settings.sms.caps, everyday: few, emergencies: few },
        },
      },
    }),
  });

  it('is texted no more than the cap that day, and the duty desk is told once; what they filed is handled all the same', async () => {
    const town = story();
    const requests = [];
    for (const n of [1, 2, 3, 4, 5]) requests.push(await town.submit({ description: `示例：${n}` }));
    expect(town.textsTo(RESIDENT.phone)).toHaveLength(3);
    const desk = town.textsTo(town.phoneOf('duty-desk-1'));
    expect(desk.filter((text) => text.includes('已达上限3条'))).toHaveLength(1);
    for (const request of requests) expect((await town.view(request)).status).toBe('assigned');
  });

  it('leaves an emergency its texts', async () => {
    const town = story();
    for (const n of [1, 2, 3, 4]) await town.submit({ description: `示例：${n}` });
    await town.submit({ category: 'gas-leak', description: '示例：挖断燃气管' });
    expect(town.textsTo(RESIDENT.phone)).toHaveLength(4);
    expect(town.lastTextTo(RESIDENT.phone)).toContain('紧急');
  });
});

describe('a cadre who wants one summary a day', () => {
  const story = eachStory({ at: Date.parse('2026-08-24T14:00:00+08:00') });

  it('is asked at once as ever, and told the rest in one text at the hour of the town', async () => {
    const town = story();
    const leader = town.phoneOf('duty-leader-1');
    expect(await say(town, leader, '汇总')).toContain('每日17:00汇总');
    const requests = [
      await town.submit({ description: '示例：一' }),
      await town.submit({ description: '示例：二' }),
    ];
    for (const { id } of requests) {
      await town.text(town.phoneOf(HEAD), `${await codeOf(town, id)} 1`);
      await town.text(town.phoneOf(HEAD), `${await codeOf(town, id)} 1 示例已办`);
    }
    // Both residents' verdicts reach the leader: not satisfied.
    for (const request of requests) await town.answerOnline(request, 'unsatisfied', '示例：还没好');
    expect(town.lastTextTo(leader)).toContain('汇总');
    expect(town.lastTextTo(town.phoneOf(HEAD))).toContain('编码');
    await town.advance('PT3H10M');
    const [summary, ...more] = town.textsTo(leader).slice(1);
    expect(more).toEqual([]);
    for (const request of requests) expect(summary).toContain(`${numberOf(request)}重办`);
    expect(await say(town, leader, '逐条')).toContain('逐条发送');
  });
});

/** The code by which the head of the grid answers for this request now. */
async function codeOf(town: TownStory, id: string): Promise<string> {
  const list = await say(town, town.phoneOf(HEAD), '待办');
  return new RegExp(`(\\w{4}) ${numberOf({ id })}`).exec(list)?.[1] ?? '';
}
