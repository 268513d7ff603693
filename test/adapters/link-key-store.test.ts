import { LinkKeyStore } from '../../adapters/link-key-store.js';
import { eachWorld } from '../functions/each-world.js';

const { begin } = eachWorld();

describe("a town's key for links", () => {
  it('is made once, even by several functions at the same moment, and is 256 bits long', async () => {
    const { table } = await begin();
    const made = await Promise.all(
      Array.from({ length: 8 }, () => new LinkKeyStore(table).findOrMake('a-town')),
    );
    expect(new Set(made).size).toBe(1);
    expect(Buffer.from(made[0] ?? '', 'base64url')).toHaveLength(32);
  });

  it('is not there before a link was signed, and is each town’s own', async () => {
    const { linkKeys } = (await begin()).services;
    expect(await linkKeys.find('a-town')).toBeUndefined();
    const key = await linkKeys.findOrMake('a-town');
    expect(await linkKeys.find('a-town')).toBe(key);
    expect(await linkKeys.findOrMake('another-town')).not.toBe(key);
  });

  it('that was rotated signs no more, and what it signed holds as long as was said', async () => {
    const { linkKeys } = (await begin()).services;
    expect(await linkKeys.rotate('a-town', { at: 0, until: 100 })).toBe(false);
    const first = await linkKeys.findOrMake('a-town');
    expect(await linkKeys.rotate('a-town', { at: 0, until: 100 })).toBe(true);
    const second = await linkKeys.findOrMake('a-town');
    expect(second).not.toBe(first);
    expect(await linkKeys.accepted('a-town', 99)).toEqual([second, first]);
    expect(await linkKeys.accepted('a-town', 100)).toEqual([second]);
  });

  it('that may be known to others opens nothing from the moment it is rotated, nor do those before it', async () => {
    const { linkKeys } = (await begin()).services;
    await linkKeys.findOrMake('a-town');
    await linkKeys.rotate('a-town', { at: 0, until: 100 });
    await linkKeys.rotate('a-town', { at: 50, until: 50 });
    expect(await linkKeys.accepted('a-town', 51)).toEqual([await linkKeys.find('a-town')]);
  });
});
