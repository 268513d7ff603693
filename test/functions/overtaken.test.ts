import { SnsCarrier } from '../../adapters/sns-carrier.js';
import { createKeepQuota } from '../../functions/workflow/keep-quota/handler.js';
import { createSendHeldTexts } from '../../functions/texts/send-held-texts/handler.js';
import { withdraw } from '../../functions/use-cases/withdraw.js';
import { caseTown, SURGERY } from '../domain/request/case-town.js';
import { asked, atApprovals, atStage, takeIn } from './a-case.js';
import { eachWorld } from './each-world.js';
import { type FunctionWorld, RESIDENT } from './function-world.js';

const { begin } = eachWorld();

/** Whatever else happens between a decision and its first call of this method. */
function meanwhile<Name extends string>(
  store: Readonly<Record<Name, (...args: never[]) => Promise<unknown>>>,
  method: Name,
  act: () => Promise<unknown>,
): void {
  const real: (...args: never[]) => Promise<unknown> = store[method];
  jest
    .spyOn<Record<string, typeof real>, string>(store, method)
    .mockImplementationOnce(async function overtaken(this: unknown, ...args) {
      await act();
      return real.apply(this, args);
    });
}

describe('a request that is taken back', () => {
  it('just before its ask is stored lets the task go, and nobody is texted', async () => {
    const world = await begin();
    const id = await takeIn(world);
    const n = (await world.assign(id)).ask?.n;
    meanwhile(world.services.asks, 'put', () => withdraw(world.services, 'small-town', id, world.at));
    const token = await world.ask(id, n);
    expect(world.resolved).toEqual([{ token, option: 'withdrawn' }]);
    expect(world.textsTo(world.phoneOf('a1'))).toEqual([]);
  });

  it('while an ask is being put ends that ask too', async () => {
    const world = await begin();
    const id = await takeIn(world);
    const n = (await world.assign(id)).ask?.n;
    let token = '';
    meanwhile(world.services.requests, 'save', async () => {
      token = await world.ask(id, n);
    });
    await withdraw(world.services, 'small-town', id, world.at);
    expect(world.resolved).toEqual([{ token, option: 'withdrawn' }]);
  });

  it('stays open where somebody may be in danger, and whoever is called stays called', async () => {
    const world = await begin();
    const id = await takeIn(world, 'gas-leak');
    await world.assign(id);
    expect(await withdraw(world.services, 'small-town', id, world.at)).toBe('stays');
    expect((await world.services.requests.load('small-town', id)).withdrawnAt).toBeUndefined();
  });
});

describe('of two answers to one ask', () => {
  it('the first stands, however near the second comes', async () => {
    const world = await begin();
    const { id, n } = await asked(world);
    const from = world.phoneOf('a1');
    meanwhile(world.services.asks, 'answer', () => world.deliver({ from, body: '1', id: 'first' }));
    await world.deliver({ from, body: '2 on leave', id: 'second' });
    const ask = await world.services.asks.find({ town: 'small-town', of: 'request', subject: id, n });
    expect(ask?.answer).toMatchObject({ option: 'accept', key: 'first' });
    expect(world.resolved.map(({ option }) => option)).toEqual(['accept']);
  });
});

describe('a wait for a place', () => {
  const places = {
    stage: 'application',
    count: 1,
    per: 'year' as const,
    need: [],
    tellAt: [],
    reviewEvery: { days: 30 },
    waitWithin: { days: 90 },
  };
  const take = (world: FunctionWorld, request: string, action: object) =>
    createKeepQuota(world.services)({
      contract: 1,
      town: 'small-town',
      request,
      at: new Date(world.at).toISOString(),
      ...action,
    });

  it('that is stored just after the last place came free ends at once', async () => {
    const world = await begin(caseTown({ programmes: [{ ...SURGERY, places }] }));
    const first = await takeIn(world, 'surgery');
    await take(world, first, { action: 'take', round: 1, ask: 0 });
    const { id, next } = await atStage(world, 'surgery');
    expect(next.to).toBe('take-place');
    expect(await take(world, id, { action: 'take', round: 1, ask: 0 })).toMatchObject({ given: false });
    const waits = await world.record(id, { action: 'place', round: 1, given: false, ask: 0 });
    meanwhile(world.services.asks, 'put', () => take(world, first, { action: 'give-up' }));
    const token = await world.ask(id, waits.ask?.n);
    expect(world.resolved.at(-1)).toEqual({ token, option: 'closed' });
  });
});

describe('a text that was held', () => {
  it('is sent by one run, though another comes while the carrier has it', async () => {
    const world = await begin();
    world.at = Date.parse('2026-08-24T23:00:00+08:00');
    await asked(world);
    const morning = () => world.scheduled(createSendHeldTexts, '2026-08-25T07:00:00+08:00');
    meanwhile(SnsCarrier.prototype, 'deliver', morning);
    await morning();
    expect(world.texts.map(({ to }) => to).toSorted()).toEqual([world.phoneOf('a1'), RESIDENT]);
  });
});

/** The function dies when everything is done and stored, before it can say so. */
function cutOff({ services: { inbound } }: FunctionWorld): void {
  const done = inbound.done.bind(inbound);
  jest.spyOn(inbound, 'done').mockImplementationOnce(async (...text) => {
    await done(...text);
    throw new Error('cut off');
  });
}

describe('what is texted back', () => {
  it('is texted once, though the function died behind it and the queue delivers again', async () => {
    const world = await begin();
    await asked(world);
    const text = { from: world.phoneOf('a1'), body: '1', id: 'm1' };
    cutOff(world);
    expect(await world.deliver(text)).toEqual(['m1']);
    expect(await world.deliver(text)).toEqual([]);
    expect(world.textsTo(text.from).filter((body) => body.includes('reply-'))).toHaveLength(1);
  });

  it('by two replies is texted once each, though the function died before it could store the text', async () => {
    const world = await begin();
    await asked(world);
    const from = world.phoneOf('a1');
    const one = world.codeFor(from);
    await asked(world);
    const text = { from, body: `${one} 1, ${world.codeFor(from)} 1`, id: 'm1' };
    jest.spyOn(world.services.inbound, 'done').mockRejectedValueOnce(new Error('cut off'));
    expect(await world.deliver(text)).toEqual(['m1']);
    expect(await world.deliver(text)).toEqual([]);
    expect(world.textsTo(from).filter((body) => body.includes('reply-'))).toHaveLength(2);
  });

  it('to each text is a reply of its own, also to the same words', async () => {
    const world = await begin();
    await asked(world);
    const from = world.phoneOf('a1');
    const one = world.codeFor(from);
    await asked(world);
    const body = `${one} 1, ${world.codeFor(from)} 1`;
    const before = world.textsTo(from).length;
    await world.deliver({ from, body, id: 'm1' }, { from, body, id: 'm2' });
    expect(world.textsTo(from)).toHaveLength(before + 4);
  });
});

describe('whoever else was asked in a stage', () => {
  const told = (world: FunctionWorld): string[] =>
    world.texts.filter(({ body }) => body.includes('told-superseded')).map(({ to }) => to);
  /** Three departments are asked side by side. */
  const three = caseTown({
    programmes: [
      {
        ...SURGERY,
        stages: [
          {
            id: 'approvals',
            name: { 'zh-CN': '审批', en: 'Approvals' },
            tell: [],
            steps: [{ department: 'water' }, { department: 'gas' }, 'grid-head' as const].map((by, n) => ({
              id: `approve-${n}`,
              name: { 'zh-CN': '审批', en: 'approval' },
              by,
              asks: 'approval' as const,
              final: true,
              within: { workingDays: 3 },
            })),
          },
        ],
      },
    ],
  });

  it('is told that it is over, each of them, when one refuses', async () => {
    const world = await begin(three);
    const { id, next } = await atStage(world, 'surgery');
    for (const { n } of next.steps ?? []) await world.ask(id, n);
    await world.deliver({ from: world.phoneOf('w1'), body: '2 not insured' });
    expect(new Set(told(world)).size).toBe(2);
  });

  it('is told so once, though the function died behind it and the queue delivers again', async () => {
    const world = await begin();
    await atApprovals(world);
    const text = { from: world.phoneOf('w1'), body: '2 not insured', id: 'm1' };
    jest.spyOn(world.services.inbound, 'done').mockRejectedValueOnce(new Error('cut off'));
    expect(await world.deliver(text)).toEqual(['m1']);
    expect(await world.deliver(text)).toEqual([]);
    expect(told(world)).toEqual([world.phoneOf('gas')]);
  });
});
