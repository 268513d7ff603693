import { showRequestId } from '../../domain/codes/request-id.js';
import type { ConsoleRequest } from '../../contracts/console/requests.js';
import type { TasksAnswer } from '../../contracts/console/work.js';
import { eachStory } from './each-story.js';
import { type Receipt, type TownStory } from './town-story.js';
import { sampleTown } from '../towns/sample-town.js';

/** Of a week of holidays: the next working day is the 8th. */
const NATIONAL_DAY_2_30 = Date.parse('2026-10-01T02:30:00+08:00');
const HOUR = 3_600_000;
const leak = { category: 'gas-leak', description: '示例：厨房煤气漏了，老人在里面' } as const;

const shown = async (town: TownStory, { id }: Receipt, lang = 'zh-CN'): Promise<ConsoleRequest> => {
  const response = await town.admin('duty-desk', `/admin/requests/${id}?lang=${lang}`);
  expect(response.status).toBe(200);
  return (await response.json()) as ConsoleRequest;
};

const noteCall = async (town: TownStory, { id }: Receipt, body: object): Promise<number> =>
  (await town.admin('duty-desk', `/admin/requests/${id}/calls`, 'POST', body)).status;

const told = (town: TownStory, staff: string, words: string): string[] =>
  town.textsTo(town.phoneOf(staff)).filter((body) => body.includes(words));

const says = (town: TownStory, staff: string, words: string): Promise<void> =>
  town.text(town.phoneOf(staff), words);

const reviewsOf = async (town: TownStory, { id }: Receipt): Promise<TasksAnswer['items']> => {
  const lists = await Promise.all(
    ['open', 'closed'].map(async (state) => {
      const response = await town.admin('leader', `/admin/tasks?kind=review&state=${state}`);
      return ((await response.json()) as TasksAnswer).items;
    }),
  );
  return lists.flat().filter(({ request }) => request === id);
};

describe('an emergency to which nobody of the whole ladder comes, at half past two on National Day', () => {
  const story = eachStory({ console: true, at: NATIONAL_DAY_2_30 });

  it('is called up once to the desk and every leader, with numbers to dial, and shown with them in the console', async () => {
    const town = story();
    const receipt = await town.submit(leak);
    await town.advance('PT39M');
    expect((await shown(town, receipt)).callList).not.toHaveProperty('calledUpAt');
    expect(told(town, 'duty-desk-1', '无人应答')).toEqual([]);
    await town.advance('PT10H');
    for (const staff of ['duty-desk-1', 'duty-desk-3', 'duty-leader-2', 'town-leader-2'])
      expect(told(town, staff, '逐级无人应答')).toEqual([
        expect.stringMatching(/燃气公司抢修0543-5550119.*119.*[^+\d]19911110001.*老人在里面/),
      ]);
    const { callList, unanswered } = await shown(town, receipt);
    expect(unanswered).toBe(true);
    expect(callList).toMatchObject({
      mayNote: true,
      calledUpAt: '2026-09-30T19:10:00.000Z',
      say: { place: '朱口村5组', words: leak.description, phone: '+8619911110001' },
    });
    expect(callList?.contacts.map(({ phone }) => phone)).toEqual(
      expect.arrayContaining(['0543-5550119', '119', '120']),
    );
    // For the power cut there are other numbers.
    expect(callList?.contacts.map(({ id }) => id)).not.toContain('power-supply-night');
    const inspector = await town.admin('inspector', `/admin/requests/${receipt.id}`);
    const { callList: seen } = (await inspector.json()) as ConsoleRequest;
    expect(seen).toMatchObject({ mayNote: false });
    expect(seen?.say).toEqual({ place: '朱口村5组', danger: '燃气泄漏' });
  });

  it('is answered in the console by how far somebody is, and never as done', async () => {
    const town = story();
    const receipt = await town.submit(leak);
    await says(town, 'gas-company-1', '1 已出发');
    const asks = async (lang: string) => (await shown(town, receipt, lang)).asks;
    const { answer } = (await asks('zh-CN')).find(({ state }) => state === 'answered') ?? {};
    expect(answer).toMatchObject({ option: 'done', label: '已出发' });
    const offered = (await asks('en')).flatMap(({ kind, options }) =>
      kind === 'report' ? options.filter(({ option }) => option === 'done') : [],
    );
    expect(new Set(offered.map(({ label }) => label))).toEqual(new Set(['On the way']));
  });

  it('texts the last rung twice more, then reminds it every half hour, and texts nobody else', async () => {
    const town = story();
    await town.submit(leak);
    const sent = (): number => town.cloud.sms.sent().length;
    const toLast = (): number[] =>
      town.cloud.sms
        .sent()
        .filter(({ to, body }) => to === town.phoneOf('town-leader-2') && body.includes('前回'))
        .map(({ at }) => (at - NATIONAL_DAY_2_30) / 60_000);
    await town.advance('PT1H');
    const before = sent();
    await town.advance('PT3H30M');
    // By seven in the morning, of two ladders that both end with them: one reminder every half hour.
    expect(toLast()).toEqual([35, 40, 45, 50, 55, 60, 75, 105, 135, 165, 195, 225, 255]);
    expect(sent() - before).toBe(7);
  });

  it('ends with the gas company that the desk telephoned, and names on the next working day who did not answer', async () => {
    const town = story();
    const receipt = await town.submit(leak);
    await town.advance('PT45M');
    expect(await noteCall(town, receipt, { contact: 'next-town', outcome: 'no-answer' })).toBe(200);
    expect((await shown(town, receipt)).unanswered).toBe(true);
    const comes = { contact: 'gas-company-night', outcome: 'on-the-way', note: '二十分钟到' };
    expect(await noteCall(town, receipt, comes)).toBe(200);
    expect((await shown(town, receipt)).unanswered).toBeUndefined();
    expect(told(town, 'town-leader-2', '燃气公司抢修，已出发')).toHaveLength(1);

    const reminded = town.textsTo(town.phoneOf('town-leader-2')).length;
    await town.advance('PT20M');
    await noteCall(town, receipt, { contact: 'gas-company-night', outcome: 'on-site' });
    await town.advance('PT10M');
    await noteCall(town, receipt, { contact: 'gas-company-night', outcome: 'safe', note: '阀门已关' });
    await says(town, 'duty-desk-1', '已恢复供气');
    // But for hearing how far the company is, nobody is texted any more.
    expect(told(town, 'town-leader-2', '前回').length).toBeLessThanOrEqual(reminded);
    expect(await town.timeline(receipt)).toEqual(
      expect.arrayContaining([
        'call-list',
        'call-unanswered',
        'called',
        'on-site',
        'safe',
        'restored',
        'done',
      ]),
    );

    await town.advance('P7DT5H30M');
    const [asked, ...more] = told(town, 'duty-leader-1', '复盘');
    expect(more).toEqual([]);
    expect(asked).toMatch(/燃气泄漏：响应45分，到场65分，排险75分，未应答\d+人/);
    expect(await reviewsOf(town, receipt)).toHaveLength(1);

    const { review } = await shown(town, receipt);
    expect(review?.silent).toContain(town.nameOf('g52-a'));
    expect(review?.silent).toContain(town.nameOf('gas-company-3'));
    expect(review?.silent).not.toContain(town.nameOf('duty-desk-1'));
    expect(review?.asked.find(({ staff }) => staff === 'g52-b')).toMatchObject({
      outcome: 'silent',
      minutes: 5,
    });
    expect(review?.milestones).toEqual([
      expect.objectContaining({ milestone: 'taken', minutes: 45, limit: 5, isLate: true }),
      expect.objectContaining({ milestone: 'on-the-way', minutes: 45, isLate: false }),
      expect.objectContaining({ milestone: 'on-site', minutes: 65, limit: 30, isLate: true }),
      expect.objectContaining({ milestone: 'safe', minutes: 75, limit: 240, isLate: false }),
      expect.objectContaining({ milestone: 'restored', minutes: 75, isLate: false }),
    ]);
    expect(review?.calls.map(({ contact, isAnswered }) => [contact, isAnswered])).toContainEqual([
      '邻镇值班室',
      false,
    ]);
    expect(review?.ended).toMatchObject({ how: 'safe', byName: '燃气公司抢修' });

    await town.reply('duty-leader-1', '1 值班电话改为两人轮流接，没人接就直接打燃气公司');
    expect(await reviewsOf(town, receipt)).toEqual([expect.objectContaining({ result: 'reviewed' })]);
    await town.advance('P1D');
    expect(told(town, 'duty-leader-1', '【复盘】')).toHaveLength(1);
  });

  it('is reviewed though it was never answered, and a finding is put right by whom the leader names', async () => {
    const town = story();
    const receipt = await town.submit(leak);
    await town.advance('P7DT6H30M');
    expect(told(town, 'duty-leader-1', '复盘')).toEqual([expect.stringContaining('无人响应')]);
    await town.text(
      town.phoneOf('duty-leader-1'),
      `${town.codeFor(town.phoneOf('duty-leader-1'))} 2 燃气公司 抢修电话夜里没人接`,
    );
    expect(told(town, 'gas-company-1', '整改')).toEqual([expect.stringContaining('抢修电话夜里没人接')]);
    await town.reply('gas-company-1', '1 已安排夜班专人');
    await town.reply('duty-leader-1', '1');
    expect(await reviewsOf(town, receipt)).toEqual([expect.objectContaining({ result: 'rectified' })]);
  });

  it('is one review for every report of the event', async () => {
    const town = story();
    const first = await town.submit(leak);
    const second = await town.submit({
      ...leak,
      name: '示例居民乙',
      phone: '+8619911110002',
      description: '示例：闻到煤气味',
    });
    await town.reply('g52-a', '7');
    await town.advance('P7DT6H30M');
    expect(told(town, 'duty-leader-1', '复盘')).toEqual([expect.stringContaining(showRequestId(first.id))]);
    expect((await shown(town, first)).review?.joined).toEqual([second.id]);
    expect(await shown(town, second)).not.toHaveProperty('review');
  });
});

describe('an emergency in a town that speaks English', () => {
  const story = eachStory({ console: true, at: NATIONAL_DAY_2_30 - 8 * HOUR });
  const smoke = {
    name: 'Sample Resident',
    phone: '+353209120001',
    village: 'town-centre',
    group: 1,
    category: 'gas-leak',
    description: 'Sample: strong smell of gas on the stairs',
    language: 'en',
  } as const;

  it('that was a false alarm is reviewed too', async () => {
    const town = await story().beside(sampleTown('elmford'));
    const receipt = await town.submit(smoke);
    await town.advance('PT6M');
    await town.text(town.phoneOf('duty-officer-1'), `stand down ${receipt.id} burnt toast, I was there`);
    await town.advance('P1D');
    expect(told(town, 'duty-officer-1', 'REVIEW')).toEqual([expect.stringMatching(/Gas leak: stood down/)]);
    const { review } = await shown(town, receipt, 'en');
    expect(review?.ended).toMatchObject({ how: 'stood-down', note: 'burnt toast, I was there' });
    await town.reply('duty-officer-1', '1 nothing to change');
    expect(await reviewsOf(town, receipt)).toEqual([expect.objectContaining({ result: 'reviewed' })]);
  });

  it('that nobody comes to is called up in English, and settled by how far those are who were telephoned', async () => {
    const town = await story().beside(sampleTown('elmford'));
    const receipt = await town.submit(smoke);
    await town.advance('PT4H');
    expect(told(town, 'duty-officer-1', 'Phone now')).toEqual([
      expect.stringMatching(/Emergency services 112.*Gas night desk 020 919 0155.*smell of gas/),
    ]);
    await noteCall(town, receipt, { contact: 'gas-night', outcome: 'on-the-way' });
    expect(told(town, 'town-manager-1', 'Gas night desk was reached by telephone: on the way')).toHaveLength(
      1,
    );
    await noteCall(town, receipt, { contact: 'gas-night', outcome: 'safe' });
    expect(await town.timeline(receipt)).toEqual(expect.arrayContaining(['on-the-way', 'safe', 'done']));
    expect(await noteCall(town, receipt, { contact: 'gas-night', outcome: 'restored' })).toBe(409);
    expect(await noteCall(town, receipt, { contact: 'nobody', outcome: 'no-answer' })).toBe(404);
  });
});
