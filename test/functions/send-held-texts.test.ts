import { createSendHeldTexts } from '../../functions/send-held-texts/handler.js';
import { asked, takeIn } from './a-case.js';
import { eachWorld } from './each-world.js';
import { type FunctionWorld, RESIDENT } from './function-world.js';

const { begin, logged } = eachWorld();

const NIGHT = Date.parse('2026-08-24T23:00:00+08:00');
const send = (world: FunctionWorld, at: string) => createSendHeldTexts(world.services)({ at });
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

  it('is not texted any more when somebody has answered meanwhile', async () => {
    const { world, id } = await askedAtNight();
    const ask = await world.services.asks.find({ town: 'small-town', of: 'request', subject: id, n: 1 });
    if (!ask) throw new Error('nothing was asked');
    await world.services.asks.answer(ask, { option: 'accept', by: 'b1', at: NIGHT, key: 'page' });
    await morning(world);
    expect(world.textsTo(world.phoneOf('a1'))).toEqual([]);
    expect(await world.services.texts.due(world.town, NIGHT + 86_400_000, 9)).toEqual([]);
  });

  it('that the carrier refuses is sent by a later run, and keeps nothing else waiting', async () => {
    const { world } = await askedAtNight();
    world.failures.carrier = 1;
    await morning(world);
    expect(told(world)).toHaveLength(1);
    expect(logged().join()).toContain('held text not sent');
    await send(world, '2026-08-25T07:30:00+08:00');
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
