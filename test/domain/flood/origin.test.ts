import { originOf } from '../../../adapters/contact.js';
import { readOriginCode } from '../../../domain/flood/origin.js';
import { placeKey, placeOfKey } from '../../../domain/flood/flood.js';

describe('the code of an origin', () => {
  it('is the same for the same origin, another for another kind and another town, and says nothing of it', () => {
    const address = originOf('sanhehu', 'address', '203.0.113.7');
    expect(address).toMatch(/^A-[0-9A-Z]{8}$/);
    expect(originOf('sanhehu', 'address', '203.0.113.7')).toBe(address);
    const others = [
      originOf('sanhehu', 'address', '203.0.113.8'),
      originOf('elmford', 'address', '203.0.113.7'),
      originOf('sanhehu', 'phone', '+8619911110001'),
      originOf('sanhehu', 'sender', '+8619911110001'),
    ];
    expect(new Set([address, ...others].map((code) => code.slice(2))).size).toBe(5);
  });

  it.each([
    ['A-7K2M9QXR', 'A-7K2M9QXR'],
    [' a7k2m9qxr ', 'A-7K2M9QXR'],
    ['Ｓ－７Ｋ２Ｍ９ＱＸＲ', 'S-7K2M9QXR'],
    ['T-7K2M9QXR', undefined],
    ['A-7K2M', undefined],
    ['on, I am on my way', undefined],
  ])('is read from "%s"', (text, code) => {
    expect(readOriginCode(text)).toBe(code);
  });
});

describe('a place of a flood', () => {
  it.each([{ village: 'zhukou', group: 5, grid: 52 }, { grid: 3 }, {}])(
    'is one word and back: %j',
    (place) => {
      expect(placeOfKey(placeKey(place))).toEqual(place);
    },
  );
});
