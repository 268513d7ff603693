import { type Role, ROLES } from '../../domain/access/permissions.js';
import { DescribedApi } from './described-api.js';
import { eachStory } from './each-story.js';
import type { Receipt, TownStory } from './town-story.js';

const story = eachStory({ console: true });

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
  await api.call('GET /admin/requests/{id}/person', `/admin/requests/${id}/person`, { headers });
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
  await api.call('GET /admin/executions/machines', '/admin/executions/machines', { headers });
  await api.call(`GET ${route}`, path, { headers });
  await api.call(`GET ${route}/history`, `${path}/history?reverse=true`, { headers });
  await api.post(`POST ${route}/redrive`, `${path}/redrive`, {}, headers);
  await api.post(`POST ${route}/stop`, `${path}/stop`, { cause: 'sample' }, headers);
  await api.post(`POST ${route}/redrive`, `${path}/redrive`, {}, headers);
}

async function lookAtWork(api: DescribedApi, town: TownStory): Promise<void> {
  await town.advance('PT10H');
  const headers = await headersOf(town, 'leader');
  await api.call('GET /admin/rounds', '/admin/rounds?limit=1', { headers });
  await api.call('GET /admin/rounds', '/admin/rounds?cursor=x', { headers });
  for (const kind of ['daily-close', 'deadline-cards', 'visit-round', 'weekly-inspection'])
    await api.call('GET /admin/rounds/{kind}/{date}', `/admin/rounds/${kind}/2026-08-24`, { headers });
  const { items } = (await api.call('GET /admin/tasks', '/admin/tasks?limit=2', { headers })) as {
    items: { id: string }[];
  };
  await api.call('GET /admin/tasks', '/admin/tasks?state=closed&from=2026-08-01', { headers });
  await api.call('GET /admin/tasks', '/admin/tasks?kind=none', { headers });
  await api.call('GET /admin/tasks/{id}', `/admin/tasks/${items[0]?.id}`, { headers });
}

it('every route of the console answers as the OpenAPI document says, well asked and badly asked', async () => {
  const town = story();
  const api = await DescribedApi.of(town);
  for (const role of ROLES) {
    const headers = await headersOf(town, role);
    await api.call('GET /admin/me', '/admin/me', { headers });
    for (const route of api.guarded) {
      const [method = '', path = ''] = route.split(' ');
      if (method === 'GET') await api.call(route, path.replace('{id}', '7Q3K9M2A'), { headers });
    }
  }
  await answerAtTheDesk(api, town);
  await lookAtRequests(api, town);
  await actOnExecutions(api, town);
  await lookAtWork(api, town);
  for (const route of api.guarded) await api.call(route, route.split(' ')[1] ?? '');
  expect(api.called.toSorted()).toEqual(api.guarded.toSorted());
});
