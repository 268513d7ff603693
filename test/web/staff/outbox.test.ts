import type { PictureStore } from '../../../web/picture-store.js';
import type { Reply } from '../../../web/reply.js';
import { createKeptPhotos } from '../../../web/staff/kept-photos.js';
import { areGone, KeptOutbox, type Outbox, sendThrough, type Waiting } from '../../../web/staff/outbox.js';
import { memoryKeep } from '../memory-keep.js';
import { memoryPictures } from '../memory-pictures.js';

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

/** An outbox on a device, with a network that can be switched, for what is said and for photos. */
function setup(keep = memoryKeep(), pictures = memoryPictures()) {
  const network = { reply: TAKEN, photos: TAKEN };
  const calls: string[] = [];
  const outbox = new KeptOutbox(
    keep,
    createKeptPhotos(() => Promise.resolve(pictures)),
    {
      send({ id, body }) {
        calls.push(`${id} ${JSON.stringify(body)}`);
        return Promise.resolve(network.reply);
      },
      sendPhoto({ id }, picture) {
        calls.push(`${id} photo ${picture}`);
        return Promise.resolve(network.photos);
      },
    },
  );
  return { outbox, network, calls, keep, pictures };
}

/** Until something is so, looked at after each change. */
const until = (outbox: Outbox, isSo: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (isSo()) resolve();
    };
    outbox.watch(look);
    look();
  });

describe('what is written', () => {
  it('is sent at once where there is a network, and not kept any longer', async () => {
    const { outbox, keep } = setup();
    expect(await sendThrough(outbox, item('a'))).toEqual(TAKEN);
    expect(outbox.items()).toEqual([]);
    expect(outbox.sent().map(({ item: { id } }) => id)).toEqual(['a']);
    expect(keep.read('staff.outbox')).toBeNull();
  });

  it('that is held goes when the moment is over, and never where it was taken back', async () => {
    const { outbox, calls } = setup();
    let end = (): void => undefined;
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    const [kept, taken] = [outbox.hold(item('a'), over), outbox.hold(item('b'), over)];
    await outbox.flush();
    expect(calls).toEqual([]);
    outbox.takeBack('b');
    end();
    expect([await kept, await taken]).toEqual([true, false]);
    await outbox.flush();
    expect(calls).toEqual(['a {"option":"done"}']);
  });

  it('that is held is sent by the next page, where this one was closed', async () => {
    const { outbox, keep } = setup();
    void outbox.hold(item('a'), new Promise(() => undefined));
    const reopened = setup(keep);
    await reopened.outbox.flush();
    expect(reopened.calls).toEqual(['a {"option":"done"}']);
  });

  it('is under way until it was tried in vain', async () => {
    const { outbox, network } = setup();
    network.reply = NONE;
    const sending = sendThrough(outbox, item('a'));
    expect(outbox.isUnderWay('a')).toBe(true);
    await sending;
    expect(outbox.isUnderWay('a')).toBe(false);
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
    const outbox: Outbox = new KeptOutbox(
      keep,
      createKeptPhotos(() => Promise.resolve(memoryPictures())),
      {
        send({ body }) {
          if (sent.length === 0) outbox.add(again);
          sent.push(body);
          return Promise.resolve(TAKEN);
        },
        sendPhoto: () => Promise.resolve(TAKEN),
      },
    );
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

/** Waits until no picture is kept. */
async function expectNone(pictures: PictureStore): Promise<void> {
  while ((await pictures.names()).length > 0) await new Promise(setImmediate);
}

describe('photos that go with an answer', () => {
  it('follow it one by one, once it is taken, and are kept no longer', async () => {
    const { outbox, calls, pictures } = setup();
    expect(await sendThrough(outbox, item('a'), ['p', 'q'])).toEqual(TAKEN);
    await until(outbox, () => outbox.items().length === 0);
    await outbox.flush();
    expect(calls).toEqual(['a {"option":"done"}', 'a photo p', 'a photo q']);
    await expectNone(pictures);
  });

  it('are kept with it without a network, outlive the page, and go once', async () => {
    const { outbox, network, keep, pictures } = setup();
    network.reply = NONE;
    expect(await sendThrough(outbox, item('a'), ['p', 'q'])).toEqual(NONE);
    expect(outbox.items()).toEqual([item('a', { photos: 2 })]);
    const reopened = setup(keep, pictures);
    await reopened.outbox.flush();
    await until(reopened.outbox, () => reopened.outbox.items().length === 0);
    expect(reopened.calls).toEqual(['a {"option":"done"}', 'a photo p', 'a photo q']);
  });

  it('wait where the signal is lost between them, and hold up no answer', async () => {
    const { outbox, network, calls, keep, pictures } = setup();
    network.photos = NONE;
    expect(await sendThrough(outbox, item('a'), ['p', 'q'])).toEqual(TAKEN);
    expect(outbox.items()).toEqual([item('a', { photos: 2, answered: { label: 'done' } })]);
    expect(await sendThrough(outbox, item('b'))).toEqual(TAKEN);
    await until(outbox, () => calls.length >= 3);
    const reopened = setup(keep, pictures);
    await reopened.outbox.flush();
    await until(reopened.outbox, () => reopened.outbox.items().length === 0);
    expect(reopened.calls).toEqual(['a photo p', 'a photo q']);
  });

  it('are kept with the reason where the service takes none, and not sent again', async () => {
    const { outbox, network, calls, pictures } = setup();
    network.photos = problem(409);
    expect(await sendThrough(outbox, item('a'), ['p', 'q'])).toEqual(TAKEN);
    await until(outbox, () => outbox.items()[0]?.refused !== undefined);
    await outbox.flush();
    expect(calls).toEqual(['a {"option":"done"}', 'a photo p']);
    await expectNone(pictures);
    outbox.drop('a');
    expect(outbox.items()).toEqual([]);
  });

  it('are there again when the answer is taken back to be changed, and gone when it is put away', async () => {
    const { outbox, network } = setup();
    network.reply = problem(422);
    await sendThrough(outbox, item('a'), ['p']);
    outbox.takeBack('a');
    expect(outbox.items()).toEqual([]);
    expect(await outbox.picturesOf('a')).toEqual(['p']);
    await sendThrough(outbox, item('a', { at: 2 }), []);
    expect(outbox.items()[0]?.photos).toBeUndefined();
    outbox.drop('a');
    expect(await outbox.picturesOf('a')).toEqual([]);
  });

  it('that the device has no room for are said to be so, and the answer is kept all the same', async () => {
    const { outbox, network, keep, calls } = setup(memoryKeep(), memoryPictures({ isFull: true }));
    network.reply = NONE;
    await sendThrough(outbox, item('a'), ['p']);
    await until(outbox, () => outbox.items()[0]?.photosUnkept === true);
    network.reply = TAKEN;
    await outbox.flush();
    await until(outbox, () => outbox.items().length === 0);
    expect(calls.slice(-1)).toEqual(['a photo p']);
    expect(keep.read('staff.outbox')).toBeNull();
  });

  it('that went with the page are said to be gone, and never to have arrived', async () => {
    const { outbox, network, keep } = setup(memoryKeep(), memoryPictures({ isFull: true }));
    network.reply = NONE;
    await sendThrough(outbox, item('a'), ['p']);
    await until(outbox, () => outbox.items()[0]?.photosUnkept === true);
    const reopened = setup(keep);
    await reopened.outbox.flush();
    await until(reopened.outbox, () => reopened.outbox.items()[0]?.refused !== undefined);
    expect(reopened.calls).toEqual(['a {"option":"done"}']);
    const [left] = setup(keep).outbox.items();
    expect(left?.refused && areGone(left.refused)).toBe(true);
  });

  it('wait where the device cannot be asked for them now', async () => {
    const { outbox, network, keep, pictures } = setup();
    network.photos = NONE;
    await sendThrough(outbox, item('a'), ['p']);
    const unreadable = { ...pictures, get: () => Promise.reject(new Error('UnknownError')) };
    const asleep = setup(keep, unreadable);
    await asleep.outbox.flush();
    const awake = setup(keep, pictures);
    await awake.outbox.flush();
    await until(awake.outbox, () => awake.outbox.items().length === 0);
    expect([asleep.calls, awake.calls]).toEqual([[], ['a photo p']]);
  });
});
