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
});
