import type { Reply } from '../../../web/reply.js';
import { createOutbox, sendThrough, type Waiting } from '../../../web/staff/outbox.js';
import { memoryKeep } from '../memory-keep.js';

const item = (id: string, more: Partial<Waiting> = {}): Waiting => ({
  id,
  link: `/asks/${id}`,
  about: 'street light',
  said: 'done',
  body: { option: 'done' },
  at: 1,
  ...more,
});
const TAKEN: Reply<unknown> = { kind: 'answer', value: { label: 'done' } };
const NONE: Reply<unknown> = { kind: 'unreachable' };
const problem = (status: number): Reply<unknown> => ({
  kind: 'problem',
  problem: { status, errors: [{ field: '/note', message: 'why?' }] },
});

/** An outbox on a device, with a network that can be switched. */
function setup(keep = memoryKeep()) {
  const network = { reply: TAKEN };
  const calls: string[] = [];
  const outbox = createOutbox(keep, ({ id, body }) => {
    calls.push(`${id} ${JSON.stringify(body)}`);
    return Promise.resolve(network.reply);
  });
  return { outbox, network, calls, keep };
}

describe('what is written', () => {
  it('is sent at once where there is a network, and not kept any longer', async () => {
    const { outbox, keep } = setup();
    expect(await sendThrough(outbox, item('a'))).toEqual(TAKEN);
    expect(outbox.items()).toEqual([]);
    expect(outbox.sent().map(({ item: { id } }) => id)).toEqual(['a']);
    expect(keep.read('staff.outbox')).toBeNull();
  });

  it('is kept without one, outlives the page, and goes once, in order, word for word', async () => {
    const { outbox, network, keep } = setup();
    network.reply = NONE;
    expect(await sendThrough(outbox, item('a'))).toEqual(NONE);
    expect(await sendThrough(outbox, item('b'))).toEqual(NONE);
    const reopened = setup(keep);
    expect(reopened.outbox.items()).toEqual([item('a'), item('b')]);
    await Promise.all([reopened.outbox.flush(), reopened.outbox.flush()]);
    await reopened.outbox.flush();
    expect(reopened.calls).toEqual(['a {"option":"done"}', 'b {"option":"done"}']);
  });

  it.each([500, 503, 429])('waits while the service answers %d', async (status) => {
    const { outbox, network } = setup();
    network.reply = problem(status);
    expect((await sendThrough(outbox, item('a'))).kind).toBe('unreachable');
    expect(outbox.items()).toEqual([item('a')]);
  });

  it.each([404, 409, 410, 422])(
    'is kept with the reason where the service answers %d, and not sent again',
    async (status) => {
      const { outbox, network, calls, keep } = setup();
      network.reply = problem(status);
      await sendThrough(outbox, item('a'));
      const reopened = setup(keep);
      await reopened.outbox.flush();
      expect(reopened.outbox.items()[0]?.refused).toMatchObject({ status, errors: [{ message: 'why?' }] });
      expect([calls.length, reopened.calls.length]).toEqual([1, 0]);
      reopened.outbox.drop('a');
      expect(reopened.outbox.items()).toEqual([]);
    },
  );

  it('does not hold up what was written after it, when it is refused', async () => {
    const { outbox, network, calls } = setup();
    network.reply = problem(409);
    await sendThrough(outbox, item('a'));
    network.reply = TAKEN;
    expect(await sendThrough(outbox, item('b'))).toEqual(TAKEN);
    expect(calls).toHaveLength(2);
  });

  it('is what was written last where it was written again, also while the first was on its way', async () => {
    const keep = memoryKeep();
    const again = item('a', { at: 2, body: { option: 'refuse' } });
    const sent: unknown[] = [];
    const outbox = createOutbox(keep, ({ body }) => {
      if (sent.length === 0) outbox.add(again);
      sent.push(body);
      return Promise.resolve(TAKEN);
    });
    await sendThrough(outbox, item('a'));
    expect(sent).toEqual([{ option: 'done' }, { option: 'refuse' }]);
    expect(outbox.items()).toEqual([]);
  });

  it('is held by the page where the browser keeps nothing', async () => {
    const refusing = { read: () => null, write: () => undefined, drop: () => undefined };
    const { outbox, network } = setup(refusing);
    network.reply = NONE;
    await sendThrough(outbox, item('a'));
    expect(outbox.items()).toEqual([item('a')]);
    network.reply = TAKEN;
    await outbox.flush();
    expect(outbox.items()).toEqual([]);
  });

  it('tells who watches of every change', async () => {
    const { outbox } = setup();
    let changes = 0;
    const end = outbox.watch(() => (changes += 1));
    await sendThrough(outbox, item('a'));
    end();
    outbox.add(item('b'));
    expect(changes).toBe(2);
  });
});
