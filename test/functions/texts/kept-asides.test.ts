import { showRequestId } from '../../../domain/codes/request-id.js';
import { entriesOf, type EntryOf } from '../../../domain/request/timeline.js';
import { asked, atApprovals } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import type { FunctionWorld } from '../function-world.js';

const { begin } = eachWorld();

const remarks = async (world: FunctionWorld, id: string): Promise<EntryOf<'remark'>[]> =>
  entriesOf(await world.services.requests.load(world.town.settings.id, id), 'remark');

const staffWordsOf = async (world: FunctionWorld, id: string): Promise<string | undefined> =>
  (await world.services.requests.person(world.town.settings.id, id)).staffWords;

/** The codes of what the head of the grid is asked, in its order. */
const codesOf = (world: FunctionWorld): (string | undefined)[] =>
  world.textsTo(world.phoneOf('a1')).map((body) => /code=(\w{4})/.exec(body)?.[1]);

const fullWidth = (code: string): string =>
  code.replace(/[!-~]/g, (typed) => String.fromCharCode(typed.charCodeAt(0) + 0xfee0));

/** What the head of the grid, who is asked, is told behind their texts. */
async function toldBehind(world: FunctionWorld, ...texts: string[]): Promise<string> {
  const from = world.phoneOf('a1');
  for (const body of texts) await world.deliver({ from, body });
  return world.textsTo(from).at(-1) ?? '';
}

describe('words of the staff that answer nothing they are asked', () => {
  it.each([
    '他家没人，电话也打不通',
    "she's had that bother with the bins since last year",
    '哪个村的？我没看懂',
  ])('are kept under their name, and the ask stays open: "%s"', async (words) => {
    const world = await begin();
    const { id, token } = await asked(world);
    expect(await toldBehind(world, words)).toContain('reply-kept');
    expect(await remarks(world, id)).toMatchObject([{ by: 'a1', note: words }]);
    const { staffWords, description } = await world.services.requests.person(world.town.settings.id, id);
    expect([staffWords, description]).toEqual([
      expect.stringContaining(words),
      expect.not.stringContaining(words),
    ]);
    expect(world.resolved).toEqual([]);
    await toldBehind(world, '1');
    expect(world.resolved).toEqual([{ token, option: 'accept' }]);
  });

  it('without their code are kept with the one that it names, of several', async () => {
    const world = await begin();
    const { id } = await asked(world);
    const code = world.codeFor(world.phoneOf('a1'));
    const { id: other } = await asked(world, 'road');
    await toldBehind(world, '他家没人，电话也打不通');
    expect([await remarks(world, id), await remarks(world, other)]).toEqual([[], []]);
    await toldBehind(world, `${code} 他家没人，电话也打不通`);
    expect(await remarks(world, id)).toMatchObject([{ note: '他家没人，电话也打不通' }]);
    expect(await remarks(world, other)).toEqual([]);
  });

  it.each(['2还是1啊', '1 不同意', '收到个屁'])(
    'that contradict an option are kept nowhere, as their sender is told: "%s"',
    async (words) => {
      const world = await begin();
      const { id } = await asked(world);
      expect(await toldBehind(world, words)).toContain('reply-bad-option');
      expect(await remarks(world, id)).toEqual([]);
      expect(await staffWordsOf(world, id)).toBeUndefined();
    },
  );

  it('are told to be kept by what is said of each, where one text speaks of several', async () => {
    const world = await begin();
    const [{ id }, { id: other }] = [await asked(world), await asked(world, 'road')];
    const [code = '', second = ''] = codesOf(world);
    await toldBehind(world, `${code} 1，${second} 他家没人，电话也打不通`);
    expect(world.textsTo(world.phoneOf('a1')).filter((text) => text.includes('reply-kept'))).toHaveLength(1);
    expect([await remarks(world, id), await remarks(world, other)]).toMatchObject([
      [],
      [{ note: '他家没人，电话也打不通' }],
    ]);
  });

  it('are kept without the words of another request, however its code is typed', async () => {
    const world = await begin();
    const [{ id }, { id: other }] = [await asked(world), await asked(world, 'road')];
    const [code = '', second = ''] = codesOf(world);
    await toldBehind(world, `${fullWidth(code)} 他家没人，电话也打不通 ${second} 1`);
    expect([await remarks(world, id), await remarks(world, other)]).toMatchObject([
      [{ note: '他家没人，电话也打不通' }],
      [],
    ]);
  });

  it('stand once, however often their sender says them otherwise', async () => {
    const world = await begin();
    const { id } = await asked(world);
    for (const words of ['哪个村的？我没看懂', '没看懂，说的是哪个村', '到底哪个村的？'])
      expect(await toldBehind(world, words)).toContain('reply-kept');
    expect(await remarks(world, id)).toMatchObject([{ note: '到底哪个村的？', unsure: true }]);
    expect(await staffWordsOf(world, id)).toContain('没看懂，说的是哪个村');
  });

  it('are not kept where there are none beside a code, a digit and a number', async () => {
    const world = await begin();
    const { id } = await asked(world);
    const code = world.codeFor(world.phoneOf('a1'));
    for (const body of ['6', code, `${code} 6`, showRequestId(id)])
      expect(await toldBehind(world, body)).toContain('reply-bad-option');
    expect(await remarks(world, id)).toEqual([]);
  });

  it('stand there once when they are delivered again', async () => {
    const world = await begin();
    const { id } = await asked(world);
    const text = { from: world.phoneOf('a1'), body: '他家没人，电话也打不通', id: 'm1' };
    world.breakAtNextText();
    await world.deliver(text);
    await world.deliver({ ...text, round: 2 });
    expect(await remarks(world, id)).toHaveLength(1);
  });
});

describe('words that probably mean an answer', () => {
  it.each([
    ['2', '今天可能去不了', 'declined', 'which has them'],
    ['1', 'i doubt i can make it today', 'accepted', 'which has no words'],
  ])(
    'are kept while their sender is asked, and stand once when "%s" confirms them: "%s" is %s, %s',
    async (digit, words, type) => {
      const world = await begin();
      const { id, n } = await asked(world);
      expect(await toldBehind(world, words)).toContain('reply-likely');
      expect(await remarks(world, id)).toMatchObject([{ by: 'a1', note: words }]);
      expect(world.texts.filter(({ body }) => body.includes('told-remark'))).toEqual([]);
      await toldBehind(world, digit);
      await world.record(id, { action: 'answered', ask: n });
      const { timeline } = await world.services.requests.load(world.town.settings.id, id);
      expect(timeline.map((entry) => entry.type)).toContain(type);
      expect(timeline.filter((entry) => 'note' in entry && entry.note === words)).toHaveLength(1);
      const { staffWords } = await world.services.requests.person(world.town.settings.id, id);
      expect(staffWords).toBeUndefined();
    },
  );
});

describe('words that surely are a remark', () => {
  it('are told to whoever else is asked about it; what may mean something else is told to nobody', async () => {
    const world = await begin();
    const { id } = await atApprovals(world);
    const told = () => world.texts.filter(({ body }) => body.includes('told-remark'));
    const record = await world.services.requests.load(world.town.settings.id, id);
    const [first = ''] = record.asks.flatMap(({ to }) => (to.who === 'staff' ? [to.staff] : []));
    const from = world.phoneOf(first);
    await world.deliver({ from, body: '哪个村的？我没看懂' });
    expect(told()).toEqual([]);
    await world.deliver({ from, body: '这人电话换了，新号尾数三七' });
    expect(told()).toMatchObject([{ to: expect.not.stringContaining(from) }]);
    expect(await remarks(world, id)).toHaveLength(2);
  });
});
