import { eachWorld } from '../each-world.js';
import { type FunctionWorld, RESIDENT } from '../function-world.js';

const { begin, logged } = eachWorld();
const NOON = Date.parse('2026-08-24T12:00:00+08:00');
const MINUTE = 60_000;

/** Texts that the carrier did not take, a second apart. */
async function undelivered(world: FunctionWorld, count: number, at = NOON): Promise<void> {
  world.failures.carrier = 1;
  for (let n = 0; n < count; n += 1)
    await world.services.texts.send(world.town, {
      purpose: `sample/${at}/${n}`,
      to: RESIDENT,
      body: `words ${n}`,
      at: at + n * 1000,
    });
  expect(world.textsTo(RESIDENT)).toEqual([]);
}

describe('texts that the carrier did not take', () => {
  it('are sent in their order by the sweep, each once', async () => {
    const world = await begin();
    await undelivered(world, 3);
    for (const minutes of [5, 10]) await world.sweep(NOON + minutes * MINUTE);
    expect(world.textsTo(RESIDENT).map((body) => body.slice(-7))).toEqual(['words 0', 'words 1', 'words 2']);
  });

  it('do not wait for one that cannot be read', async () => {
    const world = await begin();
    await undelivered(world, 3);
    const { stored } = world.services.texts;
    jest.spyOn(stored, 'claim').mockRejectedValueOnce(new Error('not as expected'));
    await world.sweep(NOON + 5 * MINUTE);
    expect(world.textsTo(RESIDENT)).toHaveLength(2);
    expect(logged().join()).toContain('undelivered text not sent');
    await world.sweep(NOON + 10 * MINUTE);
    expect(world.textsTo(RESIDENT)).toHaveLength(3);
  });

  it('take along what came up behind them while they were sent', async () => {
    const world = await begin();
    await undelivered(world, 2);
    const { texts } = world.services;
    const real = texts.sendUndelivered.bind(texts);
    jest.spyOn(texts, 'sendUndelivered').mockImplementationOnce(async (...given) => {
      const late = { purpose: 'sample/late', to: RESIDENT, body: 'late words', at: NOON + 5 * MINUTE };
      await texts.send(world.town, late);
      return real(...given);
    });
    await world.sweep(NOON + 5 * MINUTE);
    expect(world.textsTo(RESIDENT)).toHaveLength(3);
  });
});
