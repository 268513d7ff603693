import { refusingTown } from './refusing-town.js';

interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

const town = refusingTown();

async function send(body: string, headers: Record<string, string> = {}): Promise<ProblemDocument> {
  const response = await town().http('/requests', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body,
  });
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const problem = (await response.json()) as ProblemDocument;
  expect(problem.status).toBe(response.status);
  return problem;
}

describe('a field that is not right is named by its path, with what to do', () => {
  it.each([
    ['no name', { name: undefined }, '/name'],
    ['an empty name', { name: '  ' }, '/name'],
    ['a name too long', { name: '长'.repeat(51) }, '/name'],
    ['a name that is a number', { name: 7 }, '/name'],
    ['no phone', { phone: undefined }, '/phone'],
    ['a phone that is none', { phone: '12' }, '/phone'],
    ['a village the town lacks', { village: 'atlantis' }, '/village'],
    ['a group the village lacks', { group: 99 }, '/group'],
    ['a group without its village', { village: undefined, group: 1 }, '/group'],
    ['a group that is a word', { group: 'three' }, '/group'],
    ['a latitude off the earth', { location: { lat: 91, lng: 117 } }, '/location/lat'],
    ['a location without longitude', { location: { lat: 37 } }, '/location/lng'],
    ['a category the town lacks', { category: 'moon' }, '/category'],
    ['no description', { description: undefined }, '/description'],
    ['a description too long', { description: '长'.repeat(2001) }, '/description'],
    ['nobody on whose behalf', { onBehalfOf: {} }, '/onBehalfOf/name'],
    ['a wrong phone of the other person', { onBehalfOf: { name: '示例', phone: 'x' } }, '/onBehalfOf/phone'],
    ['a language there is not', { language: 'fr' }, '/language'],
    ['no consent', { consent: undefined }, '/consent'],
    ['consent refused', { consent: false }, '/consent'],
    ['an unknown field', { vip: true }, '/vip'],
    ['an unknown field within', { onBehalfOf: { name: '示例', rank: 1 } }, '/onBehalfOf/rank'],
  ])('%s', async (_what, fields, field) => {
    const problem = await send(JSON.stringify(town().submission(fields)));
    expect(problem.status).toBe(422);
    expect(problem.errors?.map((error) => error.field)).toEqual([field]);
    expect(problem.errors?.[0]?.message).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('and every such field is named at once', async () => {
    const problem = await send('{}');
    expect(problem.errors?.map(({ field }) => field)).toEqual([
      '/name',
      '/phone',
      '/description',
      '/consent',
    ]);
  });

  it("in the caller's language", async () => {
    const problem = await send('{}', { 'accept-language': 'zh-CN,zh;q=0.9' });
    expect(problem.title).toMatch(/[\u4e00-\u9fff]/);
    expect(problem.errors?.[0]?.message).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('a body of the wrong kind is answered in kind', () => {
  it.each([
    ['broken JSON', '{"name":', {}, 400],
    ['nothing', '', {}, 400],
    ['a list', '[]', {}, 422],
    ['a form', 'name=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['no content type', '{}', { 'content-type': '' }, 415],
    ['more than 64 KiB', JSON.stringify({ description: 'x'.repeat(65 * 1024) }), {}, 413],
  ])('%s', async (_what, body, headers, status) => {
    expect((await send(body, headers)).status).toBe(status);
  });
});

describe('the tracking page', () => {
  it.each(['/requests/NONSENSE?key=x', '/requests/7Q3K9M2A?key=x', '/requests/7Q3K9M2A'])(
    'answers a wrong number and a wrong key alike: %s',
    async (path) => {
      const response = await town().http(path);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
    },
  );
});

describe('what everybody may know', () => {
  it('lists villages with their groups, and categories', async () => {
    const { villages } = (await (await town().http('/villages')).json()) as {
      villages: { id: string; groups: unknown[] }[];
    };
    expect(villages.find(({ id }) => id === 'zhukou')?.groups.length).toBeGreaterThan(0);
    const { categories } = (await (await town().http('/categories')).json()) as {
      categories: { id: string; documents: { en: string }[] }[];
    };
    expect(categories.find(({ id }) => id === 'cataract-surgery')?.documents.map(({ en }) => en)).toEqual([
      'identity card copy',
      'household book copy',
      'clinic report',
    ]);
    expect(categories.find(({ id }) => id === 'street-light')?.documents).toEqual([]);
  });

  it('says which town it is, the number to text and whom to call in danger', async () => {
    expect(await (await town().http('/town')).json()).toEqual({
      id: 'sanhehu',
      name: { 'zh-CN': '三河湖镇', en: 'Sanhehu Town' },
      sample: true,
      timeZone: 'Asia/Shanghai',
      number: '+861069900077',
      emergencyNumbers: ['110', '119', '120'],
    });
  });

  it('finds the grid of a group and of a point, with its three people', async () => {
    const byGroup = await (
      await town().http(`/grids/find?village=zhukou&group=${town().groupOf(52)}`)
    ).json();
    expect(byGroup).toMatchObject({
      number: 52,
      people: [
        { name: town().nameOf('g52-a'), post: 'a', duty: 'town-cadre' },
        { name: town().nameOf('g52-b'), post: 'b', duty: 'village-cadre' },
        { name: town().nameOf('g52-c'), post: 'c' },
      ],
    });
    expect(JSON.stringify(byGroup)).not.toMatch(/phone|\+86/);
    const byPoint = await (await town().http('/grids/find?lat=37.362345&lng=117.770123')).json();
    expect(byPoint).toMatchObject({ number: 52 });
    expect((await town().http('/grids/find?lat=10&lng=10')).status).toBe(404);
    expect((await town().http('/grids/find?lat=here')).status).toBe(400);
  });
});
