import { DescribedApi } from './described-api.js';
import { eachStory } from './each-story.js';
import { SignedIn } from './staff-door.js';
import { RESIDENT, type Receipt, type TownStory } from './town-story.js';
import { showRequestId } from '../../domain/codes/request-id.js';

const COMPLAINT = '我要举报我们网格员老王收钱不办事';
const PHONE = RESIDENT.phone;

/** Everybody of the staff but these. */
const everybodyBut = (town: TownStory, ...staff: string[]): string[] =>
  town.town.staff.filter(({ id }) => !staff.includes(id)).map(({ phone }) => phone);

const INSPECTORS = ['inspection-team-1', 'inspection-team-2', 'inspection-team-3'];

/** What anybody but the inspection team was texted that holds one of these words. */
const leaked = (town: TownStory, ...words: string[]): string[] =>
  everybodyBut(town, ...INSPECTORS)
    .flatMap((phone) => town.textsTo(phone))
    .filter((text) => words.some((word) => text.includes(word)));

const PRIVATE = ['收钱不办事', '骂人', PHONE, PHONE.replace('+86', ''), RESIDENT.name];

/** Everything that the console shows to somebody of this role, as text. */
async function consoleOf(
  town: TownStory,
  role: 'administrator' | 'leader' | 'duty-desk' | 'inspector',
  id?: string,
): Promise<string> {
  const paths = [
    '/admin/requests',
    '/admin/requests?order=newest',
    '/admin/requests?state=closed',
    '/admin/requests/export',
    '/admin/requests/standing',
    '/admin/texts',
    '/admin/tasks',
    '/admin/executions',
    ...(id === undefined
      ? []
      : [
          `/admin/requests/${id}`,
          `/admin/requests/${id}/person`,
          `/admin/requests/${id}/texts`,
          `/admin/requests/${id}/bill`,
        ]),
  ];
  const shown = await Promise.all(paths.map(async (path) => (await town.admin(role, path)).text()));
  return shown.join('\n');
}

/** The request that was texted last, by its number in the text to its sender. */
function numberIn(text: string): string {
  const number = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0];
  if (number === undefined) throw new Error(`no number stands in ${text}`);
  return number.replace('-', '');
}

describe('a complaint about a member of staff', () => {
  const story = eachStory({ console: true });

  it('that is texted goes to the inspection team, and to nobody else of the staff, whoever is silent', async () => {
    const town = story();
    await town.text(PHONE, `${COMPLAINT}，大王庄村1组`);
    town.typed.add(COMPLAINT);
    const receipt = town.lastTextTo(PHONE);
    expect(receipt).toContain('保密');
    expect(receipt).toContain(town.textedPhoneOf('inspection-team-1'));
    expect(town.lastTextTo(town.phoneOf('inspection-team-1'))).toContain('收钱不办事');
    await town.advance('P20D');
    expect(town.textsTo(town.phoneOf('inspection-team-2')).join()).toContain('收钱不办事');
    expect(leaked(town, ...PRIVATE)).toEqual([]);
    expect(leaked(town, showRequestId(numberIn(receipt)), numberIn(receipt))).toEqual([]);
  });

  it('is shown in the console to inspectors only, with its words and its person', async () => {
    const town = story();
    const receipt = await town.submit({ description: COMPLAINT, category: 'other' });
    for (const role of ['administrator', 'leader', 'duty-desk'] as const) {
      const shown = await consoleOf(town, role, receipt.id);
      for (const word of PRIVATE) expect(shown).not.toContain(word);
      expect((await town.admin(role, `/admin/requests/${receipt.id}`)).status).toBe(404);
      expect((await town.admin(role, '/admin/requests?complaints=yes')).status).toBe(403);
    }
    const board = await (await town.admin('inspector', '/admin/requests?complaints=yes')).text();
    expect(board).toContain(receipt.id);
    const person = await town.admin('inspector', `/admin/requests/${receipt.id}/person`);
    expect(await person.json()).toMatchObject({ description: COMPLAINT, phone: PHONE });
  });

  it('is found by nobody near it, listed nowhere, and counted in no grid', async () => {
    const town = story();
    const receipt = await town.submit({
      description: '示例：路灯的事',
      confidential: true,
      category: 'street-light',
    });
    const similar = `/requests/similar?category=street-light&village=zhukou&group=${town.groupOf(52)}`;
    const shown = [
      await town.http(similar),
      await town.http('/open311/v2/requests.json'),
      await town.http(`/open311/v2/requests/${receipt.id}.json`),
      await town.http('/statistics?from=2026-08-01&to=2026-08-31'),
    ];
    const text = (await Promise.all(shown.map((response) => response.text()))).join('\n');
    expect(text).not.toContain(receipt.id);
    const second = await town.submit({ phone: '+8619911110002', sameAs: receipt.id });
    expect(town.asksTo('g52-a', second).join()).not.toContain(showRequestId(receipt.id));
    await town.advance('P1D');
    expect(leaked(town, showRequestId(receipt.id), '路灯的事')).toEqual([]);
  });

  it('that is marked on the form is confidential whatever its words say', async () => {
    const town = story();
    const receipt = await town.submit({ description: '示例：上次来的人把门弄坏了', confidential: true });
    expect(town.asksTo('inspection-team-1', receipt)).toHaveLength(1);
    expect(leaked(town, '把门弄坏了', PHONE)).toEqual([]);
    expect((await town.view(receipt)).owner).toBe(town.nameOf('inspection-team-1'));
  });

  it('who is dangerous is an emergency, of which the team of that grid is told nothing', async () => {
    const town = story();
    const words = '网格长喝醉了拿刀追我爹，快来人，大王庄村1组';
    await town.text(PHONE, words);
    const grid = town.town.villages.find(({ id }) => id === 'dawangzhuang')?.groups[0]?.grid;
    const posts = town.town.grids.find(({ number }) => number === grid)?.posts;
    await town.advance('PT40M');
    expect(town.textsTo(town.phoneOf('duty-desk-1')).join()).toContain('拿刀');
    for (const post of [posts?.a, posts?.b, posts?.c])
      expect(town.textsTo(town.phoneOf(post ?? '')).join()).not.toContain('拿刀');
  });

  it('that names one of the inspection team passes them over', async () => {
    const town = story();
    const named = town.nameOf('inspection-team-1');
    await town.text(PHONE, `举报督查组的${named}，吃拿卡要，骂人`);
    expect(town.textsTo(town.phoneOf('inspection-team-1')).join()).not.toContain('骂人');
    expect(town.lastTextTo(town.phoneOf('inspection-team-2'))).toContain('骂人');
    await town.advance('P10D');
    expect(town.textsTo(town.phoneOf('inspection-team-1')).join()).not.toContain('骂人');
  });

  it('is settled by the inspection team, and its resident asked', async () => {
    const town = story();
    const receipt = await town.submit({ description: COMPLAINT, category: 'petition' });
    await town.reply('inspection-team-1', '1');
    await town.reply('inspection-team-1', '1 已核实，退还并通报批评');
    expect(town.lastTextTo(PHONE)).toContain('满意');
    await town.replyAsResident('2 还是没退钱');
    expect(leaked(town, '没退钱', '通报批评', ...PRIVATE)).toEqual([]);
    await town.reply('inspection-team-1', '1');
    await town.reply('inspection-team-1', '1 已退还');
    await town.replyAsResident('1');
    expect(await town.view(receipt)).toMatchObject({ status: 'closed', closedAs: 'satisfied' });
    await town.advance('P31D');
    expect(leaked(town, '没退钱', '通报批评', ...PRIVATE, showRequestId(receipt.id))).toEqual([]);
  });

  it('in an answer to another question reaches nobody who works on that', async () => {
    const town = story();
    await town.submit({ description: '示例：门口路灯不亮' });
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 换了灯泡');
    const before = leaked(town, '骂人').length;
    await town.text(PHONE, `${town.codeFor(PHONE)} 2 网格员上门骂人，把俺娘气哭了`);
    expect(leaked(town, '骂人', '气哭')).toHaveLength(before);
    expect(town.lastTextTo(town.phoneOf('inspection-team-1'))).toContain('气哭');
  });

  it('beside an answer on the page is a matter of its own, and the answer counts', async () => {
    const town = story();
    const receipt = await town.submit({ description: '示例：门口路灯不亮' });
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 换了灯泡');
    await town.answerOnline(receipt, 'unsatisfied', '网格员收了我一百块钱才肯来');
    expect(await town.timeline(receipt)).toContain('unsatisfied');
    expect(leaked(town, '一百块钱')).toEqual([]);
    expect(JSON.stringify(await town.view(receipt))).not.toContain('一百块钱');
    expect(town.lastTextTo(town.phoneOf('inspection-team-1'))).toContain('一百块钱');
  });

  it.each([
    ['g52-a', '老王收了人家红包才给办'],
    ['g52-b', '老王收了人家红包才给办，大家都知道'],
  ])('by %s, who is asked about a lamp, stands nowhere, and is asked back: "%s"', async (staff, words) => {
    const town = story();
    const receipt = await town.submit({ category: 'street-light', description: '示例：门口路灯不亮' });
    if (staff === 'g52-b') await town.reply('g52-a', '2 在外地');
    town.typed.add(words);
    await town.text(town.phoneOf(staff), words);
    expect(town.lastTextTo(town.phoneOf(staff))).toContain('还没当作答复');
    await town.advance('P1D');
    expect(leaked(town, '红包')).toEqual([]);
    for (const role of ['administrator', 'leader', 'duty-desk'] as const) {
      const path = `/admin/requests/${receipt.id}`;
      const shown = await Promise.all(
        [path, `${path}/person`].map(async (one) => (await town.admin(role, one)).text()),
      );
      expect(shown.join('\n')).not.toContain('红包');
    }
    for (const accused of ['g52-a', 'g52-b', 'g52-c']) {
      const own = await (await SignedIn.as(town, accused)).call('/staff/work');
      expect(await own.text()).not.toContain('红包');
    }
  });

  it('in a remark on what is being handled is not told to its handler', async () => {
    const town = story();
    await town.submit({ description: '示例：门口路灯不亮' });
    await town.reply('g52-a', '1');
    await town.text(PHONE, '你们网格长喝醉了骂我娘，我要投诉');
    expect(leaked(town, '喝醉')).toEqual([]);
    expect(town.lastTextTo(town.phoneOf('inspection-team-1'))).toContain('喝醉');
  });
});

/** Boards that are filtered, ordered and turned over. */
const BOARDS = [
  'order=newest',
  'order=newest&limit=1',
  'order=due&limit=1',
  'state=closed',
  'state=closed&order=newest',
  'path=petition',
  'path=petition&state=closed',
  'category=petition',
  'grid=52',
  'village=zhukou',
];
/** Lists of executions by what a request is about and where; a list without these shows of a complaint that there is one. */
const EXECUTIONS = [
  'category=petition',
  'category=other',
  'grid=52',
  'village=zhukou',
  'village=zhukou&limit=1',
];

/** Every address that is described and can be read, with what stands for its parameters; `of` are the complaints, `near` a request beside them. */
async function everyPage(town: TownStory, of: readonly string[], near: string): Promise<string[]> {
  const api = await DescribedApi.of(town);
  const filled: Readonly<Record<string, readonly string[]>> = {
    id: [...of, near],
    kind: [
      'daily-close',
      'deadline-cards',
      'visit-round',
      'weekly-inspection',
      'requests',
      'tasks',
      'visits',
    ],
    date: ['2026-08-24'],
    month: ['2026-08'],
    part: ['staff', 'posts', 'leave'],
    grid: ['52'],
    machine: ['resident-request', 'coordination'],
    name: [...of, ...of.map((id) => `${id}-1`)],
    staff: ['g52-a'],
  };
  const everyWay = (path: string): string[] => {
    const hole = /\{(\w+)\}/.exec(path);
    if (!hole) return [path];
    return (filled[hole[1] ?? ''] ?? ['none']).flatMap((value) => everyWay(path.replace(hole[0], value)));
  };
  const period = 'from=2026-08-01&to=2026-08-31';
  return api.operations
    .flatMap((operation) => (operation.startsWith('GET ') ? everyWay(operation.slice(4)) : []))
    .map((path) => (/statistics|export|records|audit/.test(path) ? `${path}?${period}` : path))
    .concat([
      `/requests/similar?category=petition&village=zhukou&group=${town.groupOf(52)}`,
      `/grids/find?village=zhukou&group=${town.groupOf(52)}`,
      ...of.map((id) => `/admin/tasks?request=${id}`),
      ...BOARDS.map((query) => `/admin/requests?${query}`),
      ...EXECUTIONS.map((query) => `/admin/executions?${query}`),
      '/plain/statistics',
      '/plain/bulletin',
      '/plain/open',
    ]);
}

describe('everything that those complained about can look at', () => {
  const story = eachStory({ console: true });

  it('holds nothing of the complaint: every text, page, export, list, log and text command, for the accused and for whoever administers the console', async () => {
    const town = story();
    // A petition about the grid, by a neighbour who has a lamp mended as well.
    const near = await town.submit({ description: '示例：门口路灯不亮' });
    const complaint = await town.submit({
      category: 'petition',
      description: '示例：52网格那个管事的收钱不办事，收了俺两条红鲤鱼',
    });
    const marked = await town.submit({
      description: '示例：还是上次收红鲤鱼的人',
      confidential: true,
      sameAs: near.id,
    });
    // A third, recognised in a text.
    const witness = '+8619911110003';
    await town.text(witness, '举报52网格那个管事的，收了俺家红鲤鱼才肯盖章');
    const texted = { id: numberIn(town.lastTextTo(witness)) };
    await town.reply('inspection-team-1', '1');
    // Whoever reads it leaves a trace that others could read.
    for (const { id } of [complaint, marked, texted])
      expect((await town.admin('inspector', `/admin/requests/${id}/person`)).status).toBe(200);
    await town.text(PHONE, `${showRequestId(complaint.id)} 去年也收过红鲤鱼，请查清楚`);
    await town.text(PHONE, '红鲤鱼的事查得怎么样了，请抓紧');

    // The accused ask by text, take leave, and one of them becomes an inspector in another's place.
    const accused = town.phoneOf('g52-a');
    for (const words of [
      '清单',
      '待办',
      '汇总',
      `进度 ${showRequestId(complaint.id)}`,
      showRequestId(complaint.id),
    ])
      await town.text(accused, words);
    await town.change((now) => ({
      ...now,
      staff: now.staff.filter(({ id }) => id !== 'inspection-team-1'),
      departments: now.departments.map((one) =>
        one.id === 'inspection-team' ? { ...one, contacts: ['g52-a', ...one.contacts.slice(1)] } : one,
      ),
    }));
    await town.advance('P1D');
    for (const words of ['清单', '待办']) await town.text(accused, words);
    expect((await town.view(complaint)).owner).not.toBe(town.nameOf('g52-a'));
    expect(town.textsTo(town.phoneOf('inspection-team-2')).join()).toContain(showRequestId(complaint.id));

    // A number that the accused typed themselves is answered with itself.
    const complaints = [complaint, marked, texted].map(({ id }) => id);
    const secrets = [
      '红鲤鱼',
      witness.replace('+86', ''),
      ...complaints.flatMap((id) => [id, showRequestId(id)]),
    ];
    const told = everybodyBut(town, ...INSPECTORS).flatMap((phone) => town.textsTo(phone));
    expect(told.filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([]);
    // Of those who may not read complaints, an administrator sees most.
    const signedIn = { authorization: `Bearer ${await town.token('administrator')}` };
    const pages = await everyPage(town, complaints, near.id);
    for (const path of pages) {
      const response = await town.http(path, { headers: path.startsWith('/admin') ? signedIn : {} });
      const text = await response.text();
      // An address that is not there may repeat what was asked for; whoever watches executions sees them by their ids, and nothing of what they are about.
      const isById = path.startsWith('/admin/executions') && !/category|grid|village/.test(path);
      const kept = isById ? ['红鲤鱼'] : secrets;
      const isEcho = (secret: string): boolean => response.status >= 400 && path.includes(secret);
      const found = kept.filter((secret) => text.includes(secret) && !isEcho(secret));
      expect([path, found]).toEqual([path, []]);
    }
    // What each of the grid, and whoever supervises it, has on their own pages.
    for (const staff of ['g52-a', 'g52-b', 'g52-c', 'village-leader-1']) {
      const session = await SignedIn.as(town, staff);
      const own = await (await session.call('/staff/work')).text();
      expect([staff, secrets.filter((secret) => own.includes(secret))]).toEqual([staff, []]);
      for (const id of complaints) {
        for (const [what, body] of [
          ['remarks', { words: '示例：我来说明' }],
          ['corrections', { words: '类别 路灯' }],
        ] as const)
          expect((await session.write(id, what, body)).status).toBe(404);
        const link = `/asks/${id}-1`;
        expect((await session.call(link)).status).toBeGreaterThanOrEqual(400);
      }
    }
  });
});

describe('what is no complaint about staff after all', () => {
  const story = eachStory({ console: true });
  const doubtful = (town: TownStory): Promise<Receipt> =>
    town.submit({ description: '示例：门口路灯不亮，跟你们说了', confidential: true });

  it('goes the normal way once its resident agrees', async () => {
    const town = story();
    const receipt = await doubtful(town);
    await town.reply('inspection-team-1', '4');
    expect(town.lastTextTo(PHONE)).toContain('姓名电话');
    expect(town.asksTo('g52-a', receipt)).toEqual([]);
    await town.replyAsResident('1');
    expect(town.asksTo('g52-a', receipt)).toHaveLength(1);
    expect((await town.view(receipt)).owner).toBe(town.nameOf('g52-a'));
  });

  it('shows nothing of what the inspection team texted about it that was no answer', async () => {
    const town = story();
    const receipt = await doubtful(town);
    const words = '他家没人，电话也打不通';
    town.typed.add(words);
    await town.text(town.phoneOf('inspection-team-1'), words);
    expect(town.lastTextTo(town.phoneOf('inspection-team-1'))).toContain('没看明白，还没记');
    await town.reply('inspection-team-1', '4');
    await town.replyAsResident('1');
    expect(town.asksTo('g52-a', receipt)).toHaveLength(1);
    expect(await (await town.admin('leader', `/admin/requests/${receipt.id}`)).text()).not.toContain(words);
  });

  it.each([
    ['refuses', (town: TownStory) => town.replyAsResident('2')],
    ['says nothing', (town: TownStory) => town.advance('P4D')],
  ])('stays with the inspection team where its resident %s', async (_, act) => {
    const town = story();
    const receipt = await doubtful(town);
    await town.reply('inspection-team-1', '4 不是投诉');
    await act(town);
    expect(town.asksTo('g52-a', receipt)).toEqual([]);
    expect(town.asksTo('inspection-team-1', receipt).length).toBeGreaterThan(1);
    expect(town.lastTextTo(town.phoneOf('inspection-team-1'))).not.toContain('4');
  });

  it('agreed to on its page goes the normal way', async () => {
    const town = story();
    const receipt = await doubtful(town);
    await town.reply('inspection-team-1', '4');
    expect((await town.answerOnline(receipt, 'allow')).status).toBe(202);
    expect(town.asksTo('g52-a', receipt)).toHaveLength(1);
  });
});

describe('a resident who asks not to be named', () => {
  const story = eachStory({ console: true });

  it.each([
    ['by a tick on the form', { anonymous: true, description: '示例：门口路灯不亮' }],
    ['in words', { description: '示例：门口路灯不亮，别告诉他们我是谁' }],
  ])('%s is unknown to whoever handles it, who calls the duty desk', async (_, fields) => {
    const town = story();
    const receipt = await town.submit(fields);
    const [ask = ''] = town.asksTo('g52-a', receipt);
    expect(ask).toContain(town.textedPhoneOf('duty-desk-1'));
    await town.reply('g52-a', '1');
    await town.text(town.phoneOf('g52-a'), `详 ${town.codeFor(town.phoneOf('g52-a'))}`);
    await town.text(PHONE, `${showRequestId(receipt.id)} 我是${RESIDENT.name}，13800001111，还是那盏灯`);
    expect(leaked(town, PHONE, PHONE.replace('+86', ''), RESIDENT.name, '13800001111')).toEqual([]);
    for (const role of ['administrator', 'leader'] as const) {
      expect((await town.admin(role, `/admin/requests/${receipt.id}/person`)).status).toBe(403);
      expect(await consoleOf(town, role)).not.toContain(RESIDENT.name);
    }
    const known = await town.admin('duty-desk', `/admin/requests/${receipt.id}/person`);
    expect(await known.json()).toMatchObject({ name: RESIDENT.name });
  });
});
