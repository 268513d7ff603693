import type { BoardAnswer } from '../../contracts/console/board.js';
import type {
  ExecutionList,
  ExecutionView,
  HistoryPage,
  MachineList,
  WaitingView,
} from '../../contracts/console/executions.js';
import { eachStory } from './each-story.js';
import { type TownStory } from './town-story.js';
import { sampleTown } from '../towns/sample-town.js';

const story = eachStory({ console: true });

const path = (id: string, act = '') => `/admin/executions/resident-request/${id}${act}`;

async function seen<Answer>(
  town: TownStory,
  role: 'administrator' | 'leader',
  address: string,
): Promise<Answer> {
  const response = await town.admin(role, address);
  expect([address, response.status]).toEqual([address, 200]);
  return (await response.json()) as Answer;
}

const post = (town: TownStory, role: 'administrator' | 'leader', address: string, body: object = {}) =>
  town.admin(role, address, 'POST', body);

describe('who watches executions', () => {
  it('finds the one of a request, with its definition and its events', async () => {
    const town = story();
    const { id } = await town.submit();
    const { items } = await seen<ExecutionList>(town, 'leader', '/admin/executions?machine=resident-request');
    expect(items).toMatchObject([{ machine: 'resident-request', name: id, status: 'RUNNING', redrives: 0 }]);
    const shown = await seen<ExecutionView>(town, 'leader', path(id));
    expect(JSON.parse(shown.input)).toEqual({ contract: 1, town: 'sanhehu', request: id });
    expect(JSON.parse(shown.definition)).toMatchObject({ QueryLanguage: 'JSONata' });
    expect(shown.awsConsoleUrl).toBeUndefined();
    const { events } = await seen<HistoryPage>(town, 'leader', path(id, '/history'));
    expect(events[0]).toMatchObject({ id: 1, type: 'ExecutionStarted' });
    expect(
      events.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []),
    ).not.toEqual([]);
    const latest = await seen<HistoryPage>(town, 'leader', path(id, '/history?reverse=true'));
    expect(latest.events.at(-1)).toEqual(events[0]);
  });

  it('reads where each stands and since when, and where one was stopped; of a finished one nothing', async () => {
    const town = story();
    const list = async () => {
      const address = '/admin/executions?machine=resident-request';
      return (await seen<ExecutionList>(town, 'leader', address)).items;
    };
    const { id } = await town.submit();
    const [asked] = await list();
    expect(asked?.standing).toEqual({
      state: 'Assign: ask the grid team to take it',
      since: asked?.startedAt,
    });
    await town.reply('g52-a', '1');
    expect((await list())[0]?.standing?.state).toBe('Coordinate: handle it in the grid');
    await post(town, 'administrator', path(id, '/stop'));
    expect((await list())[0]).toMatchObject({
      status: 'ABORTED',
      standing: { state: 'Coordinate: handle it in the grid' },
    });
    await post(town, 'administrator', path(id, '/redrive'));
    await town.reply('g52-a', '1 已换灯泡');
    await town.replyAsResident('1');
    const [finished] = await list();
    expect([finished?.status, finished?.standing]).toEqual(['SUCCEEDED', undefined]);
  });

  it('finds all machines in one list: by time, number, place, what goes wrong and where it waits', async () => {
    const town = story();
    const waits = await town.submit();
    await town.advance('PT1M');
    await town.fault({ function: 'AssignRequest', error: 'Broken', times: 1000 });
    const broken = await town.submit({ phone: '+8619911110002' });
    await town.advance('PT20M');
    const names = async (query: string) =>
      (await seen<ExecutionList>(town, 'leader', `/admin/executions?${query}`)).items.map(({ name }) => name);
    const all = await names('');
    expect(all).toEqual([broken.id, waits.id]);
    const found = await Promise.all(
      [
        'trouble=yes',
        `text=${waits.id.slice(0, 4)}-${waits.id.slice(4)}`,
        'text=broken',
        'state=Assign: ask the grid team to take it',
        'category=street-light&village=zhukou',
        'grid=51',
        'from=2026-08-01&to=2026-08-02',
        'limit=1',
      ].map(names),
    );
    expect(found).toEqual([[broken.id], [waits.id], [broken.id], [waits.id], all, [], [], [broken.id]]);
    const [row] = (await seen<ExecutionList>(town, 'leader', '/admin/executions?trouble=yes')).items;
    expect(row).toMatchObject({ status: 'RUNNING', request: broken.id, trouble: { kind: 'attention' } });
    const board = await town.admin('leader', '/admin/requests');
    const { items } = (await board.json()) as { items: { id: string; trouble?: { kind: string } }[] };
    expect(items.map(({ id, trouble }) => [id, trouble?.kind])).toEqual(
      expect.arrayContaining([
        [broken.id, 'attention'],
        [waits.id, undefined],
      ]),
    );
    const { states } = await seen<WaitingView>(town, 'leader', '/admin/executions/waiting');
    expect(states.map(({ state }) => state).toSorted()).toEqual([
      'Assign: ask the grid team to take it',
      'Attention: wait for the duty desk',
    ]);
    await town.clearFaults();
  });

  it('is told which machines there are', async () => {
    const { items } = await seen<MachineList>(story(), 'leader', '/admin/executions/machines');
    expect(items.map(({ machine }) => machine)).toEqual(
      expect.arrayContaining(['resident-request', 'coordination', 'staff-task', 'daily-close']),
    );
  });

  it('sees nothing of another town', async () => {
    const town = story();
    const elmford = await town.beside(sampleTown('elmford'));
    const { id } = await town.submit();
    const list = await elmford.admin('leader', '/admin/executions?machine=resident-request');
    expect(await list.json()).toEqual({ items: [] });
    expect((await elmford.admin('leader', path(id))).status).toBe(404);
    expect((await elmford.admin('leader', path(id, '/history'))).status).toBe(404);
    for (const act of ['/stop', '/redrive', '/retry'])
      expect((await post(elmford, 'administrator', path(id, act))).status).toBe(404);
  });

  test.each([
    ['a machine there is not', '/admin/executions?machine=none', 404],
    ['an execution there is not', path('00000000'), 404],
    ['a page there is not', '/admin/executions?machine=resident-request&cursor=none', 400],
    ['a status that AWS has not', '/admin/executions?machine=resident-request&status=STUCK', 400],
  ])('is told of %s', async (_title, address, status) => {
    expect((await story().admin('administrator', address)).status).toBe(status);
  });
});

describe('in a deployment of several towns', () => {
  /** All pages of a list, as `machine/name status trouble`. */
  async function whole(town: TownStory, query: string): Promise<string[]> {
    const rows: string[] = [];
    let cursor: string | undefined;
    do {
      const from = cursor === undefined ? '' : `&cursor=${cursor}`;
      const page: ExecutionList = await seen(town, 'leader', `/admin/executions?${query}${from}`);
      rows.push(
        ...page.items.map(({ machine, name, status, trouble }) =>
          [machine, name, status, trouble?.kind ?? ''].join(' '),
        ),
      );
      cursor = page.cursor;
    } while (cursor !== undefined);
    return rows;
  }

  const QUERIES = [
    '',
    'limit=2',
    'trouble=yes',
    'status=RUNNING',
    'status=SUCCEEDED',
    'status=ABORTED',
    'machine=coordination',
    'machine=staff-task',
    'machine=daily-close',
    'category=street-light&village=zhukou',
    'grid=51',
    'state=Assign: ask the grid team to take it',
    'text=broken',
    'from=2026-08-25',
    'to=2026-08-24',
  ];

  it('each finds its own by its own records, the same as AWS lists of a town alone, and walks over nobody else\u2019s', async () => {
    const town = story();
    const done = await town.submit();
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 已换灯泡');
    await town.replyAsResident('1');
    const programme = { category: 'cataract-surgery', description: '示例：看不清', group: town.groupOf(51) };
    const { id } = await town.submit({ ...programme, phone: '+8619911110002' });
    await town.reply('g51-a', '1');
    const stopped = await town.submit({ phone: '+8619911110003' });
    await post(town, 'administrator', path(stopped.id, '/stop'));
    await town.fault({ function: 'AssignRequest', error: 'Broken', times: 7 });
    const broken = await town.submit({ phone: '+8619911110004' });
    await town.advance('P2D');
    // Its last word closes it; what comes after that fails.
    const closing = await town.submit({ phone: '+8619911110005' });
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 已换灯泡');
    await town.fault({ function: 'CloseRequest', error: 'Broken', times: 1 });
    await town.replyAsResident('1', '+8619911110005');

    const alone = new Map<string, string[]>();
    for (const query of QUERIES) alone.set(query, await whole(town, query));
    await town.beside(sampleTown('elmford'));
    await town.fault({ service: 'states', action: 'ListExecutions', error: 'AccessDeniedException' });
    for (const query of QUERIES)
      expect([query, (await whole(town, query)).toSorted()]).toEqual([
        query,
        (alone.get(query) ?? []).toSorted(),
      ]);
    await town.clearFaults();
    const names = alone.get('')?.join('\n') ?? '';
    for (const one of [done.id, id, `${id}-1`, stopped.id, broken.id, 'sanhehu-2026-08-24'])
      expect(names).toContain(one);
    expect((await town.view(closing)).status).toBe('closed');
    expect(alone.get('trouble=yes')).toContain(`resident-request ${closing.id} RUNNING retrying`);
  });
});

describe('an administrator', () => {
  it.each(['redrive', 'retry'])(
    'sees a request whose execution was stopped in trouble on the board, until the %s',
    async (again) => {
      const town = story();
      const { id } = await town.submit();
      const onBoard = async () => {
        const { items } = await seen<BoardAnswer>(town, 'leader', '/admin/requests?standing=stuck');
        return items.map(({ trouble }) => trouble?.kind);
      };
      expect(await onBoard()).toEqual([]);
      await post(town, 'administrator', path(id, '/stop'));
      await town.reply('g52-a', '1');
      expect(await onBoard()).toEqual(['stopped']);
      await post(town, 'administrator', path(id, `/${again}`));
      expect(await onBoard()).toEqual([]);
    },
  );

  it('stops an execution with a reason and redrives it: the case goes on to its end', async () => {
    const town = story();
    const receipt = await town.submit();
    const { id } = receipt;
    const stopped = await post(town, 'administrator', path(id, '/stop'), { cause: 'wrong village' });
    expect([stopped.status, await stopped.json()]).toEqual([202, { machine: 'resident-request', name: id }]);
    expect(await seen<ExecutionView>(town, 'administrator', path(id))).toMatchObject({
      status: 'ABORTED',
      error: 'StoppedInTheConsole',
      cause: 'by sanhehu.administrator: wrong village',
      isRedrivable: true,
    });
    expect((await post(town, 'administrator', path(id, '/stop'))).status).toBe(409);
    expect((await post(town, 'administrator', path(id, '/redrive'))).status).toBe(202);
    expect((await post(town, 'administrator', path(id, '/redrive'))).status).toBe(409);
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 已换灯泡');
    await town.replyAsResident('1');
    expect((await town.view(receipt)).closedAs).toBe('satisfied');
    expect(await seen<ExecutionView>(town, 'administrator', path(id))).toMatchObject({
      status: 'SUCCEEDED',
      redrives: 1,
    });
  });

  it('alone may do so', async () => {
    const town = story();
    const { id } = await town.submit();
    expect((await post(town, 'leader', path(id, '/stop'))).status).toBe(403);
    expect((await post(town, 'leader', path(id, '/redrive'))).status).toBe(403);
  });
});
