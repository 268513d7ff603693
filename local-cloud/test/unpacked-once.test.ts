import { deflateSync, inflateSync } from 'node:zlib';
import { inflateOnce } from '../lambda/unpacked-once.js';

const TEXT = '示例 example '.repeat(500);

describe('unpacking in a simulation', () => {
  it('gives what Node gives, each time as bytes of its own', () => {
    const packed = deflateSync(TEXT);
    const first = inflateOnce(packed);
    expect(first.toString()).toBe(TEXT);
    first.fill(0);
    expect(inflateOnce(Buffer.from(packed)).toString()).toBe(TEXT);
  });

  it('tells data apart by its bytes, whoever holds them', () => {
    const packed = deflateSync(TEXT);
    expect(inflateOnce(packed).toString()).toBe(TEXT);
    packed.set(deflateSync('other'), 0);
    expect(inflateOnce(packed).toString()).toBe(inflateSync(packed).toString());
  });

  it.each([1, 2])('refuses what was never packed, time %i', () => {
    expect(() => inflateOnce(Buffer.from('plain'))).toThrow('incorrect header check');
  });

  it('heeds options', () => {
    const packed = deflateSync(TEXT);
    inflateOnce(packed);
    expect(() => inflateOnce(packed, { maxOutputLength: 10 })).toThrow(RangeError);
  });
});
