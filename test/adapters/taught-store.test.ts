import { type Taught, TaughtStore } from '../../adapters/taught-store.js';
import { eachWorld } from '../functions/each-world.js';

const { begin } = eachWorld();

const taught = (request: string, at: number, words = '路灯坏了'): Taught => ({
  request,
  example: { words, kind: 'matter', category: 'street-light', villages: [] },
  who: 'desk-1',
  name: '示例值班员',
  at,
});

async function store(): Promise<TaughtStore> {
  return new TaughtStore((await begin()).table);
}

describe('what was taught', () => {
  it("is listed as it was taught, each town's own", async () => {
    const kept = await store();
    await kept.add('a-town', taught('R2', 2));
    await kept.add('a-town', taught('R1', 1));
    expect((await kept.list('a-town')).map(({ request }) => request)).toEqual(['R1', 'R2']);
    expect(await kept.list('another-town')).toEqual([]);
  });

  it('of a request again takes the place of what was taught before', async () => {
    const kept = await store();
    await kept.add('a-town', taught('R1', 1));
    await kept.add('a-town', taught('R1', 2, '路灯不亮'));
    expect(await kept.list('a-town')).toEqual([taught('R1', 2, '路灯不亮')]);
  });

  it('is removed only as long as it is what was meant', async () => {
    const kept = await store();
    await kept.add('a-town', taught('R1', 1));
    await kept.add('a-town', taught('R1', 2));
    expect(await kept.remove('a-town', taught('R1', 1))).toBe(false);
    expect(await kept.remove('a-town', taught('R1', 2))).toBe(true);
    expect(await kept.list('a-town')).toEqual([]);
  });
});
