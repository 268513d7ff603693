import { createHash } from 'node:crypto';
import { eachStory } from './each-story.js';
import { RESIDENT, type TownStory } from './town-story.js';

const story = eachStory();
const BASE = '/open311/v2';

interface Listed {
  readonly service_request_id: string;
  readonly status: string;
  readonly [field: string]: unknown;
}

const form = (fields: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({
    service_code: 'street-light',
    first_name: '示例甲',
    last_name: '居民',
    phone: RESIDENT.phone,
    description: '示例：门口路灯不亮',
    lat: '37.362345',
    long: '117.770123',
    'attribute[consent]': 'yes',
    ...fields,
  });

async function file(town: TownStory, fields: Readonly<Record<string, string>> = {}, format = 'json') {
  for (const value of [RESIDENT.phone, '居民示例甲', '示例：门口路灯不亮', '37.362345'])
    town.typed.add(value);
  const response = await town.http(`${BASE}/requests.${format}`, { method: 'POST', body: form(fields) });
  await town.cloud.clock.settled();
  return response;
}

async function fileOne(town: TownStory, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const response = await file(town, fields);
  expect(response.status).toBe(201);
  const [filed] = (await response.json()) as { service_request_id: string }[];
  return filed?.service_request_id ?? '';
}

async function list(town: TownStory, query = ''): Promise<Listed[]> {
  const response = await town.http(`${BASE}/requests.json?${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Listed[];
}

const ids = (listed: readonly Listed[]): string[] =>
  listed.map(({ service_request_id }) => service_request_id);

describe('an Open311 client', () => {
  it('finds the services, and for each what is asked besides, in JSON and in XML', async () => {
    const town = story();
    const services = (await (await town.http(`${BASE}/services.json?lang=en`)).json()) as object[];
    expect(services).toHaveLength(town.town.categories.length);
    expect(services).toContainEqual(
      expect.objectContaining({ service_code: 'street-light', service_name: 'Street light', metadata: true }),
    );
    const xml = await town.http(`${BASE}/services/street-light.xml`);
    expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(await xml.text()).toMatch(
      /^<\?xml .*\n<service_definition><service_code>street-light<\/service_code><attributes><attribute><variable>true/,
    );
  });

  it('files a request that runs like any other, and follows it to its end', async () => {
    const town = story();
    const id = await fileOne(town);
    expect(town.lastTextTo(RESIDENT.phone)).toContain(town.nameOf('g52-a'));
    const show = async () =>
      ((await (await town.http(`${BASE}/requests/${id}.json?lang=en`)).json()) as Listed[])[0];
    expect(await show()).toMatchObject({ status: 'open', service_code: 'street-light' });
    await town.advance('PT1H');
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 已换灯泡');
    await town.replyAsResident('1');
    expect(await show()).toMatchObject({
      service_request_id: id,
      status: 'closed',
      status_notes: 'satisfied',
      requested_datetime: '2026-08-24T01:00:00Z',
      updated_datetime: '2026-08-24T02:00:00Z',
    });
    expect(await (await town.http(`${BASE}/requests/${id}.xml`)).text()).toContain(
      `<service_requests><request><service_request_id>${id}</service_request_id><status>closed</status>`,
    );
  });

  it('gets the same request when it files the same form again', async () => {
    const town = story();
    expect(await fileOne(town)).toBe(await fileOne(town));
  });

  it('may name the place by an address or by village and group', async () => {
    const town = story();
    const nowhere = { lat: '', long: '' };
    const group = String(town.groupOf(52));
    const byAddress = await fileOne(town, { ...nowhere, address_string: `朱口村${group}组` });
    const byGroup = await fileOne(town, {
      ...nowhere,
      'attribute[village]': 'zhukou',
      'attribute[group]': group,
    });
    const grid = town.town.grids.find(({ number }) => number === 52)?.name['zh-CN'];
    for (const { address } of await list(town, `service_request_id=${byAddress},${byGroup}`))
      expect(address).toBe(grid);
  });
});

describe('the list of requests', () => {
  it('shows matters of public places to everybody, without anybody’s words, name or number', async () => {
    const town = story();
    const light = await fileOne(town);
    await fileOne(town, { service_code: 'cataract-surgery' });
    const listed = await list(town);
    expect(ids(listed)).toEqual([light]);
    expect(listed[0]).toMatchObject({ description: null, lat: 37.362, long: 117.77 });
    const everything = JSON.stringify(listed);
    for (const personal of town.typed) expect(everything).not.toContain(personal);
  });

  it('tells whoever knows the number of a private matter how far it is, and not where', async () => {
    const town = story();
    const surgery = await fileOne(town, { service_code: 'cataract-surgery' });
    const [shown] = await list(town, `service_request_id=${surgery}`);
    expect(shown).toMatchObject({ status: 'open', lat: null, long: null, address: null, description: null });
  });

  it('is filtered by service, by status and by time, and comes in pages, newest first', async () => {
    const town = story();
    const first = await fileOne(town);
    await town.advance('P1D');
    const second = await fileOne(town, { service_code: 'water-leak', description: '示例：漏水' });
    expect(ids(await list(town))).toEqual([second, first]);
    expect(ids(await list(town, 'service_code=street-light'))).toEqual([first]);
    expect(ids(await list(town, 'status=closed'))).toEqual([]);
    expect(ids(await list(town, 'status=open,closed&page_size=1&page=2'))).toEqual([first]);
    expect(ids(await list(town, 'start_date=2026-08-25T00:00:00%2B08:00'))).toEqual([second]);
    expect(ids(await list(town, 'start_date=2026-08-20T00:00:00Z&end_date=2026-08-24T01:00:00Z'))).toEqual([
      first,
    ]);
  });
});

describe("a call that is not right is answered in Open311's own way", () => {
  it.each([
    ['no consent', { 'attribute[consent]': '' }, 'attribute[consent]'],
    ['no phone', { phone: '' }, 'phone'],
    ['a phone that is none', { phone: '12' }, 'phone'],
    ['no description', { description: '' }, 'description'],
    ['a service there is not', { service_code: 'moon' }, 'service_code'],
    ['no place', { lat: '', long: '' }, 'address_string'],
    ['half a point', { long: '' }, 'long'],
    ['a village there is not', { 'attribute[village]': 'atlantis' }, 'attribute[village]'],
  ])('%s', async (_what, fields, field) => {
    const response = await file(story(), fields);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual([
      { code: 400, description: expect.stringMatching(`^${escape(field)}: `) },
    ]);
  });

  it('in XML where XML was asked for', async () => {
    const response = await file(story(), { phone: '' }, 'xml');
    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(await response.text()).toContain('<errors><error><code>400</code><description>phone: ');
  });

  it.each([
    [404, 'services.json?jurisdiction_id=atlantis'],
    [404, 'services/moon.json'],
    [404, 'requests/7Q3K9M2A.json'],
    [400, 'requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-08-01T00:00:00Z'],
    [400, 'requests.json?start_date=2026-08-02T00:00:00Z&end_date=2026-08-01T00:00:00Z'],
    [400, 'requests.json?status=lost'],
    [400, 'requests.json?page=0'],
  ])('%d for %s', async (status, path) => {
    const response = await story().http(`${BASE}/${path}`);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual([{ code: status, description: expect.any(String) }]);
  });
});

describe('a town that gives keys to other programs', () => {
  const hash = createHash('sha256').update('an-invented-key').digest('hex');
  const keyed = eachStory({
    change: (town) => ({
      ...town,
      settings: { ...town.settings, open311: { apiKeyHashes: [hash] } },
    }),
  });

  it('takes requests from those that have one', async () => {
    const town = keyed();
    for (const key of ['', 'another']) expect((await file(town, { api_key: key })).status).toBe(403);
    expect((await file(town, { api_key: 'an-invented-key' })).status).toBe(201);
  });
});

function escape(text: string): string {
  return text.replaceAll(/[[\]]/g, String.raw`\$&`);
}
