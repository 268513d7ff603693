import { contactOfPhone } from '../../../adapters/contact.js';
import { caseTown } from '../../domain/request/case-town.js';
import { sampleTown } from '../../towns/sample-town.js';
import { asked, atApprovals, takeIn } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import { type FunctionWorld, HIDDEN_FOR, RESIDENT } from '../function-world.js';

const { begin, logged } = eachWorld();

describe('a batch of texts', () => {
  it('gives back to the queue only what failed', async () => {
    const world = await begin();
    const { token } = await asked(world);
    const back = await world.deliver(
      { from: RESIDENT, body: '', id: 'broken', raw: 'not json: +8619900000901' },
      { from: RESIDENT, body: '', id: 'strange', raw: '{"originationNumber": 1}' },
      { from: world.phoneOf('a1'), body: '1', id: 'fine' },
    );
    expect(back).toEqual(['broken', 'strange']);
    expect(world.resolved).toEqual([{ token, option: 'accept' }]);
  });

  it('logs nothing of what was typed, or by whom', async () => {
    const world = await begin();
    await asked(world);
    world.breakAtNextText();
    await world.deliver(
      { from: RESIDENT, body: 'a secret worry' },
      { from: RESIDENT, body: 'x', raw: 'a secret' },
    );
    expect(logged().join()).not.toMatch(/secret|19900000901/);
    expect(logged().join()).toContain('text not taken');
  });
});

/** As a function leaves it that ended in the middle. */
const inHand = (world: FunctionWorld, from: string, round: number, id = 'm1') =>
  world.services.inbound.take(
    'small-town',
    contactOfPhone('small-town', from),
    { id, round, at: world.at },
    { done: [], broke: 0 },
  );

describe('texts of one sender', () => {
  const HOUR = 3_600_000;
  /** What was done with each, in order: its reply, or that it went back to the queue. */
  const deliver = async (world: FunctionWorld, id: string, body: string, round = 1, sentAt = world.at) => {
    const back = await world.deliver({ id, body, from: RESIDENT, round, sentAt });
    return back.length > 0 ? 'back' : 'read';
  };

  it('are read in their order: a later one waits until the one before it is done', async () => {
    const world = await begin();
    world.breakAtNextText();
    expect(await deliver(world, 'm1', '帮助')).toBe('back');
    world.at += 1000;
    expect(await deliver(world, 'm2', '进度')).toBe('back');
    world.at += HIDDEN_FOR;
    const [first, second] = [world.at - HIDDEN_FOR - 1000, world.at - HIDDEN_FOR];
    expect(await deliver(world, 'm2', '进度', 2, second)).toBe('back');
    expect(await deliver(world, 'm1', '帮助', 2, first)).toBe('read');
    expect(await deliver(world, 'm2', '进度', 3, second)).toBe('read');
  });

  it('wait for none of another sender', async () => {
    const world = await begin();
    world.breakAtNextText();
    expect(await deliver(world, 'm1', '帮助')).toBe('back');
    world.at += 1000;
    expect(await world.deliver({ id: 'm2', body: '帮助', from: world.phoneOf('a1') })).toEqual([]);
  });

  it('that speak of a danger wait for none', async () => {
    const { dangers, model } = sampleTown();
    const world = await begin(caseTown({ dangers, model }));
    world.breakAtNextText();
    await deliver(world, 'm1', '帮助');
    world.at += 1000;
    expect(await deliver(world, 'm2', '家里煤气味很大，快来人')).toBe('read');
  });

  it('are noted first where they come out of a heap, in which an earlier one may lie, and read in the next round', async () => {
    const world = await begin();
    const [first, second] = [world.at, world.at + 60_000];
    world.at += HOUR;
    expect(await deliver(world, 'm2', '进度', 5, second)).toBe('back');
    expect(await deliver(world, 'm1', '帮助', 5, first)).toBe('back');
    world.at += HIDDEN_FOR;
    expect(await deliver(world, 'm2', '进度', 6, second)).toBe('back');
    expect(await deliver(world, 'm1', '帮助', 6, first)).toBe('read');
    world.at += HIDDEN_FOR;
    expect(await deliver(world, 'm2', '进度', 7, second)).toBe('read');
  });

  it('wait no longer for one that failed by itself five times: something is wrong with it', async () => {
    const world = await begin();
    const first = world.at;
    for (let round = 1; round <= 5; round += 1) {
      world.breakAtNextText();
      expect(await deliver(world, 'm1', '帮助', round, first)).toBe('back');
      expect(await deliver(world, 'm2', '进度', round, first + 1000)).toBe(round < 5 ? 'back' : 'read');
      world.at += HIDDEN_FOR;
    }
  });

  it('wait no longer for one with which the function ended five times, laying nothing back', async () => {
    const world = await begin();
    jest.spyOn(world.services.inbound, 'layBack').mockResolvedValue();
    jest.spyOn(world.services.inbound, 'moment').mockResolvedValue();
    const first = world.at;
    for (let round = 1; round <= 6; round += 1) {
      world.breakAtNextText();
      expect(await deliver(world, 'm1', '帮助', round, first)).toBe('back');
      expect(await deliver(world, 'm2', '进度', round, first + 1000)).toBe(round < 6 ? 'back' : 'read');
      world.at += HIDDEN_FOR;
    }
  });

  it('in one moment are both answered then: the later one waits for the one that is in work', async () => {
    const world = await begin();
    await inHand(world, RESIDENT, 1);
    world.at += 1000;
    const { at, services } = world;
    const { inbound } = services;
    const { settings } = caseTown();
    const moment = jest
      .spyOn(inbound, 'moment')
      .mockImplementation(() => inbound.done(settings, { id: 'm1', from: RESIDENT, body: '帮助', at }));
    expect(await deliver(world, 'm2', '进度')).toBe('read');
    expect(moment).toHaveBeenCalledTimes(1);
  });

  it('wait a few moments for one in work, and for a crowd of them none', async () => {
    const world = await begin();
    const moment = jest.spyOn(world.services.inbound, 'moment').mockResolvedValue();
    await inHand(world, RESIDENT, 1);
    world.at += 1000;
    expect(await deliver(world, 'm2', '进度')).toBe('back');
    expect(moment.mock.calls.length).toBeGreaterThan(0);
    moment.mockClear();
    await inHand(world, RESIDENT, 1, 'm0');
    await inHand(world, RESIDENT, 1, 'm2');
    world.at += 1000;
    expect(await deliver(world, 'm3', '进度')).toBe('back');
    expect(moment).not.toHaveBeenCalled();
  });

  it('wait no longer for one that the queue has given up', async () => {
    const world = await begin();
    world.breakAtNextText();
    await deliver(world, 'm1', '帮助');
    world.at += 25 * HOUR;
    expect(await deliver(world, 'm2', '进度')).toBe('read');
  });
});

describe('a text that two deliveries bring in the same instant', () => {
  const text = { body: '帮助', id: 'm1' };

  it('is answered by one of them; the other goes back to the queue and finds it done', async () => {
    const world = await begin();
    const cadre = world.phoneOf('a1');
    const back = await Promise.all([1, 2].map(() => world.deliver({ ...text, from: cadre })));
    expect(back.flat()).toEqual(['m1']);
    expect(world.textsTo(cadre)).toHaveLength(1);
    expect(await world.deliver({ ...text, from: cadre, round: 2 })).toEqual([]);
    expect(world.textsTo(cadre)).toHaveLength(1);
  });

  it('is taken up by the next when nothing came of the one that had it', async () => {
    const world = await begin();
    const cadre = world.phoneOf('a1');
    // A function that ends in the middle lays nothing back.
    await inHand(world, cadre, 1);
    expect(await world.deliver({ ...text, from: cadre })).toEqual(['m1']);
    expect(await world.deliver({ ...text, from: cadre, round: 2 })).toEqual([]);
    expect(world.textsTo(cadre)).toHaveLength(1);
  });

  it('is taken up again an hour later, when somebody sends it on from the dead letters', async () => {
    const world = await begin();
    const cadre = world.phoneOf('a1');
    await inHand(world, cadre, 5);
    expect(await world.deliver({ ...text, from: cadre })).toEqual(['m1']);
    world.at += 3_600_001;
    expect(await world.deliver({ ...text, from: cadre })).toEqual([]);
    expect(world.textsTo(cadre)).toHaveLength(1);
  });
});

describe('an answer', () => {
  it('sent in time and read after somebody else was asked counts, and they are told', async () => {
    const world = await begin();
    const { id, n } = await asked(world);
    const sent = world.at + 60_000;
    // The texts had to wait, and the workflow's timer did not.
    world.at += 24 * 3_600_000;
    const { ask: instead } = await world.record(id, { action: 'silent', ask: n });
    const token = await world.ask(id, instead?.n);
    world.at = sent;
    await world.deliver({ from: world.phoneOf('a1'), body: '1' });
    expect(world.resolved).toEqual([{ token, option: 'accept' }]);
    expect(world.textsTo(world.phoneOf('b1')).at(-1)).toContain('told-taken-over');
    expect(world.textsTo(world.phoneOf('a1')).at(-1)).toContain('reply-recorded');
  });
});

describe('a text delivered again', () => {
  it('after the engine was down resolves the task, and is answered once', async () => {
    const world = await begin();
    const { token } = await asked(world);
    const cadre = world.phoneOf('a1');
    world.failures.engine = 1;
    expect(await world.deliver({ from: cadre, body: '1', id: 'm1' })).toEqual(['m1']);
    expect(await world.deliver({ from: cadre, body: '1', id: 'm1' })).toEqual([]);
    expect(world.resolved).toEqual([{ token, option: 'accept' }]);
    await world.deliver({ from: cadre, body: '1', id: 'm1' });
    expect(world.textsTo(cadre).filter((body) => body.includes('reply-'))).toHaveLength(1);
  });

  it('after its answer could not be stored is answered, and acts once', async () => {
    const world = await begin();
    const id = await takeIn(world);
    world.breakAtNextText();
    expect(await world.deliver({ from: RESIDENT, body: '撤回', id: 'm1' })).toEqual(['m1']);
    await world.deliver({ from: RESIDENT, body: '撤回', id: 'm1' });
    expect((await world.services.requests.load('small-town', id)).timeline.map(({ type }) => type)).toEqual([
      'received',
      'withdrawn',
    ]);
    expect(world.textsTo(RESIDENT)).toHaveLength(1);
  });

  it('that refused ends the other asks of its stage, each told once, wherever the first try broke off', async () => {
    const breaks: ((world: FunctionWorld) => void)[] = [
      (world) => {
        world.failures.engine = 1;
      },
      (world) => world.breakAtNextText(),
    ];
    for (const breakOff of breaks) {
      const world = await begin();
      const { tokens } = await atApprovals(world);
      const text = { from: world.phoneOf('w1'), body: '2 not insured', id: 'm1' };
      // The refusal itself goes through; ending, or telling, the other one does not.
      const real = world.services.asks.ofRequest.bind(world.services.asks);
      jest.spyOn(world.services.asks, 'ofRequest').mockImplementationOnce(async (...where) => {
        breakOff(world);
        return real(...where);
      });
      expect(await world.deliver(text)).toEqual(['m1']);
      expect(await world.deliver(text)).toEqual([]);
      await world.deliver(text);
      expect(world.resolved.slice(-2).map(({ option }) => option)).toEqual(['refuse', 'superseded']);
      expect(tokens.some((token) => world.waiting.has(token))).toBe(false);
      expect(
        world.textsTo(world.phoneOf('gas')).filter((body) => body.includes('told-superseded')),
      ).toHaveLength(1);
    }
  });
});

describe('a refusal', () => {
  it('does not tell a department that answered in the same moment that it is over', async () => {
    const world = await begin();
    await atApprovals(world);
    const real = world.services.asks.ofRequest.bind(world.services.asks);
    jest.spyOn(world.services.asks, 'ofRequest').mockImplementationOnce(async (...where) => {
      const before = await real(...where);
      await world.deliver({ from: world.phoneOf('gas'), body: '1' });
      return before;
    });
    await world.deliver({ from: world.phoneOf('w1'), body: '2 not insured' });
    expect(world.textsTo(world.phoneOf('gas')).join()).not.toContain('told-superseded');
    expect(world.resolved.slice(-2).map(({ option }) => option)).toEqual(['refuse', 'done']);
  });
});

describe('a member of staff who is a resident too', () => {
  const done = async (world: Awaited<ReturnType<typeof begin>>, phone: string) => {
    const id = await takeIn(world, 'street-light', { phone });
    const accept = await world.assign(id);
    await world.ask(id, accept.ask?.n);
    await world.deliver({ from: world.phoneOf('a1'), body: `${world.codeFor(world.phoneOf('a1'))} 1` });
    const outcome = await world.record(id, { action: 'answered', ask: accept.ask?.n });
    await world.ask(id, outcome.ask?.n);
    await world.deliver({
      from: world.phoneOf('a1'),
      body: `${world.codeFor(world.phoneOf('a1'))} 1 new bulb`,
    });
    const confirm = await world.record(id, { action: 'answered', ask: outcome.ask?.n });
    return { id, n: confirm.ask?.n ?? 0, token: await world.ask(id, confirm.ask?.n) };
  };

  it.each(['b1', 'a1'])(
    'answers whether they are satisfied, though %s is known by another contact',
    async (staff) => {
      const world = await begin();
      const phone = world.phoneOf(staff);
      const { id, n, token } = await done(world, phone);
      await world.deliver({ from: phone, body: `${world.codeFor(phone)} 1` });
      expect(world.resolved.at(-1)).toEqual({ token, option: 'satisfied' });
      const ask = await world.services.asks.find({ town: 'small-town', of: 'request', subject: id, n });
      expect(ask?.answer?.by).toBe('resident');
    },
  );

  it('is asked which is meant, unless they name what they are asked at work by its code', async () => {
    const world = await begin();
    const phone = world.phoneOf('a1');
    await done(world, phone);
    const { token } = await asked(world, 'road');
    const work = world.codeFor(phone);
    await world.deliver({ from: phone, body: '1' });
    expect(world.textsTo(phone).at(-1)).toContain('reply-several');
    const looks = jest.spyOn(world.services.asks, 'unanswered');
    await world.deliver({ from: phone, body: `1 ${work}` });
    expect(world.resolved.at(-1)).toEqual({ token, option: 'accept' });
    expect(looks).toHaveBeenCalledTimes(1);
  });

  it('takes back what they reported', async () => {
    const world = await begin();
    const id = await takeIn(world, 'street-light', { phone: world.phoneOf('c1') });
    await world.deliver({ from: world.phoneOf('c1'), body: '撤回' });
    expect((await world.services.requests.load('small-town', id)).withdrawnAt).toBe(world.at);
  });
});

describe('a text', () => {
  it('to several open requests that only says "withdraw" is told how, in its own language', async () => {
    const world = await begin();
    const [first, second] = [await takeIn(world), await takeIn(world, 'road')];
    await world.deliver({ from: RESIDENT, body: 'withdraw' });
    const reply = world.textsTo(RESIDENT).at(-1) ?? '';
    expect(reply).toMatch(/withdraw \w{4}-\w{4}\nwithdraw \w{4}-\w{4}/);
    for (const id of [first, second]) {
      expect((await world.services.requests.load('small-town', id)).withdrawnAt).toBeUndefined();
    }
  });

  it('that mutes a request ends its texts, the answers to what its resident texts excepted', async () => {
    const world = await begin();
    const [muted, other] = [await takeIn(world), await takeIn(world, 'road')];
    await world.deliver({ from: RESIDENT, body: 'mute' });
    expect(world.textsTo(RESIDENT).at(-1)).toMatch(/mute \w{4}-\w{4}\nmute \w{4}-\w{4}/);
    await world.deliver({ from: RESIDENT, body: `mute ${muted}` });
    expect(world.textsTo(RESIDENT).at(-1)).toContain('reply-muted');
    await world.assign(muted);
    expect(world.textsTo(RESIDENT).filter((body) => body.includes('receipt'))).toHaveLength(0);
    await world.assign(other);
    expect(world.textsTo(RESIDENT).filter((body) => body.includes('receipt'))).toHaveLength(1);
  });

  it("that asks to mute another resident's request changes nothing", async () => {
    const world = await begin();
    const id = await takeIn(world);
    await world.deliver({ from: '+8619900000902', body: `mute ${id}` });
    expect(world.textsTo('+8619900000902').at(-1)).toContain('reply-nothing-open');
    await world.assign(id);
    expect(world.textsTo(RESIDENT).join()).toContain('receipt');
  });

  it('from a resident who was just asked, that answers nothing, is kept as a remark and asked back', async () => {
    const world = await begin();
    await takeIn(world);
    await world.services.asks.put({
      town: 'small-town',
      of: 'request',
      subject: world.started[0] ?? '',
      n: 1,
      code: 'K7Q3',
      kind: 'confirmation',
      options: ['satisfied', 'unsatisfied'],
      until: world.at + 1,
      askedAt: world.at,
      state: 'open',
      contact: (await world.services.requests.load('small-town', world.started[0] ?? '')).resident,
      token: 'token',
    });
    await world.deliver({ from: RESIDENT, body: 'who are you?' });
    expect(world.textsTo(RESIDENT).at(-1)).toContain('reply-kept');
    const { timeline } = await world.services.requests.load('small-town', world.started[0] ?? '');
    expect(timeline.at(-1)).toMatchObject({ type: 'remark', note: 'who are you?' });
    expect(world.started).toHaveLength(1);
  });

  it('asks for all that was written about an ask, and gets it page by page', async () => {
    const short = { 'zh-CN': '{words} count={count}', en: '{words} count={count}' };
    const last = { 'zh-CN': '{words}', en: '{words}' };
    const texts = { ...caseTown().texts, 'reply-more': short, 'reply-more-last': last };
    const world = await begin(caseTown({ texts }));
    const { id } = await asked(world);
    const words = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ');
    const person = await world.services.requests.person('small-town', id);
    jest.spyOn(world.services.requests, 'person').mockResolvedValue({ ...person, description: words });
    const head = world.phoneOf('a1');
    const code = world.codeFor(head);
    await world.deliver({ from: head, body: `more ${code}` });
    expect(world.textsTo(head).at(-1)).toContain('word0 word1');
    const pages = Number(/count=(\d+)/.exec(world.textsTo(head).at(-1) ?? '')?.[1]);
    for (let page = 2; page <= pages; page += 1)
      await world.deliver({ from: head, body: `详 ${code} ${page}` });
    expect(pages).toBeGreaterThan(2);
    const said = world
      .textsTo(head)
      .slice(-pages)
      .join(' ')
      .match(/word\d+/g);
    expect(said).toEqual(words.split(' '));
    await world.deliver({ from: head, body: 'more' });
    expect(world.textsTo(head).at(-1)).toContain('word0');
  });

  it('of a matter is answered once, by what the request says next', async () => {
    const world = await begin();
    await world.deliver({ from: '+8619900000902', body: 'a tree has fallen', id: 'm1' });
    await world.deliver({ from: '+8619900000902', body: 'a tree has fallen', id: 'm1' });
    expect(world.started).toHaveLength(1);
    expect(world.textsTo('+8619900000902')).toEqual([]);
    const [request = ''] = world.started;
    await world.ask(request, (await world.assign(request)).ask?.n);
    expect(world.textsTo('+8619900000902')).toHaveLength(1);
  });

  it('from a stranger while the engine is down is accepted all the same', async () => {
    const world = await begin();
    world.failures.engine = 1;
    await world.deliver({ from: '+8619900000902', body: 'a tree has fallen', id: 'm1' });
    expect(world.textsTo('+8619900000902').at(-1)).toContain('reply-received');
    expect(await world.services.requests.unstarted('small-town')).toHaveLength(1);
  });

  it('that opts out is answered, delivered again is not, and ends all texts', async () => {
    const world = await begin();
    await world.deliver({ from: RESIDENT, body: 'TD', id: 'm1' });
    await world.deliver({ from: RESIDENT, body: 'TD', id: 'm1' });
    expect(world.textsTo(RESIDENT)).toHaveLength(1);
    await world.assign(await takeIn(world));
    expect(world.textsTo(RESIDENT)).toHaveLength(1);
  });
});
