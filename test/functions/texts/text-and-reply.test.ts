import { askSort } from '../../../adapters/table-keys.js';
import { factsOf } from '../../../domain/request/facts.js';
import { caseTown, GAS } from '../../domain/request/case-town.js';
import { asked, takeIn } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import { type FunctionWorld, RESIDENT } from '../function-world.js';

const TOWN = 'small-town';
const { begin } = eachWorld();

/** What is stored of the reply to a text by itself. */
const aloneOf = async ({ table }: FunctionWorld, message: string) =>
  (await table.get({ Key: { pk: `${TOWN}#text#reply:${message}`, sk: `reply:${message}` } })).Item;
const cameIn = async ({ table }: FunctionWorld, message: string) =>
  (await table.get({ Key: { pk: `${TOWN}#inbound#${message}`, sk: 'inbound' } })).Item;

/** Those who are called to an emergency are asked whether they are on their way. */
async function alarmed() {
  const stages = GAS.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.map((step) => ({ ...step, milestone: 'on-the-way' as const })),
  }));
  const world = await begin(caseTown({ programmes: [{ ...GAS, stages }] }));
  const id = await takeIn(world, 'gas-leak');
  await world.assign(id);
  const next = await world.record(id, { action: 'stage', round: 1 });
  for (const { n } of next.steps ?? []) await world.ask(id, n);
  return { world, id };
}

describe('the reply to a text', () => {
  it('is stored with the text once the carrier has taken it, and found by its own name', async () => {
    const world = await begin();
    await world.deliver({ from: world.phoneOf('a1'), body: '帮助', id: 'm1' });
    const [body] = world.textsTo(world.phoneOf('a1'));
    expect(await aloneOf(world, 'm1')).toBeUndefined();
    expect(await cameIn(world, 'm1')).toMatchObject({ body: '帮助', reply: body });
    const found = await world.services.textLog.find(TOWN, { direction: 'out', id: 'reply:m1' });
    expect(found).toMatchObject({ id: 'reply:m1', body, number: world.phoneOf('a1'), state: 'sent' });
  });

  it('is stored by itself while it waits for the carrier, and stays there when it was sent', async () => {
    const world = await begin();
    world.failures.carrier = 1;
    await world.deliver({ from: RESIDENT, body: '帮助', id: 'm1' });
    expect(await aloneOf(world, 'm1')).toHaveProperty('unstartedKey');
    expect(await cameIn(world, 'm1')).not.toHaveProperty('reply');
    world.at += 60_000;
    await world.sweep();
    expect(world.textsTo(RESIDENT)).toHaveLength(1);
    expect(await aloneOf(world, 'm1')).toMatchObject({ sent: true });
    expect(await world.services.textLog.find(TOWN, { direction: 'out', id: 'reply:m1' })).toMatchObject({
      state: 'sent',
    });
  });

  it('is not sent again where the text comes again', async () => {
    const world = await begin();
    await world.deliver({ from: RESIDENT, body: '帮助', id: 'm1' });
    await world.deliver({ from: RESIDENT, body: '帮助', id: 'm1', round: 2 });
    expect(world.textsTo(RESIDENT)).toHaveLength(1);
  });
});

describe('an answer', () => {
  it('by text is found through its ask, with its reply, and in no list of its request', async () => {
    const world = await begin();
    const { id } = await asked(world);
    const cadre = world.phoneOf('a1');
    await world.deliver({ from: cadre, body: '1', id: 'm1' });
    expect(await cameIn(world, 'm1')).not.toHaveProperty('historyKey');
    const texts = await world.services.textLog.ofRequest(TOWN, id);
    const ofAnswer = texts.filter((text) => text.id.endsWith('m1'));
    expect(ofAnswer.map((text) => [text.direction, text.id, text.request])).toEqual([
      ['out', 'reply:m1', id],
      ['in', 'm1', id],
    ]);
  });

  it.each([
    ['1', '=已出发'],
    ['1 出发了', '=已出发'],
    ['1 到现场了', '=已到场'],
  ])(
    'that says how far somebody called to an emergency is, is said back as that, never as done: %s',
    async (body, said) => {
      const { world } = await alarmed();
      await world.deliver({ from: world.phoneOf('a1'), body, id: 'm1' });
      expect(world.textsTo(world.phoneOf('a1')).at(-1)).toContain(said);
    },
  );

  it.each([
    ['1', '=已出发'],
    ['1 到现场了', '=已到场'],
  ])(
    'that was cut off and comes again is said back in the same way, never as done: %s',
    async (body, said) => {
      const { world } = await alarmed();
      world.failures.engine = 1;
      for (const round of [1, 2]) await world.deliver({ from: world.phoneOf('a1'), body, id: 'm1', round });
      expect(world.textsTo(world.phoneOf('a1')).at(-1)).toContain(said);
    },
  );

  it('that says how far somebody called to an emergency is, is found through its ask, too', async () => {
    const { world, id } = await alarmed();
    await world.deliver({ from: world.phoneOf('a1'), body: '1 出发了', id: 'm1' });
    expect(await cameIn(world, 'm1')).not.toHaveProperty('historyKey');
    const texts = await world.services.textLog.ofRequest(TOWN, id);
    expect(texts.map((text) => text.id).filter((one) => one.endsWith('m1'))).toEqual(['reply:m1', 'm1']);
  });

  it('by a text that was delivered twice stands there once', async () => {
    const world = await begin();
    const { id } = await asked(world);
    world.failures.engine = 1;
    for (const round of [1, 2])
      await world.deliver({ from: world.phoneOf('a1'), body: '1', id: 'm1', round });
    const texts = await world.services.textLog.ofRequest(TOWN, id);
    expect(texts.map((text) => text.id).filter((one) => one === 'm1')).toHaveLength(1);
  });

  it('that answered two asks of its request stands there once', async () => {
    const world = await begin();
    const { id, n } = await asked(world);
    await world.deliver({ from: world.phoneOf('a1'), body: '1', id: 'm1' });
    const { Item } = await world.table.get({ Key: { pk: `${TOWN}#request#${id}`, sk: askSort(n) } });
    expect(Item).toHaveProperty('answer.key', 'm1');
    await world.table.put({ Item: { ...Item, sk: askSort(n + 10), n: n + 10 } });
    const texts = await world.services.textLog.ofRequest(TOWN, id);
    expect(texts.map((text) => text.id).filter((one) => one.endsWith('m1'))).toEqual(['reply:m1', 'm1']);
  });

  it('is looked for without reading by which token its task waits', async () => {
    const world = await begin();
    const { id } = await asked(world);
    const read = jest.spyOn(world.table, 'queryAll');
    await world.services.textLog.ofRequest(TOWN, id);
    const items = await Promise.all(read.mock.results.map(({ value }) => value));
    expect(items.flat()).not.toEqual([]);
    expect(JSON.stringify(items)).not.toContain('oken');
  });

  it('on a page is in no log of texts', async () => {
    const world = await begin();
    const { id, n } = await asked(world);
    const ask = await world.services.asks.find({ town: TOWN, of: 'request', subject: id, n });
    if (ask)
      await world.services.asks.answer(ask, { option: 'accept', by: 'a1', at: world.at, key: 'a-page' });
    const texts = await world.services.textLog.ofRequest(TOWN, id);
    expect(texts.map(({ direction }) => direction)).not.toContain('in');
  });

  it('goes with its request when that is erased', async () => {
    const world = await begin();
    const { id } = await asked(world);
    await world.deliver({ from: world.phoneOf('a1'), body: '1', id: 'm1' });
    const record = await world.services.requests.load(TOWN, id);
    await world.services.erased.besideRequest(TOWN, factsOf(record), world.at);
    expect(await cameIn(world, 'm1')).toBeUndefined();
    expect(await world.services.textLog.ofRequest(TOWN, id)).toEqual([]);
  });
});
