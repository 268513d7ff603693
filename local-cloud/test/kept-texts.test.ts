import { Faults } from '../faults/faults.js';
import { SmsCarrier } from '../messaging/sms-carrier.js';
import { createMemoryStore } from '../storage/memory-store.js';
import { ManualClock } from './manual-clock.js';

async function carrier(keptTexts: number, store = createMemoryStore()) {
  const events: { inboundMessageId: string; previousPublishedMessageId?: string }[] = [];
  const texts = await SmsCarrier.open({
    clock: new ManualClock(),
    store,
    faults: new Faults(),
    publishIncoming: async (message) => {
      events.push(JSON.parse(message) as (typeof events)[number]);
      return Promise.resolve();
    },
    keptTexts,
  });
  return { texts, events };
}

const send = (texts: SmsCarrier, to: string) => texts.send({ from: 'SERVICE', to, body: `to ${to}` });
const reply = (texts: SmsCarrier, from: string, id: string) =>
  texts.receive({ from, to: 'SERVICE', body: 'back', id });

describe('texts in memory', () => {
  it('are the newest ones, and at most a quarter more', async () => {
    const { texts } = await carrier(4);
    for (const to of ['1', '2', '3', '4', '5']) await send(texts, to);
    expect(texts.sent()).toHaveLength(5);
    await send(texts, '6');
    expect(texts.sent().map(({ to }) => to)).toEqual(['3', '4', '5', '6']);
  });

  it('answer the text before them while that is among the newest', async () => {
    const { texts, events } = await carrier(4);
    const [first] = [await send(texts, '1'), await send(texts, '2')];
    await reply(texts, '1', 'a');
    for (const to of ['3', '4', '5', '6']) await send(texts, to);
    await reply(texts, '1', 'b');
    expect(events.map(({ previousPublishedMessageId }) => previousPublishedMessageId)).toEqual([
      first,
      undefined,
    ]);
  });

  it('that come again are known by their id while they are among the newest', async () => {
    const { texts, events } = await carrier(4);
    await reply(texts, '1', 'same');
    await reply(texts, '1', 'same');
    expect(texts.all()).toHaveLength(1);
    for (const to of ['1', '2', '3', '4', '5']) await send(texts, to);
    await reply(texts, '1', 'same');
    expect(texts.all().filter(({ direction }) => direction === 'in')).toHaveLength(1);
    expect(events).toHaveLength(3);
  });

  it('of before are read first, and what is sent then lies behind them', async () => {
    const store = createMemoryStore();
    const before = (await carrier(9, store)).texts;
    for (const to of ['1', '2', '3']) await send(before, to);
    const { texts } = await carrier(9, store);
    expect(texts.sent()).toEqual(before.sent());
    await send(texts, '4');
    expect(texts.sent().map(({ to }) => to)).toEqual(['1', '2', '3', '4']);
    const after = (await carrier(9, store)).texts;
    expect(after.sent()).toEqual(texts.sent());
  });
});
