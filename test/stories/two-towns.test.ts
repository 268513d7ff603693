import * as z from 'zod';
import { openTable } from '../../adapters/dynamodb.js';
import { RoundStore } from '../../adapters/round-store.js';
import type { Town } from '../../domain/town/schema.js';
import { type Receipt, RESIDENT, TownStory } from './town-story.js';
import { sampleTown } from '../towns/sample-town.js';

/** Both towns text both countries here, so that what a stranger is answered can be seen. */
const texting = (town: Town): Town => {
  const [own = '86'] = town.settings.sms.countryCodes;
  const countryCodes = [own, own === '86' ? '353' : '86'];
  return { ...town, settings: { ...town.settings, sms: { ...town.settings.sms, countryCodes } } };
};

/** A resident of Elmford, invented; the number lies in the range that Ireland keeps for drama. */
const NEIGHBOUR = '+353209120001';
const LAMP = {
  name: 'Sample Resident',
  phone: NEIGHBOUR,
  village: 'town-centre',
  group: 1,
  description: 'Sample: the lamp at the gate is out',
};

/** A Monday on which it is day in both towns: nobody's quiet hours. 08:45 in Elmford. */
const AT = Date.parse('2026-08-24T15:45:00+08:00');

let sanhehu: TownStory;
let elmford: TownStory;

beforeEach(async () => {
  sanhehu = await TownStory.begin({ at: AT, change: texting });
  elmford = await sanhehu.beside(texting(sampleTown('elmford')));
});
afterEach(async () => {
  const leaks = [...(await sanhehu.leaks()), ...(await elmford.leaks())];
  await sanhehu.end();
  if (leaks.length > 0) throw new Error(`stands in an execution or a log line: ${leaks.join(', ')}`);
});

const report = (): Promise<Receipt> => elmford.submit(LAMP);
const sentBy = (town: TownStory) =>
  sanhehu.cloud.sms.sent().filter(({ from }) => from === town.town.settings.sms.number);

describe('two towns in one deployment', () => {
  it('handle a case each, side by side, each by its own people, deadlines and language', async () => {
    const ours = await sanhehu.submit();
    const theirs = await report();
    expect(await sanhehu.view(ours)).toMatchObject({ owner: sanhehu.nameOf('g52-a') });
    // 17:30 in Sanhehu; in Elmford 17:00, an hour ahead of Greenwich in summer.
    expect((await sanhehu.view(ours)).dueAt).toBe('2026-08-24T09:30:00.000Z');
    expect(await elmford.view(theirs)).toMatchObject({
      owner: elmford.nameOf('e01-a'),
      dueAt: '2026-08-24T16:00:00.000Z',
    });

    await sanhehu.reply('g52-a', '1');
    await elmford.reply('e01-a', '1');
    await elmford.reply('e01-a', '1 new bulb');
    expect(elmford.lastTextTo(NEIGHBOUR)).toMatch(/^Elmford: .*satisfied/);
    await elmford.replyAsResident('1', NEIGHBOUR);
    await sanhehu.reply('g52-a', '1 已换灯泡');
    await sanhehu.replyAsResident('1');

    expect(await elmford.view(theirs)).toMatchObject({ status: 'closed', closedAs: 'satisfied' });
    expect(await sanhehu.view(ours)).toMatchObject({ status: 'closed', closedAs: 'satisfied' });
  });

  it('text with their own signature, from their own number, their own people only', async () => {
    await sanhehu.submit();
    await report();
    await sanhehu.advance('P1D');
    const ours = sentBy(sanhehu);
    const theirs = sentBy(elmford);
    expect(ours.length + theirs.length).toBe(sanhehu.cloud.sms.sent().length);
    expect(
      ours.filter(({ body, to }) => !body.startsWith('【三河湖网格】') || to.startsWith('+353')),
    ).toEqual([]);
    expect(
      theirs.filter(({ body, to }) => !/^(Elmford: |【榆渡镇】)/.test(body) || to.startsWith('+86')),
    ).toEqual([]);
    expect(ours).not.toEqual([]);
    expect(theirs).not.toEqual([]);
  });

  it('each climb their own ladder: in Elmford the third member is never asked', async () => {
    const receipt = await report();
    await elmford.advance('PT6H');
    expect(await elmford.timeline(receipt)).toContain('silent');
    await elmford.advance('P1D');
    const asked = (staff: string) => elmford.textsTo(elmford.phoneOf(staff)).length > 0;
    expect(['e01-a', 'e01-b', 'e01-c', 'duty-desk-1'].map(asked)).toEqual([true, true, false, true]);
  });

  it('give out tracking links that name the town the caller named', async () => {
    const ours = await sanhehu.submit();
    const theirs = await report();
    expect(new URL(ours.trackingUrl).searchParams.has('town')).toBe(false);
    expect(new URL(theirs.trackingUrl).searchParams.get('town')).toBe('elmford');
  });
});

/** The first link a member of staff of this town was texted. */
function linkTo(town: TownStory, staff: string): URL {
  const [link] = town.textsTo(town.phoneOf(staff)).flatMap((text) => /https?:\S+/.exec(text)?.[0] ?? []);
  return new URL(link ?? 'none:');
}

const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** Every public route of the description, with its method. */
async function routes(): Promise<{ path: string; method: string }[]> {
  const { paths } = documentSchema.parse(await (await sanhehu.http('/openapi.json')).json());
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations)
      .filter((method) => method === 'get' || method === 'post')
      .map((method) => ({ path, method: method.toUpperCase() })),
  );
}

describe('over HTTP', () => {
  it('nothing of one town is found through the other, on any route that names a thing', async () => {
    const ours = await sanhehu.submit();
    const theirs = await report();
    const link = linkTo(elmford, 'e01-a');
    const [ask = ''] = link.pathname.split('/').slice(-1);
    const sig = link.searchParams.get('sig') ?? '';
    // The routes of whoever signed in go by the town of their session, whatever the address says: their own stories show it.
    const named = (await routes()).filter(
      ({ path }) => path.includes('{') && !path.startsWith('/admin/') && !path.startsWith('/staff/'),
    );
    expect(named.length).toBeGreaterThanOrEqual(6);

    const call = (town: TownStory, { path, method }: { path: string; method: string }, receipt: Receipt) => {
      const id = path.startsWith('/asks/') ? ask : receipt.id;
      const filled = path.replace('{code}', 'disability-certificate').replace(/\{[^}]+\}/, id);
      const format = path.startsWith('/open311') ? '.json' : '';
      const jurisdiction = path.startsWith('/open311') ? `&jurisdiction_id=${town.town.settings.id}` : '';
      const body = JSON.stringify({ ask: receipt.id, option: 'withdraw' });
      return town.http(`${filled}${format}?key=${receipt.trackingKey}&sig=${sig}${jurisdiction}`, {
        method,
        ...(method === 'POST' ? { headers: { 'content-type': 'application/json' }, body } : {}),
      });
    };
    for (const route of named) {
      const isOurs = !route.path.startsWith('/asks/');
      const [stranger, receipt] = isOurs ? [elmford, ours] : [sanhehu, theirs];
      const response = await call(stranger, route, receipt);
      expect([route.method, route.path, response.status]).toEqual([route.method, route.path, 404]);
    }
    expect(await sanhehu.view(ours)).toMatchObject({ status: 'assigned' });
    expect((await elmford.http(`${link.pathname}?sig=${sig}`)).status).toBe(200);
  });

  it.each(['/villages', '/categories', '/open311/v2/services.json'])(
    '%s is each town’s own',
    async (path) => {
      const list = async (town: TownStory) => {
        const id = town.town.settings.id;
        return (await town.http(path.startsWith('/open311') ? `${path}?jurisdiction_id=${id}` : path)).text();
      };
      const [ours, theirs] = [await list(sanhehu), await list(elmford)];
      expect(ours).toContain(path === '/villages' ? 'zhukou' : 'cataract-surgery');
      expect(theirs).toContain(path === '/villages' ? 'town-centre' : 'home-repair');
      expect(ours).not.toMatch(/home-repair|town-centre/);
      expect(theirs).not.toMatch(/cataract-surgery|zhukou/);
    },
  );

  it('figures and lists count what happened in the town and nothing else', async () => {
    await sanhehu.submit();
    await sanhehu.submit({ description: '示例：另一盏路灯' });
    const theirs = await report();
    const figures = z.object({ total: z.object({ received: z.number() }) });
    const received = async (town: TownStory) => {
      const response = await town.http('/statistics?from=2026-08-01&to=2026-08-31');
      return figures.parse(await response.json()).total.received;
    };
    expect([await received(sanhehu), await received(elmford)]).toEqual([2, 1]);
    const listed = z.array(z.object({ service_request_id: z.string() }));
    const response = await elmford.http('/open311/v2/requests.json?jurisdiction_id=elmford');
    const ids = listed.parse(await response.json()).map((one) => one.service_request_id);
    expect(ids).toEqual([theirs.id]);
  });

  it('a bulletin is published in the town whose day was closed', async () => {
    const rounds = new RoundStore(openTable(sanhehu.output('TableName'), sanhehu.cloud.endpoint));
    const date = '2026-08-24';
    const total = { reported: 2, handled: 1, closed: 1, carriedOver: 1, overdue: 0, waiting: { grid: 1 } };
    const report = { date, total, grids: [] };
    await rounds.save({ town: 'sanhehu', kind: 'daily-close', date, version: 0, report });
    expect((await sanhehu.http('/bulletin')).status).toBe(200);
    expect((await elmford.http('/bulletin')).status).toBe(404);
    expect((await elmford.http('/bulletin?date=2026-08-24')).status).toBe(404);
  });

  it('a place of one town lies in no grid of the other', async () => {
    const [[lng, lat] = [0, 0]] = elmford.town.grids[0]?.polygon ?? [];
    expect((await elmford.http('/grids/find?village=zhukou&group=1')).status).toBe(404);
    expect((await sanhehu.http(`/grids/find?lat=${lat}&lng=${lng}`)).status).toBe(404);
    expect((await elmford.http('/grids/find?village=town-centre&group=1')).status).toBe(200);
  });

  it('a town that is not there is not found', async () => {
    expect((await sanhehu.http('/categories?town=nowhere')).status).toBe(404);
  });
});

describe('by text', () => {
  it('the number that is texted says which town is meant', async () => {
    await elmford.text(NEIGHBOUR, 'Sample: town centre group 1, the street light is out');
    const [receipt] = elmford.textsTo(NEIGHBOUR);
    expect(receipt).toMatch(/^Elmford: /);
    expect(elmford.textsTo(elmford.phoneOf('e01-a'))).toHaveLength(2);
    elmford.typed.add('Sample: town centre group 1');
  });

  it('a code of one town means nothing to the other, though its own holder texts it', async () => {
    const receipt = await report();
    const head = elmford.phoneOf('e01-a');
    const code = elmford.codeFor(head);
    await sanhehu.text(head, `${code} 1`);
    expect((await elmford.view(receipt)).status).toBe('assigned');
    expect(sentBy(sanhehu).filter(({ to }) => to === head)).toHaveLength(1);
    await elmford.text(head, `${code} 1`);
    expect((await elmford.view(receipt)).status).toBe('accepted');
  });

  it('a member of staff of one town is a stranger to the other: no leave, no help for staff', async () => {
    const head = sanhehu.phoneOf('g52-a');
    await elmford.text(head, 'leave 9/7-9/9');
    await elmford.text(head, 'help');
    const answers = sentBy(elmford).map(({ body }) => body);
    const { 'reply-help-resident': help } = elmford.town.texts;
    expect(answers).toEqual([`Elmford: ${help?.en}`, `Elmford: ${help?.en}`]);
    await elmford.text(head, 'Sample: brookfield group 1 street light is broken');
    expect(elmford.textsTo(elmford.phoneOf('e04-a'))).not.toEqual([]);
  });

  it('a request is withdrawn in its own town only', async () => {
    const ours = await sanhehu.submit();
    await elmford.text(RESIDENT.phone, `withdraw ${ours.id}`);
    expect((await sanhehu.view(ours)).status).toBe('assigned');
    await sanhehu.text(RESIDENT.phone, `撤回 ${ours.id}`);
    expect((await sanhehu.view(ours)).status).toBe('withdrawn');
  });

  it('who wants no more texts of one town still gets those of the other', async () => {
    await elmford.text(RESIDENT.phone, 'STOP');
    await sanhehu.submit();
    expect(sentBy(sanhehu).some(({ to }) => to === RESIDENT.phone)).toBe(true);
    await sanhehu.text(RESIDENT.phone, '退订');
    const before = sentBy(sanhehu).length;
    await sanhehu.submit({ description: '示例：另一盏路灯' });
    expect(
      sentBy(sanhehu)
        .slice(before)
        .some(({ to }) => to === RESIDENT.phone),
    ).toBe(false);
  });

  it('the same message id in both towns is two messages', async () => {
    await sanhehu.text(RESIDENT.phone, '示例：朱口村5组路灯不亮', 'one-id');
    await elmford.text(NEIGHBOUR, 'Sample: brookfield group 1 street light is broken', 'one-id');
    expect(sentBy(sanhehu).some(({ to }) => to === RESIDENT.phone)).toBe(true);
    expect(sentBy(elmford).some(({ to }) => to === NEIGHBOUR)).toBe(true);
  });
});
