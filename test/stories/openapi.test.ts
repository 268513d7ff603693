import { openTable } from '../../adapters/dynamodb.js';
import { RoundStore } from '../../adapters/round-store.js';
import { jpeg } from '../domain/photos/a-jpeg.js';
import { ofType, synthesize } from '../infra/synthesized.js';
import { DescribedApi } from './described-api.js';
import { eachStory } from './each-story.js';
import { codeTextedTo, SignedIn } from './staff-door.js';
import { type Receipt, RESIDENT, type TownStory } from './town-story.js';

/** A town whose carrier lets links through. */
const story = eachStory({
  console: true,
  change: (town) => ({
    ...town,
    settings: { ...town.settings, sms: { ...town.settings.sms, links: true } },
  }),
});
const PAGES = [
  'GET /',
  'GET /{proxy+}',
  'GET /plain',
  'POST /plain',
  'GET /plain/statistics',
  'GET /plain/track',
  'POST /plain/track',
  'GET /plain/r/{id}',
  'GET /plain/r/{id}/data',
  'POST /plain/erasure',
  'POST /plain/answers',
  'POST /plain/words',
  'POST /plain/codes',
  'POST /plain/keys',
  'GET /console',
  'GET /console/{proxy+}',
  'GET /staff',
];

async function closeDay(town: TownStory): Promise<void> {
  const counts = { reported: 1, handled: 0, closed: 0, carriedOver: 1 };
  await new RoundStore(openTable(town.output('TableName'), town.cloud.endpoint)).save({
    town: 'sanhehu',
    kind: 'daily-close',
    date: '2026-08-24',
    version: 0,
    report: { date: '2026-08-24', total: counts, grids: [{ grid: 52, ...counts }] },
  });
}

/** The latest link that the grid head was texted. */
function linkOfHead(town: TownStory): URL {
  const texts = town.textsTo(town.phoneOf('g52-a')).toReversed();
  return new URL(texts.flatMap((text) => /https?:\S+/.exec(text)?.[0] ?? [])[0] ?? '');
}

/** The latest link that the grid head was texted: opened, answered wrongly, answered, opened again. */
async function answerByLink(api: DescribedApi, town: TownStory, option: string): Promise<void> {
  const link = linkOfHead(town);
  const path = link.pathname + link.search;
  await api.call('GET /asks/{id}', path);
  await api.post('POST /asks/{id}', path, { option: 'refer' });
  await api.post('POST /asks/{id}', path, { option });
  await town.cloud.clock.settled();
  await api.call('GET /asks/{id}', path);
}

/** A photo, sent rightly and wrongly, and looked at by its resident and by the grid head. */
async function photograph(api: DescribedApi, town: TownStory, receipt: Receipt): Promise<void> {
  const path = `/requests/${receipt.id}/photos`;
  const key = `?key=${receipt.trackingKey}`;
  const send = (type: string, body: BodyInit) =>
    api.call('POST /requests/{id}/photos', path + key, { headers: { 'content-type': type }, body });
  const { id } = (await send('image/jpeg', Buffer.from(jpeg()))) as { id: string };
  await send('image/jpeg', 'none');
  await send('image/png', 'none');
  await api.call('GET /requests/{id}/photos/{photo}', `${path}/${id}${key}`);
  await api.call('GET /requests/{id}/photos/{photo}', `${path}/none${key}`);
  const link = linkOfHead(town);
  await api.call('GET /asks/{id}/photos/{photo}', `${link.pathname}/photos/${id}${link.search}`);
}

/** Its resident agrees that photos of it are shown to everybody, and takes that back; what is on the board is looked at. */
async function agreeToPhotos(api: DescribedApi, { id, trackingKey }: Receipt): Promise<void> {
  const route = 'POST /requests/{id}/photo-consent';
  const path = `/requests/${id}/photo-consent`;
  await api.post(route, `${path}?key=none`, { agreed: true });
  await api.post(route, `${path}?key=${trackingKey}`, { agreed: true });
  await api.post(route, `${path}?key=${trackingKey}`, { agreed: false });
  await api.call('GET /board/photos', '/board/photos');
  await api.call('GET /board/photos/{id}/{which}', `/board/photos/${id}/after`);
}

/** What the owner says is wrong, on the page of their ask: what nobody understands, and by a link that is none. */
async function putRight(api: DescribedApi, town: TownStory): Promise<void> {
  const link = linkOfHead(town);
  const send = async (query: string) => {
    const body = { words: 'whatever', reason: 'misread' };
    await api.post('POST /asks/{id}/corrections', `${link.pathname}/corrections${query}`, body);
    await api.post('POST /asks/{id}/remarks', `${link.pathname}/remarks${query}`, {
      words: 'the gate is locked',
    });
  };
  await send(link.search);
  await send('?sig=wrong');
}

/** A photo of what was done, sent rightly and wrongly, by the latest link of the grid head. */
async function showWork(api: DescribedApi, town: TownStory): Promise<void> {
  const link = linkOfHead(town);
  const send = (body: BodyInit, query = link.search) =>
    api.call('POST /asks/{id}/photos', `${link.pathname}/photos${query}`, {
      headers: { 'content-type': 'image/jpeg' },
      body,
    });
  await send(Buffer.from(jpeg()));
  await send('none');
  await send('none', '?sig=wrong');
}

/** A resident looks at what they said, asks for news, adds a word, and comes back without the key. */
async function keepUp(api: DescribedApi, town: TownStory, { id, trackingKey }: Receipt): Promise<void> {
  for (const key of [trackingKey, 'none']) {
    const at = (path: string) => `/requests/${id}/${path}?key=${key}`;
    await api.call('GET /requests/{id}/own', at('own'));
    await api.call('GET /requests/{id}/data', at('data'));
    await api.post('POST /requests/{id}/news', at('news'), {});
    await api.post('POST /requests/{id}/remarks', at('remarks'), { words: '示例：路口那盏' });
  }
  const said = { number: id, phone: RESIDENT.phone };
  await api.post('POST /requests/codes', '/requests/codes', said);
  await api.send('POST /requests/codes', '/requests/codes', { number: id });
  await town.cloud.clock.settled();
  const code = codeTextedTo(town, RESIDENT.phone) ?? '';
  await api.post('POST /requests/keys', '/requests/keys', { ...said, code: '000000' });
  await api.post('POST /requests/keys', '/requests/keys', { ...said, code });
}

/** A resident has a request of theirs erased: not sure, then sure. */
async function haveErased(api: DescribedApi, town: TownStory): Promise<void> {
  const { id, trackingKey } = (await api.post(
    'POST /requests',
    '/requests',
    town.submission({ description: '示例：门口井盖响' }),
    { 'idempotency-key': 'to be erased' },
  )) as Receipt;
  const path = `/requests/${id}/erasure?key=`;
  await api.send('POST /requests/{id}/erasure', path + trackingKey, {});
  await api.post('POST /requests/{id}/erasure', `${path}none`, { sure: true });
  await api.post('POST /requests/{id}/erasure', path + trackingKey, { sure: true });
  await town.cloud.clock.settled();
}

/** A request from its submission to its answer, looked at on the way. */
async function report(api: DescribedApi, town: TownStory): Promise<void> {
  const receipt = (await api.post('POST /requests', '/requests', town.submission(), {
    'idempotency-key': 'described',
  })) as Receipt;
  await town.cloud.clock.settled();
  const query = `?key=${receipt.trackingKey}&lang=en`;
  const show = () => api.call('GET /requests/{id}', `/requests/${receipt.id}${query}`);
  await show();
  await keepUp(api, town, receipt);
  await photograph(api, town, receipt);
  await putRight(api, town);
  await answerByLink(api, town, 'accept');
  await answerByLink(api, town, 'done');
  await showWork(api, town);
  await agreeToPhotos(api, receipt);
  const { ask } = (await show()) as { ask: { id: string } };
  const answers = ['POST /requests/{id}/answers', `/requests/${receipt.id}/answers${query}`] as const;
  await api.post(...answers, { ask: ask.id, option: 'satisfied' });
  await town.cloud.clock.settled();
  await show();
  await api.post(...answers, { ask: receipt.id, option: 'withdraw' });
  await haveErased(api, town);
}

/** The week's list of the grid head: opened, filled in wrongly, filled in. */
async function visitByLink(api: DescribedApi, town: TownStory): Promise<void> {
  await town.advance('PT1H');
  const texts = town.textsTo(town.phoneOf('g52-a')).toReversed();
  const link = new URL(texts.flatMap((text) => /https?:\S+\/visits\/\S+/.exec(text)?.[0] ?? [])[0] ?? '');
  const path = link.pathname + link.search;
  await api.call('GET /visits/{grid}', path);
  await api.call('GET /visits/{grid}', `${link.pathname}?sig=x`);
  await api.post('POST /visits/{grid}', path, { visits: [{ household: 999, people: 1 }] });
  await api.post('POST /visits/{grid}', path, { visits: [{ household: 1, people: 2, note: '示例' }] });
}

/** A member of staff comes in, wrongly and rightly, and takes leave. */
async function signIn(api: DescribedApi, town: TownStory): Promise<void> {
  const phone = town.phoneOf('g52-b');
  await api.post('POST /staff/codes', '/staff/codes?town=sanhehu', { phone });
  await api.post('POST /staff/codes', '/staff/codes?lang=en', { phone: 'none' });
  await town.cloud.clock.settled();
  const code = codeTextedTo(town, phone) ?? '';
  await api.post('POST /staff/sessions', '/staff/sessions', { phone, code: '0' });
  await api.post('POST /staff/sessions', '/staff/sessions', { phone, code });
  await town.advance('PT1M');
  const { cookie } = await SignedIn.as(town, 'g52-b');
  await api.call('GET /staff/work', '/staff/work?lang=en');
  await api.call('GET /staff/work', '/staff/work?lang=en', { headers: { cookie } });
  for (const headers of [{ cookie }, { cookie: 'none' }]) {
    const at = (path: string) => `/staff/requests/7Q3K9M2A/${path}`;
    const correction = { words: '类别 停电', reason: '看错了' };
    await api.post('POST /staff/requests/{id}/corrections', at('corrections'), correction, headers);
    await api.post('POST /staff/requests/{id}/remarks', at('remarks'), { words: '门锁着' }, headers);
  }
  const dates = { from: '2026-09-01', to: '2026-09-02' };
  await api.post('POST /staff/leave', '/staff/leave', dates, { cookie });
  await api.post('POST /staff/leave', '/staff/leave', { ...dates, to: '2026-08-31' }, { cookie });
  const end = () =>
    api.call('DELETE /staff/leave/{from}', '/staff/leave/2026-09-01', { headers: { cookie } });
  await end();
  await end();
  await api.call('DELETE /staff/sessions', '/staff/sessions');
}

/** Every route in both formats, well asked and badly asked. */
async function speakOpen311(api: DescribedApi, town: TownStory): Promise<void> {
  const base = '/open311/v2';
  const form = {
    service_code: 'street-light',
    phone: RESIDENT.phone,
    description: '示例：路灯不亮',
    address_string: '朱口村1组',
    'attribute[consent]': 'yes',
  };
  for (const format of ['json', 'xml']) {
    const requests = `${base}/requests.${format}`;
    await api.form(`POST ${requests}`, `${requests}?lang=en`, form);
    await town.cloud.clock.settled();
    await api.form(`POST ${requests}`, requests, { description: '' });
    await api.call(`GET ${requests}`, `${requests}?status=open,closed&page_size=5`);
    await api.call(`GET ${requests}`, `${requests}?start_date=yesterday`);
    await api.call(`GET ${base}/services.${format}`, `${base}/services.${format}?jurisdiction_id=sanhehu`);
    await api.call(`GET ${base}/services.${format}`, `${base}/services.${format}?jurisdiction_id=atlantis`);
    await api.call(`GET ${base}/services/{code}`, `${base}/services/street-light.${format}`);
    await api.call(`GET ${base}/services/{code}`, `${base}/services/moon.${format}`);
    await api.call(`GET ${base}/requests/{id}`, `${base}/requests/7Q3K9M2A.${format}`);
  }
}

describe('the OpenAPI document', () => {
  it('describes every route of the stack, pages aside, and no other', async () => {
    const routes = Object.values(ofType(synthesize(), 'AWS::ApiGatewayV2::Route'));
    const keys = routes.map(({ Properties }) => String(Properties['RouteKey']));
    const { operations } = await DescribedApi.of(story());
    expect(operations.toSorted()).toEqual(keys.filter((key) => !PAGES.includes(key)).toSorted());
  });

  it('is true: every route that needs no token answers as it says, well asked and badly asked', async () => {
    const town = story();
    const api = await DescribedApi.of(town);
    expect(api.broken()).toEqual([]);
    await report(api, town);
    await visitByLink(api, town);
    await signIn(api, town);
    await closeDay(town);
    await api.call('GET /openapi.json', '/openapi.json');
    await api.call('GET /town', '/town');
    await api.call('GET /console/config.json', '/console/config.json');
    await api.call('GET /villages', '/villages?town=sanhehu');
    await api.call('GET /map', '/map?town=sanhehu');
    await api.call('GET /map', '/map?town=nowhere');
    await api.call('GET /map/points', '/map/points');
    await api.call('GET /categories', '/categories');
    await api.call('GET /requests/similar', '/requests/similar?category=street-light&grid=52');
    await api.call('GET /requests/similar', '/requests/similar?grid=52');
    await api.call('GET /places', '/places');
    await api.call('GET /reception-days', '/reception-days?from=2026-08-24&to=2026-09-30');
    await api.call('GET /reception-days', '/reception-days?from=2026-08-24&to=2026-08-01');
    await api.call('GET /places', '/places?town=nowhere');
    await api.call('GET /grids/find', `/grids/find?village=zhukou&group=${town.groupOf(52)}`);
    await api.call('GET /statistics', '/statistics?from=2026-08-01&to=2026-08-31&by=village');
    await api.call('GET /statistics', '/statistics?from=2026-08-01&to=2026-08-31&format=csv');
    await api.call('GET /bulletin', '/bulletin?date=2026-08-24');
    await api.call('GET /today', '/today');
    await api.call('GET /today', '/today?town=nowhere');
    await api.call('GET /inspections', '/inspections?town=sanhehu');
    await api.call('GET /inspections/{kind}/{date}', '/inspections/weekly/2026-08-24');
    await api.post('POST /carrier/{secretPath}', '/carrier/sanhehu.x', {});
    await api.send('POST /requests', '/requests', {});
    await api.send('POST /requests', '/requests', {}, { 'content-type': 'text/plain' });
    await api.call('GET /requests/{id}', '/requests/7Q3K9M2A?key=x');
    await api.call('GET /villages', '/villages?town=nowhere');
    await api.call('GET /categories', '/categories?town=nowhere');
    await api.call('GET /grids/find', '/grids/find?lat=200');
    await api.call('GET /statistics', '/statistics?from=yesterday&to=today');
    await api.call('GET /bulletin', '/bulletin?date=2026-08-25');
    await api.call('GET /inspections', '/inspections?town=nowhere');
    const pack = 'GET /inspections/monthly/{date}/packs/{grid}';
    await api.call(pack, '/inspections/monthly/2026-07/packs/52');
    await api.call('GET /inspections/{kind}/{date}', '/inspections/weekly/2026-08-25');
    await speakOpen311(api, town);
    expect(api.called.toSorted()).toEqual(api.open.toSorted());
  });
});
