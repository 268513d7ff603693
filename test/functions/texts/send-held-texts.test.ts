import { createSendHeldTexts } from '../../../functions/texts/send-held-texts/handler.js';
import { asked, takeIn } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import { type FunctionWorld, RESIDENT } from '../function-world.js';

const { begin, logged } = eachWorld();

const NIGHT = Date.parse('2026-08-24T23:00:00+08:00');
const send = (world: FunctionWorld, at: string) => world.scheduled(createSendHeldTexts, at);
const morning = (world: FunctionWorld) => send(world, '2026-08-25T07:00:00+08:00');

const told = (world: FunctionWorld): string[] => world.texts.map(({ to }) => to).toSorted();

async function askedAtNight() {
  const world = await begin();
  world.at = NIGHT;
  const { id } = await asked(world);
  return { world, id };
}

describe('what came up in the night', () => {
  it('is texted in the morning, each thing once', async () => {
    const { world } = await askedAtNight();
    expect(world.texts).toEqual([]);
    await send(world, '2026-08-25T06:30:00+08:00');
    expect(world.texts).toEqual([]);
    await morning(world);
    await send(world, '2026-08-25T07:30:00+08:00');
    expect(told(world)).toEqual([world.phoneOf('a1'), RESIDENT]);
  });

  it('is found without looking at towns that hold nothing', async () => {
    const { world } = await askedAtNight();
    const loads = jest.spyOn(world.services.towns, 'load');
    await send(world, '2026-08-25T06:30:00+08:00');
    expect(loads).not.toHaveBeenCalled();
    await morning(world);
    expect(loads).toHaveBeenCalledTimes(1);
    await send(world, '2026-08-25T07:30:00+08:00');
    expect(loads).toHaveBeenCalledTimes(1);
  });

  it('is not texted any more when somebody has answered meanwhile', async () => {
    const { world, id } = await askedAtNight();
    const ask = await world.services.asks.find({ town: 'small-town', of: 'request', subject: id, n: 1 });
    if (!ask) throw new Error('nothing was asked');
    await world.services.asks.answer(ask, { option: 'accept', by: 'b1', at: NIGHT, key: 'page' });
    await morning(world);
    expect(world.textsTo(world.phoneOf('a1'))).toEqual([]);
    expect((await world.services.waiting.holding(NIGHT + 86_400_000)).towns).toEqual([]);
  });

  it('that cannot be taken in hand is sent by a later run, and keeps nothing else waiting', async () => {
    const { world } = await askedAtNight();
    jest.spyOn(world.services.texts.stored, 'claim').mockRejectedValueOnce(new Error('the table is down'));
    await morning(world);
    expect(told(world)).toHaveLength(1);
    expect(logged().join()).toContain('held text not sent');
    await send(world, '2026-08-25T07:30:00+08:00');
    expect(told(world)).toEqual([world.phoneOf('a1'), RESIDENT]);
  });

  it('waits for a carrier that is down in the morning, and is sent by the sweep', async () => {
    const { world } = await askedAtNight();
    world.failures.carrier = 1;
    await morning(world);
    expect(told(world)).toEqual([]);
    await world.sweep(Date.parse('2026-08-25T07:05:00+08:00'));
    expect(told(world)).toEqual([world.phoneOf('a1'), RESIDENT]);
  });

  it('that a step says again when it is retried is held once', async () => {
    const world = await begin();
    world.at = NIGHT;
    const id = await takeIn(world);
    await world.assign(id);
    await world.assign(id);
    await morning(world);
    await world.assign(id);
    expect(world.textsTo(RESIDENT)).toHaveLength(1);
  });

  it('is answered at once where somebody texts the town', async () => {
    const world = await begin();
    world.at = NIGHT;
    await world.deliver({ from: world.phoneOf('a1'), body: 'help' });
    expect(world.textsTo(world.phoneOf('a1'))).toHaveLength(1);
  });
});

describe('a daily summary', () => {
  const FIVE = '2026-08-24T17:00:00+08:00';
  const NOON = Date.parse('2026-08-24T12:00:00+08:00');

  async function withSummary() {
    const world = await begin();
    await world.deliver({ from: world.phoneOf('a1'), body: 'summary' });
    const phone = world.phoneOf('a1');
    const tell = (n: number, more: object = {}) =>
      world.services.texts.send(world.town, {
        purpose: `notice/${n}`,
        to: phone,
        body: `whole notice ${n}`,
        at: NOON + n,
        brief: `line ${n} ${'-'.repeat(20)}`,
        ...more,
      });
    const since = () => world.textsTo(phone).slice(1);
    return { world, phone, tell, since };
  }

  it('gathers notices until its hour and sends them in as few texts as they need, each once', async () => {
    const { world, tell, since } = await withSummary();
    for (const n of [1, 2, 3, 4]) await tell(n);
    expect(since()).toEqual([]);
    await send(world, '2026-08-24T16:30:00+08:00');
    expect(since()).toEqual([]);
    await send(world, FIVE);
    await send(world, '2026-08-24T17:30:00+08:00');
    expect(since()).toHaveLength(2);
    expect(
      since()
        .join()
        .match(/line \d/g),
    ).toEqual(['line 1', 'line 2', 'line 3', 'line 4']);
    expect(since().join()).not.toContain('whole notice');
  });

  it('leaves what is no such notice, and what is urgent, to be sent at once', async () => {
    const { tell, since } = await withSummary();
    await tell(1, { brief: undefined });
    await tell(2, { atOnce: 'emergency' });
    expect(since()).toEqual(['whole notice 1', 'whole notice 2']);
  });

  it('is sent to each who chose one, and to nobody else', async () => {
    const { world, phone, tell } = await withSummary();
    const other = world.phoneOf('b1');
    await world.deliver({ from: other, body: 'summary' });
    await tell(1);
    await tell(2, { to: other });
    await tell(3, { to: world.phoneOf('c1') });
    expect(world.textsTo(world.phoneOf('c1'))).toEqual(['whole notice 3']);
    await send(world, FIVE);
    expect(world.textsTo(phone).at(-1)).toContain('line 1');
    expect(world.textsTo(other).at(-1)).toContain('line 2');
  });

  it('that the carrier does not take is sent by the sweep, whole', async () => {
    const { world, tell, since } = await withSummary();
    await tell(1);
    await tell(2);
    world.failures.carrier = 1;
    await send(world, FIVE);
    expect(since()).toEqual([]);
    await world.sweep(Date.parse('2026-08-24T17:05:00+08:00'));
    await send(world, '2026-08-24T17:30:00+08:00');
    await send(world, '2026-08-24T18:00:00+08:00');
    expect(since()).toHaveLength(1);
    expect(since()[0]).toMatch(/line 1[^]*line 2/);
  });

  it('ends with one word; a resident who asks for one is helped', async () => {
    const { world, tell, since } = await withSummary();
    await world.deliver({ from: world.phoneOf('a1'), body: 'each' });
    await tell(1);
    expect(since().at(-1)).toBe('whole notice 1');
    await world.deliver({ from: RESIDENT, body: 'summary' });
    expect(world.textsTo(RESIDENT).at(-1)).toContain('reply-help-resident');
  });
});
