import { showRequestId } from '../../domain/codes/request-id.js';
import type { Town } from '../../domain/town/schema.js';
import { sampleTown } from '../towns/sample-town.js';
import { eachStory } from './each-story.js';
import { RESIDENT, type Receipt, type TownStory } from './town-story.js';

/** Nothing but the request is texted about. */
const quiet = (town: Town): Town => ({ ...town, households: [], supervisors: [] });

const POWER = { category: 'power-failure', description: '示例：家里停电半天了' };
/** Somebody texts in their own words, and what they are answered. */
async function says(town: TownStory, staff: string, words: string): Promise<string> {
  if (words.length > 3) town.typed.add(words);
  await town.text(town.phoneOf(staff), words);
  return town.lastTextTo(town.phoneOf(staff));
}
const lastTo = (town: TownStory, staff: string): string => town.lastTextTo(town.phoneOf(staff));
const allTo = (town: TownStory, staff: string): string => town.textsTo(town.phoneOf(staff)).join('\n');
const residentsTexts = (town: TownStory): string => town.textsTo(RESIDENT.phone).join('\n');

/** The power station is asked to see to it. */
async function withPowerStation(town: TownStory): Promise<Receipt> {
  const receipt = await town.submit(POWER);
  await says(town, 'g52-a', '收到，我去看看');
  expect(lastTo(town, 'power-supply-1')).toContain('请办理');
  return receipt;
}

describe('a department that says it is not theirs', () => {
  const story = eachStory({ change: quiet });

  it('ends nothing: the grid’s head hears why, and finds another, who does it', async () => {
    const town = story();
    const receipt = await withPowerStation(town);
    await says(town, 'power-supply-1', '这不归我们管，找城管');
    expect(await town.view(receipt)).toMatchObject({ status: 'coordinating' });
    expect(lastTo(town, 'g52-a')).toMatch(/退回.*这不归我们管，找城管.*1自办 2不予 4转办/);
    expect(residentsTexts(town)).not.toContain('不能办理');
    await says(town, 'g52-a', '4 城管');
    expect(lastTo(town, 'construction-office-1')).toContain('请办理');
    await says(town, 'construction-office-1', '扶正了，电也通了');
    expect(town.lastTextTo(RESIDENT.phone)).toContain('满意');
    await town.replyAsResident('满意');
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'satisfied', owner: town.nameOf('g52-a') });
  });

  it('is done by the grid itself, where its head says so', async () => {
    const town = story();
    const receipt = await withPowerStation(town);
    await says(town, 'power-supply-1', '2 表后的线不归我们');
    await says(town, 'g52-a', '1');
    await says(town, 'g52-a', '找电工换好了');
    expect(await town.view(receipt)).toMatchObject({ status: 'awaiting_confirmation' });
  });

  it('is told to the resident with the reason and where else to go, where the head says no: they may object, and are heard', async () => {
    const town = story();
    const receipt = await withPowerStation(town);
    await says(town, 'power-supply-1', '2 表后的线不归我们');
    expect(await says(town, 'g52-a', '2')).toContain('原因、可找谁');
    await says(town, 'g52-a', '户内线路不归公家管，可找村里电工老张');
    expect(await town.view(receipt)).toMatchObject({ status: 'closed', closedAs: 'refused' });
    const told = town.lastTextTo(RESIDENT.phone);
    expect(told).toContain('找村里电工老张');
    expect(told).toContain(town.town.settings.alternatives['zh-CN']);
    expect(residentsTexts(town)).not.toContain('满意吗');
    town.typed.add('凭什么不管，杆子是公家的');
    await town.text(RESIDENT.phone, '凭什么不管，杆子是公家的');
    expect(town.lastTextTo(RESIDENT.phone)).toContain('已转告');
    for (const staff of ['g52-a', 'duty-leader-1'])
      expect(lastTo(town, staff)).toMatch(/居民有异议.*杆子是公家的/);
  });

  it('is decided higher up while the head is silent', async () => {
    const town = story();
    await withPowerStation(town);
    await says(town, 'power-supply-1', '2 不归我们');
    await town.advance('P2D');
    expect(lastTo(town, 'g52-b')).toContain('退回');
  });
});

describe('several departments', () => {
  const story = eachStory({ change: quiet });

  it('are called by one text, report in each by itself, and the resident is asked when all have', async () => {
    const town = story();
    const receipt = await town.submit({ category: 'street-light', description: '示例：灯杆倒了，水管也漏' });
    await says(town, 'g52-a', '收到');
    const reply = await says(town, 'g52-a', '吹哨 城管 供电 供水');
    expect(reply).toMatch(/城建办、供水公司、供电所/);
    for (const staff of ['construction-office-1', 'power-supply-1', 'water-company-1'])
      expect(lastTo(town, staff)).toContain('灯杆倒了');
    expect(residentsTexts(town)).toMatch(/需由城建办等办理，改为8月31日17:30前/);
    await says(town, 'power-supply-1', '电断好了');
    expect(lastTo(town, 'g52-a')).toMatch(/还在等(?=.*城建办)(?=.*供水公司)/);
    await says(town, 'water-company-1', '水管修好了');
    expect(await town.view(receipt)).toMatchObject({ status: 'coordinating' });
    await says(town, 'construction-office-1', '办好了，杆子扶正了');
    expect(lastTo(town, 'g52-a')).not.toContain('还在等');
    await town.replyAsResident('1');
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'satisfied', owner: town.nameOf('g52-a') });
  });

  it('are called besides the one that is at work, whose ask stays as it is', async () => {
    const town = story();
    const receipt = await withPowerStation(town);
    const code = town.codeFor(town.phoneOf('power-supply-1'));
    const before = town.textsTo(town.phoneOf('power-supply-1')).length;
    await says(town, 'g52-a', `吹哨 ${showRequestId(receipt.id)} 城管,供水`);
    expect(lastTo(town, 'construction-office-1')).toContain('请办理');
    expect(lastTo(town, 'water-company-1')).toContain('请办理');
    expect(town.textsTo(town.phoneOf('power-supply-1'))).toHaveLength(before);
    await says(town, 'power-supply-1', `${code} 1 电通了`);
    await says(town, 'construction-office-1', '办好了，杆子扶正了');
    await says(town, 'water-company-1', '这边没有我们的管子，不归我们');
    expect(await town.view(receipt)).toMatchObject({ status: 'coordinating' });
    await says(town, 'g52-a', '2 没有水管，不用供水来');
    expect(await town.view(receipt)).toMatchObject({ status: 'awaiting_confirmation' });
  });

  it('climb each by itself, and a text delivered twice calls nobody twice', async () => {
    const town = story();
    const receipt = await withPowerStation(town);
    const words = '吹哨 城管 供水';
    await town.text(town.phoneOf('g52-a'), words, 'twice');
    await town.text(town.phoneOf('g52-a'), words, 'twice');
    const calls = (await town.timeline(receipt)).filter((type) => type === 'called-in');
    expect(calls).toHaveLength(1);
    await says(town, 'construction-office-1', '办好了，杆子扶正了');
    await town.advance('P8D');
    expect(allTo(town, 'water-company-2')).toContain(showRequestId(receipt.id));
    expect(allTo(town, 'power-supply-2')).toContain(showRequestId(receipt.id));
    expect(allTo(town, 'construction-office-2')).not.toContain(showRequestId(receipt.id));
  });

  it.each([
    ['with a name that none has', '吹哨 水务 供电', /没找到“水务”.*供水公司/],
    ['by nobody in particular', '吹哨', /编号 单位/],
  ])('are asked back: %s', async (_how, words, answer) => {
    const town = story();
    const receipt = await withPowerStation(town);
    expect(await says(town, 'g52-a', words)).toMatch(answer);
    expect(await town.timeline(receipt)).not.toContain('called-in');
  });

  it('are told by telephone of an emergency, which has a ladder of its own', async () => {
    const town = story();
    const receipt = await town.submit({ category: 'gas-leak', description: '示例：挖断燃气管' });
    const reply = await says(town, 'g52-a', `吹哨 ${showRequestId(receipt.id)} 供电`);
    expect(reply).toContain(town.textedPhoneOf('power-supply-1'));
  });
});

describe('in English', () => {
  const story = eachStory({ at: Date.parse('2026-08-24T09:00:00+01:00') });

  it('offices are called by code, one says that it is not theirs, and the owner decides', async () => {
    const town = await story().beside(sampleTown('elmford'));
    const receipt = await town.submit({
      phone: '+353199111100',
      village: 'town-centre',
      group: 1,
      category: 'litter',
      description: 'sample: rubbish has blocked the drain',
      language: 'en',
    });
    await says(town, 'e01-a', 'on my way');
    const code = town.codeFor(town.phoneOf('e01-a'));
    expect(await says(town, 'e01-a', `call ${code} water and builders`)).toContain('called side by side');
    await says(town, 'water-works-1', 'not ours, ask the builders');
    expect(allTo(town, 'e01-a')).toMatch(/sent back.*1 take, 2 refuse, 4 pass on/);
    await says(town, 'e01-a', '2 no pipe of theirs there, the builders do it');
    await says(town, 'council-builders-1', 'done, drain is clear');
    expect(await town.view(receipt)).toMatchObject({ status: 'awaiting_confirmation' });
  });

  it('a refusal by its owner closes the request, and an objection reaches them', async () => {
    const town = await story().beside(sampleTown('elmford'));
    const phone = '+353199111100';
    const receipt = await town.submit({
      phone,
      village: 'town-centre',
      group: 1,
      category: 'road-damage',
      description: 'sample: the kerb is worn',
      language: 'en',
    });
    await says(town, 'e01-a', 'ok');
    await says(town, 'roads-office-1', 'this is a private road, not ours');
    await says(town, 'e01-a', '2 private road, ask the estate office');
    expect(town.lastTextTo(phone)).toMatch(/refused.*estate office.*To object, reply/);
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'refused' });
    await town.text(phone, 'I disagree, the council built it');
    expect(town.lastTextTo(phone)).toContain('objection');
    expect(lastTo(town, 'e01-a')).toContain('I disagree');
  });
});

describe('in the console', () => {
  const story = eachStory({ change: quiet, console: true });

  it('the desk calls departments by their names, and sees who has reported', async () => {
    const town = story();
    const receipt = await withPowerStation(town);
    const path = `/admin/requests/${receipt.id}`;
    const call = (departments: string, role: 'duty-desk' | 'leader' = 'duty-desk') =>
      town.admin(role, `${path}/departments`, 'POST', { departments });
    expect((await call('城管', 'leader')).status).toBe(403);
    expect((await call('水务')).status).toBe(422);
    expect(await (await call('城管、供水')).json()).toEqual({
      departments: ['construction-office', 'water-company'],
    });
    await town.advance('PT1M');
    expect((await call('供水公司')).status).toBe(409);
    await says(town, 'water-company-1', '水管修好了');
    const shown = (await (await town.admin('duty-desk', path)).json()) as {
      coordination: { stages: { steps: { name: string; done: boolean }[] }[] };
    };
    expect(shown.coordination.stages[0]?.steps.map(({ name, done }) => [name, done])).toEqual([
      ['供电所', false],
      ['城建办', false],
      ['供水公司', true],
    ]);
  });
});
