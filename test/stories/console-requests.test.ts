import type { Role } from '../../domain/access/permissions.js';
import type { BoardAnswer } from '../../contracts/console/board.js';
import type { ConsoleRequest } from '../../contracts/console/requests.js';
import { eachStory } from './each-story.js';
import { RESIDENT, type TownStory } from './town-story.js';
import { sampleTown } from '../towns/sample-town.js';

const story = eachStory({ console: true });

async function board(town: TownStory, query: string, role: Role = 'leader'): Promise<BoardAnswer> {
  const answer = await town.admin(role, `/admin/requests?${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as BoardAnswer;
}

const idsOn = async (town: TownStory, query: string): Promise<string[]> =>
  (await board(town, query)).items.map(({ id }) => id);

async function detail(town: TownStory, id: string, role: Role = 'leader'): Promise<ConsoleRequest> {
  const answer = await town.admin(role, `/admin/requests/${id}?lang=zh-CN`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as ConsoleRequest;
}

const LEAK = { category: 'water-leak', description: '示例：路口漏水', phone: '+8619911110002' };

/** Of a leak and a street light in grid 52, on the day they came in. */
const FILTERED = [
  ['grid=52', 2],
  ['grid=51', 0],
  ['village=zhukou&path=coordinated', 1],
  ['category=street-light&status=assigned', 1],
  ['department=water-company', 1],
  ['department=gas-company', 0],
  ['due=overdue', 0],
  ['due=today', 1],
  ['due=today&order=newest', 1],
  ['due=soon', 1],
  ['state=closed', 0],
] as const;

describe('the board', () => {
  it('has what is open by what is due first, or the newest first, and says whose turn it is', async () => {
    const town = story();
    const leak = await town.submit(LEAK);
    await town.advance('PT1M');
    const lamp = await town.submit();
    expect(await idsOn(town, 'state=open')).toEqual([lamp.id, leak.id]);
    expect(await idsOn(town, 'order=newest')).toEqual([lamp.id, leak.id]);
    await town.advance('PT1M');
    const gas = await town.submit({
      category: 'gas-leak',
      description: '示例：闻到煤气味',
      phone: '+8619911110003',
    });
    expect(await idsOn(town, 'order=due')).toEqual([gas.id, lamp.id, leak.id]);
    expect(await idsOn(town, 'order=newest')).toEqual([gas.id, lamp.id, leak.id]);
    const [, row] = (await board(town, 'order=newest')).items;
    expect(row).toMatchObject({
      grid: 52,
      owner: 'g52-a',
      ownerName: town.nameOf('g52-a'),
      waitsFor: 'acceptance',
    });
  });

  it('shows what a filter lets through', async () => {
    const town = story();
    await town.submit(LEAK);
    await town.submit();
    for (const [query, count] of FILTERED)
      expect([query, (await idsOn(town, query)).length]).toEqual([query, count]);
  });

  it('comes in pages that show each request once', async () => {
    const town = story();
    const ids = [];
    for (const phone of ['+8619911110011', '+8619911110012', '+8619911110013'])
      ids.push((await town.submit({ phone })).id);
    const seen: string[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const page: BoardAnswer = await board(town, `limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      ({ cursor } = page);
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });

  it('shows what is late as overdue until somebody has done it, and what is closed by the day it was closed', async () => {
    const town = story();
    const lamp = await town.submit();
    await town.reply('g52-a', '1');
    await town.advance('P1D');
    expect(await idsOn(town, 'due=overdue')).toEqual([lamp.id]);
    // Silence has climbed to the B post.
    await town.reply('g52-b', '1 已修好');
    expect(await idsOn(town, 'due=overdue')).toEqual([]);
    await town.replyAsResident('1');
    expect(await idsOn(town, 'state=open')).toEqual([]);
    expect(await idsOn(town, 'state=closed&from=2026-08-25&to=2026-08-25')).toEqual([lamp.id]);
    expect(await idsOn(town, 'state=closed&to=2026-08-24')).toEqual([]);
  });

  it("holds nothing of another town's", async () => {
    const town = story();
    const elmford = await town.beside(sampleTown('elmford'));
    const { id } = await town.submit();
    expect(await idsOn(elmford, 'state=open')).toEqual([]);
    for (const path of [`/admin/requests/${id}`, `/admin/requests/${id}/person`])
      expect((await elmford.admin('administrator', path)).status).toBe(404);
  });
});

describe('one request', () => {
  it('is shown whole: what happened in words, who is asked what, and its executions', async () => {
    const town = story();
    const { id } = await town.submit(LEAK);
    await town.reply('g52-a', '1');
    const seen = await detail(town, id);
    expect(seen.timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['received', 'placed', 'asked']),
    );
    expect(seen.asks).toMatchObject([
      { n: 1, kind: 'acceptance', to: 'g52-a', state: 'answered', answer: { option: 'accept', by: 'g52-a' } },
      { n: 2, kind: 'report', step: '供水公司', to: 'water-company-1', state: 'open', mayAnswer: false },
    ]);
    expect(seen.coordination).toMatchObject({ round: 1, stages: [{ state: 'open' }] });
    expect(seen.executions).toEqual([
      { machine: 'resident-request', name: id, status: 'RUNNING' },
      { machine: 'coordination', name: `${id}-1`, status: 'RUNNING' },
    ]);
  });

  it('shows what people said to those who may see it, and to nobody else', async () => {
    const town = story();
    const { id } = await town.submit();
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 张家门口的灯已换');
    expect(JSON.stringify(await detail(town, id, 'leader'))).toContain('张家门口');
    expect(JSON.stringify(await detail(town, id, 'inspector'))).not.toContain('张家门口');
  });

  it('shows who it is about to those who may know, by name and phone', async () => {
    const town = story();
    const { id } = await town.submit();
    const path = `/admin/requests/${id}/person`;
    const shown = await town.admin('duty-desk', path);
    expect(await shown.json()).toMatchObject({ ...RESIDENT, description: '示例：门口路灯不亮' });
    expect((await town.admin('inspector', path)).status).toBe(403);
  });
});

describe('the duty desk', () => {
  it('places a request from the console as it does by text', async () => {
    const town = story();
    const { id } = await town.submit({ village: undefined, group: undefined });
    const [ask] = (await detail(town, id, 'duty-desk')).asks;
    expect(ask).toMatchObject({ kind: 'placement', state: 'open', mayAnswer: true, aid: false });
    const place = ask?.options.find(({ option }) => option === 'place');
    expect(place).toMatchObject({ note: 'required', says: '网格号或部门' });
    const body = { ask: ask?.id, option: 'place', note: '52' };
    expect((await town.admin('duty-desk', `/admin/requests/${id}/answers`, 'POST', body)).status).toBe(202);
    expect(await detail(town, id)).toMatchObject({ grid: 52, owner: 'g52-a' });
    // The same answer sent again by a slow network is the same answer.
    expect((await town.admin('duty-desk', `/admin/requests/${id}/answers`, 'POST', body)).status).toBe(202);
  });

  it('answers for itself only, and a leader answers nothing there', async () => {
    const town = story();
    const { id } = await town.submit();
    const path = `/admin/requests/${id}/answers`;
    const body = { ask: `${id}-1`, option: 'accept' };
    expect((await town.admin('duty-desk', path, 'POST', body)).status).toBe(403);
    expect((await town.admin('leader', path, 'POST', body)).status).toBe(403);
    expect((await detail(town, id)).asks[0]).toMatchObject({ state: 'open' });
  });
});

describe('an export', () => {
  const csv = async (town: TownStory, role: Role): Promise<string> => {
    const answer = await town.admin(role, '/admin/requests/export?state=open&lang=zh-CN');
    expect(answer.headers.get('content-type')).toContain('text/csv');
    return answer.text();
  };

  it('is masked, unless the role allows more', async () => {
    const town = story();
    await town.submit({ description: '=HYPERLINK("http://example.invalid","看")' });
    const masked = await csv(town, 'leader');
    expect(masked).toContain('示*');
    expect(masked).not.toContain(RESIDENT.phone);
    expect(masked).not.toContain('HYPERLINK');
    const whole = await csv(town, 'administrator');
    expect(whole).toContain(`'${RESIDENT.phone}`);
    expect(whole).toContain(`"'=HYPERLINK(""http`);
    expect((await town.admin('duty-desk', '/admin/requests/export')).status).toBe(403);
  });
});
