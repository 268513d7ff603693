import { createTownStore } from '../../adapters/town-store.js';
import type { Town } from '../../domain/town/schema.js';
import { eachStory } from './each-story.js';
import { askForCode, codeTextedTo, enterCode, SignedIn } from './staff-door.js';
import { RESIDENT, type TownStory } from './town-story.js';

interface ProblemDocument {
  readonly title: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}
const problem = async (response: Response) => (await response.json()) as ProblemDocument;

const HEAD = 'g52-a';
const story = eachStory({ console: true });

describe('a code to sign in with', () => {
  it('is texted to whoever of the staff has the number, and to nobody else; both are answered alike', async () => {
    const town = story();
    const answers = [];
    for (const phone of [town.phoneOf(HEAD), RESIDENT.phone]) {
      const response = await askForCode(town, phone);
      answers.push([response.status, await response.json()]);
    }
    const alike = [202, { minutes: 10, asked: expect.stringMatching(/^[\w-]{22}$/) }];
    expect(answers).toEqual([alike, alike]);
    expect(codeTextedTo(town, town.phoneOf(HEAD))).toMatch(/^\d{8}$/);
    expect(town.textsTo(RESIDENT.phone)).toEqual([]);
  });

  it('lets in once, in any width and with spaces', async () => {
    const town = story();
    const phone = town.phoneOf(HEAD);
    await askForCode(town, phone.replace('+86', ''));
    const code = codeTextedTo(town, phone) ?? '';
    const wide = code.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const response = await enterCode(town, phone, `${wide.slice(0, 4)} ${wide.slice(4)}`);
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ name: town.nameOf(HEAD), until: expect.any(String) });
    const cookie = response.headers.get('set-cookie') ?? '';
    for (const word of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/staff'])
      expect(cookie).toContain(word);
    expect((await enterCode(town, phone, code)).status).toBe(422);
  });

  it('is refused alike when it is wrong, for another number, or for a number that is nobody’s', async () => {
    const town = story();
    await askForCode(town, town.phoneOf(HEAD));
    const code = codeTextedTo(town, town.phoneOf(HEAD)) ?? '';
    const wrong = code.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
    const tried = await Promise.all([
      enterCode(town, town.phoneOf(HEAD), wrong),
      enterCode(town, town.phoneOf('g52-b'), code),
      enterCode(town, RESIDENT.phone, code),
      enterCode(town, town.phoneOf(HEAD), 'open sesame'),
    ]);
    const said = await Promise.all(tried.map(problem));
    expect(new Set(said.map((one) => JSON.stringify(one)))).toHaveProperty('size', 1);
    expect(said[0]?.errors).toEqual([{ field: '/code', message: expect.stringContaining('not the code') }]);
  });

  it('is worth nothing after five wrong ones from where it was asked for', async () => {
    const town = story();
    const phone = town.phoneOf(HEAD);
    await askForCode(town, phone);
    const code = codeTextedTo(town, phone) ?? '';
    const wrong = code === '00000000' ? '11111111' : '00000000';
    for (let tried = 0; tried < 5; tried += 1) expect((await enterCode(town, phone, wrong)).status).toBe(422);
    expect((await enterCode(town, phone, code)).status).toBe(422);
  });

  it('is worth nothing after ten minutes', async () => {
    const town = story();
    const phone = town.phoneOf(HEAD);
    await askForCode(town, phone);
    await town.advance('PT10M');
    expect((await enterCode(town, phone, codeTextedTo(town, phone) ?? '')).status).toBe(422);
  });

  it('is texted once a minute and six times a day at most; only the last one counts', async () => {
    const town = story();
    const phone = town.phoneOf(HEAD);
    await askForCode(town, phone);
    await askForCode(town, phone);
    expect(town.textsTo(phone)).toHaveLength(1);
    const first = codeTextedTo(town, phone) ?? '';
    for (let more = 0; more < 8; more += 1) {
      await town.advance('PT1M');
      await askForCode(town, phone);
    }
    expect(town.textsTo(phone)).toHaveLength(6);
    expect((await enterCode(town, phone, first)).status).toBe(422);
    expect((await enterCode(town, phone, codeTextedTo(town, phone) ?? '')).status).toBe(201);
    await town.advance('P1D');
    await askForCode(town, phone);
    expect(town.textsTo(phone).filter((text) => text.includes('验证码'))).toHaveLength(7);
  });

  it('comes at night, too, and stands nowhere but in the text', async () => {
    const town = story();
    await town.advance('PT14H');
    const phone = town.phoneOf(HEAD);
    await askForCode(town, phone);
    const code = codeTextedTo(town, phone) ?? '';
    expect(code).toMatch(/^\d{8}$/);
    town.typed.add(code);
    const { items } = (await (await town.admin('administrator', '/admin/texts')).json()) as {
      items: { id: string; to?: string }[];
    };
    const texts = await Promise.all(
      items.map(async ({ id }) => (await town.admin('administrator', `/admin/texts/${id}`)).text()),
    );
    expect(texts.some((text) => text.includes('登录验证码********'))).toBe(true);
    expect(texts.some((text) => text.includes(code))).toBe(false);
  });
});

describe('a session', () => {
  it('opens nothing to whoever has none, a made-up one, or somebody else’s signature', async () => {
    const town = story();
    const signed = await SignedIn.as(town, HEAD);
    const other = await SignedIn.as(town, 'g52-b');
    const [said = ''] = signed.cookie.split('.');
    const [, signature = ''] = (other.cookie.split(';')[0] ?? '').split('.');
    for (const cookie of ['', 'staff=', 'staff=x.y', said, `${said}.${signature}`]) {
      const response = await town.http('/staff/work?lang=en', { headers: { cookie } });
      expect(response.status).toBe(401);
      expect((await problem(response)).title).toBe('Please sign in');
    }
    for (const path of ['/staff/leave', '/staff/leave/2026-09-01'])
      expect((await town.http(path, { method: path.endsWith('01') ? 'DELETE' : 'POST' })).status).toBe(401);
  });

  it('ends after a week, and at once when the number in the town’s data changes', async () => {
    const town = story();
    const [head, second] = [await SignedIn.as(town, HEAD), await SignedIn.as(town, 'g52-b')];
    await changeTown(town, (given) => ({
      ...given,
      staff: given.staff.map((one) => (one.id === HEAD ? { ...one, phone: '+8619911119999' } : one)),
    }));
    expect((await head.call('/staff/work')).status).toBe(401);
    expect((await second.call('/staff/work')).status).toBe(200);
    await town.advance('P7D');
    expect((await second.call('/staff/work')).status).toBe(401);
  });

  it('is over once somebody signs out: the browser drops it, and it lets in nobody who kept it', async () => {
    const signed = await SignedIn.as(story(), HEAD);
    const response = await signed.call('/staff/sessions', { method: 'DELETE' });
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toContain('staff=; Path=/staff; Max-Age=0');
    expect((await signed.call('/staff/work')).status).toBe(401);
    expect((await signed.leave('2026-09-01')).status).toBe(401);
    expect((await signed.endLeave('2026-09-01')).status).toBe(401);
  });

  it('leaves a line in the audit trail when it begins', async () => {
    const town = story();
    await SignedIn.as(town, HEAD);
    const { items } = (await (await town.admin('leader', '/admin/audit')).json()) as {
      items: { action: string; who: string; name: string }[];
    };
    expect(items).toContainEqual(
      expect.objectContaining({ action: 'staff.signed-in', who: HEAD, name: town.nameOf(HEAD) }),
    );
  });
});

async function changeTown(town: TownStory, how: (given: Town) => Town): Promise<void> {
  const store = createTownStore({ table: town.output('TableName'), endpoint: town.cloud.endpoint });
  await store.importTown(how(town.town));
}

describe('what somebody has to do', () => {
  it('is what they are asked, by what is due first, each with the link that opens and answers it', async () => {
    const town = story();
    const signed = await SignedIn.as(town, HEAD);
    expect((await signed.work()).asks).toEqual([]);
    const slow = await town.submit({ category: 'water-leak', description: '示例：路口漏水' });
    const light = await town.submit();
    await town.reply(HEAD, '1');
    const { asks, name } = await signed.work();
    expect(name).toBe(town.nameOf(HEAD));
    expect(asks.map(({ kind }) => kind).sort()).toEqual(['acceptance', 'outcome']);
    expect(asks.map(({ until }) => until)).toEqual(asks.map(({ until }) => until).sort());
    const outcome = asks.find(({ kind }) => kind === 'outcome');
    expect(outcome?.facts).toEqual([
      { fact: 'category', value: 'Street light' },
      { fact: 'place', value: expect.stringContaining('Zhukou') },
    ]);
    expect((await town.http(outcome?.link ?? '')).status).toBe(200);
    const answered = await town.http(outcome?.link ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ option: 'done', note: '示例：已换灯泡' }),
    });
    expect(answered.status).toBe(202);
    await town.cloud.clock.settled();
    expect((await town.view(light)).status).toBe('awaiting_confirmation');
    expect((await town.view(slow)).status).toBe('assigned');
    expect((await signed.work()).asks.map(({ kind }) => kind)).toEqual(['acceptance']);
  });

  it('says nothing of who somebody is, nor what they said', async () => {
    const town = story();
    const signed = await SignedIn.as(town, HEAD);
    await town.submit({ description: '示例：这是居民的原话' });
    const shown = JSON.stringify(await signed.work());
    for (const value of [RESIDENT.name, RESIDENT.phone, '示例：这是居民的原话'])
      expect(shown).not.toContain(value);
  });

  it('is nothing of a colleague’s, and nothing that is over', async () => {
    const town = story();
    await town.submit();
    expect((await (await SignedIn.as(town, 'g52-b')).work()).asks).toEqual([]);
    const signed = await SignedIn.as(town, HEAD);
    expect((await signed.work()).asks).toHaveLength(1);
    await town.advance('PT3H');
    expect((await signed.work()).asks).toEqual([]);
  });

  it('is what inspectors look at and whom they call', async () => {
    const town = story();
    await town.advance('P4DT1H');
    const inspectors = town.town.staff.filter(({ id }) => id.startsWith('inspection-team'));
    const asked = [];
    for (const { id } of inspectors) asked.push(...(await (await SignedIn.as(town, id)).work()).asks);
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked.map(({ kind }) => kind))).toEqual(new Set(['check']));
    const [first] = asked;
    expect((await town.http(first?.link ?? '')).status).toBe(200);
  });

  it('has the week’s visits of their grid, with how many are left', async () => {
    const town = story();
    await town.advance('PT1H');
    const signed = await SignedIn.as(town, HEAD);
    const [before] = (await signed.work()).visits;
    expect(before).toMatchObject({ grid: 52, left: before?.due });
    const { due } = (await (await town.http(before?.link ?? '')).json()) as { due: { household: number }[] };
    expect(due).toHaveLength(before?.due ?? 0);
    await town.http(before?.link ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ visits: [{ household: due[0]?.household, people: 2 }] }),
    });
    expect((await signed.work()).visits).toEqual([{ ...before, left: (before?.due ?? 0) - 1 }]);
  });
});

describe('leave on the page', () => {
  it('is taken, seen and counts: the stand-in is asked meanwhile', async () => {
    const town = story();
    const signed = await SignedIn.as(town, HEAD);
    expect((await signed.leave('2026-08-24', '2026-08-26')).status).toBe(201);
    expect((await signed.leave('2026-08-24', '2026-08-26')).status).toBe(201);
    expect((await signed.work()).leave).toEqual([{ from: '2026-08-24', to: '2026-08-26', imported: false }]);
    const request = await town.submit();
    expect(town.asksTo(HEAD, request)).toEqual([]);
    expect(town.asksTo('g52-b', request)).toHaveLength(1);
  });

  it.each([
    ['ends before it begins', '2026-08-26', '2026-08-25', '/to', 'ends before it begins'],
    ['is over', '2026-08-20', '2026-08-21', '/to', 'is over already'],
    ['leaves nobody to stand in', '2026-08-25', '2026-08-25', '/from', 'nobody would stand in'],
  ])('is refused when it %s', async (_, from, to, field, message) => {
    const town = story();
    await (await SignedIn.as(town, 'g52-b')).leave('2026-08-25');
    const signed = await SignedIn.as(town, HEAD);
    const response = await signed.leave(from, to);
    expect(response.status).toBe(422);
    expect((await problem(response)).errors).toEqual([{ field, message: expect.stringContaining(message) }]);
    expect((await signed.work()).leave).toEqual([]);
  });

  it('is taken back before it begins, and ends with yesterday once it has begun', async () => {
    const town = story();
    const signed = await SignedIn.as(town, HEAD);
    await signed.leave('2026-08-25', '2026-08-28');
    await signed.leave('2026-09-07', '2026-09-08');
    expect(await (await signed.endLeave('2026-09-07')).json()).toEqual({});
    await town.advance('P2D');
    const ended = await signed.endLeave('2026-08-25');
    expect(await ended.json()).toEqual({ leave: { from: '2026-08-25', to: '2026-08-25' } });
    expect((await signed.work()).leave).toEqual([]);
    expect((await signed.endLeave('2026-08-25')).status).toBe(404);
    const request = await town.submit();
    expect(town.asksTo(HEAD, request)).toHaveLength(1);
  });

  it('is nobody else’s to end, and what stands in the files is changed there', async () => {
    const town = story();
    await changeTown(town, (given) => ({
      ...given,
      leave: [...given.leave, { staff: HEAD, from: '2026-09-01', to: '2026-09-02' }],
    }));
    expect((await (await SignedIn.as(town, 'g52-b')).endLeave('2026-09-01')).status).toBe(404);
    expect((await (await SignedIn.as(town, HEAD)).endLeave('2026-09-01')).status).toBe(409);
  });
});
