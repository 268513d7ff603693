import type { AuditRow } from '../../contracts/console/audit.js';
import { type Role, ROLES } from '../../domain/access/permissions.js';
import type { Bilingual } from '../../domain/words/language.js';
import { detailInWords, type Reader, subjectInWords } from '../../web/admin/audit/trail-words.js';
import { jpeg } from '../domain/photos/a-jpeg.js';
import { machineWordsIn } from '../web/machine-words.js';
import { DescribedApi } from './described-api.js';
import { eachStory } from './each-story.js';
import type { Receipt, TownStory } from './town-story.js';

const story = eachStory({ wire: true, console: true });

type Headers = Readonly<Record<string, string>>;

async function headersOf(town: TownStory, role: Role): Promise<Headers> {
  return { authorization: `Bearer ${await town.token(role)}`, 'accept-language': 'en' };
}

/** A request that nothing placed: the duty desk is asked. */
const unplaced = (town: TownStory): Promise<Receipt> =>
  town.submit({ village: undefined, group: undefined, category: 'street-light' });

async function lookAtRequests(api: DescribedApi, town: TownStory): Promise<void> {
  const headers = await headersOf(town, 'administrator');
  const { id } = await town.submit({ category: 'water-leak', description: '示例：漏水' });
  await town.reply('g52-a', '1');
  const page = (await api.call('GET /admin/requests', '/admin/requests?limit=1&order=newest', {
    headers,
  })) as {
    cursor: string;
  };
  await api.call('GET /admin/requests', `/admin/requests?limit=1&order=newest&cursor=${page.cursor}`, {
    headers,
  });
  await api.call('GET /admin/requests', '/admin/requests?cursor=x', { headers });
  await api.call('GET /admin/requests', '/admin/requests?state=half', { headers });
  await api.call('GET /admin/requests/export', '/admin/requests/export?due=soon&lang=en', { headers });
  await api.call('GET /admin/requests/{id}', `/admin/requests/${id}`, { headers });
  await api.call('GET /admin/requests/{id}', '/admin/requests/7Q3K9M2A', { headers });
  await api.call('GET /admin/requests/{id}', `/admin/requests/${id}?paper=case-file`, { headers });
  await api.call('GET /admin/requests/{id}', `/admin/requests/${id}?paper=napkin`, { headers });
  for (const month of ['2026-08', '2026-07', '2026-09', '2026-13'])
    await api.call('GET /admin/reports/{month}', `/admin/reports/${month}`, { headers });
  await api.call('GET /admin/requests/{id}/person', `/admin/requests/${id}/person`, { headers });
  await api.call('GET /admin/requests/standing', '/admin/requests/standing', { headers });
  const search = '/admin/requests/search';
  await api.post(`POST ${search}`, search, { words: '漏水', state: 'open' }, headers);
  const reminders = `/admin/requests/${id}/reminders`;
  for (const _time of ['first', 'too soon'])
    await api.post('POST /admin/requests/{id}/reminders', reminders, {}, headers);
  const photo = `/admin/requests/${id}/photos/none`;
  await api.call('GET /admin/requests/{id}/photos/{photo}', photo, { headers });
  const board = 'published-photos';
  for (const one of [id, '7Q3K9M2A']) {
    const copies = { after: Buffer.from(jpeg()).toString('base64'), nobodySeen: true };
    const path = `/admin/requests/${one}/${board}`;
    await api.post(`POST /admin/requests/{id}/${board}`, path, copies, headers);
    await api.post(`POST /admin/requests/{id}/${board}`, path, { after: 'none', nobodySeen: true }, headers);
    await api.call(`DELETE /admin/requests/{id}/${board}`, path, { headers });
  }
  for (const said of [{ description: '示例：朱口村3组漏水' }, { description: '示例', village: 'nowhere' }])
    await api.post('POST /admin/requests/reading', '/admin/requests/reading', said, headers);
}

async function answerAtTheDesk(api: DescribedApi, town: TownStory): Promise<void> {
  const headers = await headersOf(town, 'duty-desk');
  const { id } = await unplaced(town);
  const route = 'POST /admin/requests/{id}/answers';
  const path = `/admin/requests/${id}/answers`;
  await api.post(route, path, { ask: `${id}-1`, option: 'place' }, headers);
  await api.post(route, path, { ask: `${id}-1`, option: 'place', note: '52' }, headers);
  await town.cloud.clock.settled();
  await api.post(route, path, { ask: `${id}-1`, option: 'place', note: '53' }, headers);
}

async function actOnExecutions(api: DescribedApi, town: TownStory): Promise<void> {
  const headers = await headersOf(town, 'administrator');
  const { id } = await town.submit({ description: '示例：路灯又不亮' });
  const route = '/admin/executions/{machine}/{name}';
  const path = `/admin/executions/resident-request/${id}`;
  const list = '/admin/executions?machine=resident-request';
  await api.call('GET /admin/executions', list, { headers });
  await api.call('GET /admin/executions', `${list}&cursor=x`, { headers });
  await api.call('GET /admin/executions/waiting', '/admin/executions/waiting', { headers });
  await api.call('GET /admin/executions/machines', '/admin/executions/machines', { headers });
  await api.call(`GET ${route}`, path, { headers });
  await api.call(`GET ${route}/history`, `${path}/history?reverse=true`, { headers });
  await api.post(`POST ${route}/redrive`, `${path}/redrive`, {}, headers);
  await api.post(`POST ${route}/retry`, `${path}/retry`, {}, headers);
  await api.post(`POST ${route}/stop`, `${path}/stop`, { cause: '示例' }, headers);
  await api.post(`POST ${route}/redrive`, `${path}/redrive`, {}, headers);
  await api.post(`POST ${route}/stop`, `${path}/stop`, {}, headers);
  await api.call(`GET ${route}`, path, { headers });
  await api.post(`POST ${route}/retry`, `${path}/retry`, {}, headers);
  await api.call(`GET ${route}`, path, { headers });
  await api.call(`GET ${route}`, `${path}-retry-2`, { headers });
}

async function lookAtWork(api: DescribedApi, town: TownStory): Promise<void> {
  await town.advance('PT10H');
  const headers = await headersOf(town, 'leader');
  await api.call('GET /admin/rounds', '/admin/rounds?limit=1', { headers });
  await api.call('GET /admin/rounds', '/admin/rounds?cursor=x', { headers });
  for (const kind of ['daily-close', 'deadline-cards', 'visit-round', 'weekly-inspection'])
    await api.call('GET /admin/rounds/{kind}/{date}', `/admin/rounds/${kind}/2026-08-24`, { headers });
  const inspection = '/admin/rounds/weekly-inspection/2026-08-24';
  const calls = `${inspection}/calls/village-leader-1`;
  await api.call('GET /admin/rounds/{kind}/{date}/calls/{by}', calls, { headers });
  await api.call('GET /admin/rounds/{kind}/{date}/findings', `${inspection}/findings`, { headers });
  const { items } = (await api.call('GET /admin/tasks', '/admin/tasks?limit=2', { headers })) as {
    items: { id: string }[];
  };
  await api.call('GET /admin/tasks', '/admin/tasks?state=closed&from=2026-08-01', { headers });
  await api.call('GET /admin/tasks', '/admin/tasks?kind=none', { headers });
  await api.call('GET /admin/tasks/{id}', `/admin/tasks/${items[0]?.id}`, { headers });
}

async function changeTheTown(api: DescribedApi, town: TownStory): Promise<void> {
  const headers = await headersOf(town, 'administrator');
  const part = 'GET /admin/town/{part}';
  await api.call('GET /admin/town', '/admin/town', { headers });
  await api.call(part, '/admin/town/staff', { headers });
  const programme = 'GET /admin/town/programmes/{id}';
  await api.call(programme, '/admin/town/programmes/cataract-surgery', { headers });
  await editAndGoBack(api, headers);
  await api.call('GET /admin/town/leave', '/admin/town/leave', { headers });
  const leave = { staff: 'g52-c', from: '2026-09-01', to: '2026-09-02' };
  await api.post('POST /admin/town/leave', '/admin/town/leave', { ...leave, staff: 'nobody' }, headers);
  await api.post('POST /admin/town/leave', '/admin/town/leave', leave, headers);
  const taken = 'DELETE /admin/town/leave/{staff}/{from}';
  await api.call(taken, '/admin/town/leave/g52-c/2026-09-01', { headers });
  await api.call(taken, '/admin/town/leave/g52-c/2026-09-01', { headers });
  const { files } = (await api.call('GET /admin/town/export', '/admin/town/export', { headers })) as {
    files: Record<string, string>;
  };
  const importing = 'POST /admin/town/import';
  await api.post(importing, '/admin/town/import', { files, check: true }, headers);
  await api.post(importing, '/admin/town/import', { files: { 'leave.csv': 'staff\nnobody\n' } }, headers);
  await api.call('GET /admin/audit', '/admin/audit?limit=2', { headers });
  await api.call('GET /admin/audit', '/admin/audit?cursor=x', { headers });
}

/** A section is read and changed, once from an old version and once wrongly; then the version before it is brought back. */
async function editAndGoBack(api: DescribedApi, headers: Record<string, string>): Promise<void> {
  const read = 'GET /admin/town/sections/{section}';
  const { version, entries } = (await api.call(read, '/admin/town/sections/departments', { headers })) as {
    version: number;
    entries: { id: string; name: object }[];
  };
  await api.call(read, '/admin/town/sections/nothing', { headers });
  const [first] = entries;
  const edit = (from: number, entry: object) =>
    api.post(
      'POST /admin/town/changes',
      '/admin/town/changes',
      { version: from, changes: [{ section: 'departments', key: first?.id, entry }] },
      headers,
    );
  const entry = { ...first, name: { 'zh-CN': '示例部门', en: 'Sample' } };
  await edit(version, { ...entry, name: '' });
  await edit(version, entry);
  await edit(version, entry);
  const versions = 'GET /admin/town/versions';
  await api.call(versions, '/admin/town/versions', { headers });
  await api.call(`${versions}/{version}`, `/admin/town/versions/${version + 1}`, { headers });
  await api.call(`${versions}/{version}`, '/admin/town/versions/999', { headers });
  await api.post(
    'POST /admin/town/versions/{version}/restore',
    `/admin/town/versions/${version}/restore`,
    { version: version + 1 },
    headers,
  );
}

async function lookAtTexts(api: DescribedApi, town: TownStory): Promise<void> {
  const headers = await headersOf(town, 'leader');
  const { id } = await town.submit({ description: '示例：第三盏路灯' });
  await town.reply('g52-a', '1');
  const { items } = (await api.call('GET /admin/texts', '/admin/texts?limit=3', { headers })) as {
    items: { id: string }[];
  };
  await api.call('GET /admin/texts', '/admin/texts?direction=up', { headers });
  await api.call('GET /admin/texts', '/admin/texts?cursor=x', { headers });
  await api.call('GET /admin/texts/{id}', `/admin/texts/${items[0]?.id}`, { headers });
  await api.call('GET /admin/texts/{id}', '/admin/texts/out.none', { headers });
  await api.call('GET /admin/requests/{id}/texts', `/admin/requests/${id}/texts`, { headers });
  await api.call('GET /admin/requests/{id}/bill', `/admin/requests/${id}/bill`, { headers });
}

/** Entries of the trail that are not in words which who reads Chinese understands. */
async function unreadableEntries(town: TownStory): Promise<string[]> {
  const { categories, villages, departments, staff, settings } = town.town;
  const named = (list: readonly { readonly id: string; readonly name: Bilingual }[]) => (id: string) =>
    list.find((one) => one.id === id)?.name['zh-CN'] ?? id;
  const reader: Reader = {
    language: 'zh-CN',
    names: {
      category: named(categories),
      village: named(villages),
      department: named(departments),
      person: (id) => staff.find((one) => one.id === id)?.name ?? id,
      contact: named(settings.emergencies?.lastLine.contacts ?? []),
    },
  };
  const rows: AuditRow[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const next = await town.admin('administrator', `/admin/audit?limit=100${cursor && `&cursor=${cursor}`}`);
    const page = (await next.json()) as { items: AuditRow[]; cursor?: string };
    rows.push(...page.items);
    cursor = page.cursor;
  }
  expect(new Set(rows.map(({ action }) => action)).size).toBeGreaterThan(15);
  const said = rows.map(
    (row) => `${subjectInWords(row, reader)?.text ?? ''} ${detailInWords(row, reader) ?? ''}`,
  );
  return [...new Set(said)].filter((words) => machineWordsIn(words, 'zh-CN').length > 0);
}

it('every route of the console answers as the OpenAPI document says, well asked and badly asked, and the trail of it is in words', async () => {
  const town = story();
  const api = await DescribedApi.of(town);
  await answerAtTheDesk(api, town);
  await lookAtRequests(api, town);
  await actOnExecutions(api, town);
  await lookAtTexts(api, town);
  await changeTheTown(api, town);
  await lookAtWork(api, town);
  expect(await unreadableEntries(town)).toEqual([]);
  for (const role of ROLES) {
    const headers = await headersOf(town, role);
    await api.call('GET /admin/me', '/admin/me', { headers });
    for (const route of api.guarded) {
      const [method = '', path = ''] = route.split(' ');
      if (method === 'GET') await api.call(route, path.replace('{id}', '7Q3K9M2A'), { headers });
    }
  }
  for (const route of api.guarded) await api.call(route, route.split(' ')[1] ?? '');
  expect(api.called.toSorted()).toEqual(api.guarded.toSorted());
});
