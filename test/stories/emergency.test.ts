import { eachStory } from './each-story.js';
import { RESIDENT, type TownStory } from './town-story.js';

const story = eachStory();
const leak = { category: 'gas-leak', description: '示例：施工挖断燃气管道' } as const;

const warned = (town: TownStory) =>
  ['g52-a', 'gas-company-1', 'duty-leader-1'].map((staff) => town.textsTo(town.phoneOf(staff)).length > 0);

describe('a gas emergency', () => {
  it('tells provider, grid head and duty leader side by side, in the night as well, and ends with the supply restored', async () => {
    const town = story();
    await town.advance('PT15H');
    const receipt = await town.submit(leak);
    expect(warned(town)).toEqual([true, true, true]);

    await town.reply('g52-a', '1 已出发');
    await town.reply('gas-company-1', '1 已出发');
    await town.reply('g52-a', '1 已到现场疏散');
    await town.reply('gas-company-1', '1 已到现场');
    await town.reply('gas-company-1', '1 险情已排除');
    await town.reply('gas-company-1', '1 已恢复供气');
    // Whether the resident is content is asked in the morning.
    await town.advance('PT7H');
    await town.replyAsResident('1');
    expect(await town.view(receipt)).toMatchObject({ path: 'emergency', closedAs: 'satisfied' });
  });

  it('ends with nobody who only set out, is in office no longer, or says that somebody is hurt', async () => {
    const town = story();
    const receipt = await town.submit(leak);
    await town.reply('g52-a', '1 出发了');
    await town.reply('gas-company-1', '1 出发了');
    await town.reply('g52-a', '1 到了');
    await town.reply('gas-company-1', '1 到了');
    const milestones = async () =>
      (await town.timeline(receipt)).filter((type) => ['on-the-way', 'on-site', 'safe'].includes(type));
    expect(new Set(await milestones())).toEqual(new Set(['on-the-way', 'on-site']));
    const gas = town.phoneOf('gas-company-1');
    await town.text(gas, '1 出发了');
    await town.text(gas, '早不当班长了 换成老徐了');
    await town.text(gas, '已排除，一人烧伤，快叫救护车');
    expect(await milestones()).not.toContain('safe');
    expect(town.textsTo(town.phoneOf('g52-a')).join('\n')).toContain('一人烧伤');
    await town.text(gas, '险情已排除，伤员已送医院');
    expect(await milestones()).toContain('safe');
  });

  it('goes to the next contact of the provider when nobody has taken it after five minutes', async () => {
    const town = story();
    await town.submit(leak);
    await town.advance('PT6M');
    expect(town.lastTextTo(town.phoneOf('gas-company-2'))).not.toBe('');
    expect(town.lastTextTo(town.phoneOf('g52-b'))).not.toBe('');
  });

  it('reported twice within minutes is joined by the grid head; the second closes with the first and both residents are told', async () => {
    const town = story();
    const first = await town.submit(leak);
    await town.advance('PT3M');
    const neighbour = '+8619911110002';
    const second = await town.submit({
      ...leak,
      name: '示例居民乙',
      phone: neighbour,
      description: '示例：闻到煤气味',
    });
    await town.reply('g52-a', '7');
    expect(await town.timeline(second)).toContain('joined');
    expect(town.textsTo(neighbour).some((body) => body.includes('合在一起办'))).toBe(true);

    const gas = town.phoneOf('gas-company-1');
    const firstCodes = town
      .textsTo(town.phoneOf('g52-a'))
      .map((body) => body.match(/编码([A-Z0-9]{4})/)?.[1]);
    await town.text(town.phoneOf('g52-a'), `${firstCodes[0]} 1`);
    const gasCode = town.textsTo(gas)[0]?.match(/编码([A-Z0-9]{4})/)?.[1];
    await town.text(gas, `${gasCode} 1`);
    await town.reply('g52-a', '1');
    await town.reply('gas-company-1', '1');
    await town.reply('gas-company-1', '1');
    await town.reply('gas-company-1', '1');
    await town.replyAsResident('1');

    expect(await town.view(first)).toMatchObject({ closedAs: 'satisfied' });
    expect(await town.view(second)).toMatchObject({ status: 'closed', closedAs: 'joined' });
    expect(town.textsTo(RESIDENT.phone).at(-2)).toContain('已办结');
    expect(town.lastTextTo(neighbour)).toContain('一并办结');
  });
});

describe('two reports of one water leak', () => {
  it('are joined when the cadre says so, and the second is closed with the first', async () => {
    const town = story();
    const first = await town.submit({ category: 'water-leak', description: '示例：路口漏水' });
    await town.reply('g52-a', '1');
    const neighbour = '+8619911110002';
    const second = await town.submit({
      name: '示例居民乙',
      phone: neighbour,
      category: 'water-leak',
      description: '示例：门前漏水',
    });
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('同一件');
    await town.reply('g52-a', '7');
    await town.reply('water-company-1', '1 已抢修');
    await town.replyAsResident('1');
    expect(await town.view(first)).toMatchObject({ closedAs: 'satisfied' });
    expect(await town.view(second)).toMatchObject({ closedAs: 'joined' });
    const statuses = (await town.executions()).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(['SUCCEEDED']));
  });

  it('far apart in time are two requests', async () => {
    const town = story();
    await town.submit({ category: 'water-leak', description: '示例：路口漏水' });
    await town.advance('PT25H');
    await town.submit({ category: 'water-leak', description: '示例：又漏水了' });
    expect(town.lastTextTo(town.phoneOf('g52-a'))).not.toContain('同一件');
  });
});
