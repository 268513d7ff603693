import { cleanValue } from '../../../domain/words/clean-value.js';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('what a page or a program sent', () => {
  it('is clean in every field and name, however deep', () => {
    const sent = JSON.parse('{"a\\u0000":["x\\u202e",{"b":"\\ud83d"}],"n":1,"t":true,"e":null}') as unknown;
    expect(cleanValue(sent)).toEqual({ value: { a: ['x', { b: '' }], n: 1, t: true, e: null }, unfit: [] });
  });

  it.each([
    ['a field too long', { a: ['x', '长'.repeat(2001)] }, { path: ['a', 1], is: 'too-long', most: 2000 }],
    ['a name too long', { a: { ['k'.repeat(201)]: 1 } }, { path: ['a'], is: 'too-long', most: 200 }],
    ['a number past what can be kept', { a: 1e126 }, { path: ['a'], is: 'no-number' }],
    ['a whole number of too many digits', { a: 2 ** 53 }, { path: ['a'], is: 'no-number' }],
    ['a number too near to nothing', { a: -1e-131 }, { path: ['a'], is: 'no-number' }],
    ['a number without end', JSON.parse('{"a":1e999}') as unknown, { path: ['a'], is: 'no-number' }],
    ['no number at all', { a: Number.NaN }, { path: ['a'], is: 'no-number' }],
  ])('%s is named by its place', (_what, sent, unfit) => {
    expect(cleanValue(sent).unfit).toEqual([unfit]);
  });

  it('is not followed into lists without end', () => {
    expect(cleanValue(nested(32)).unfit).toEqual([]);
    expect(cleanValue(nested(30_000)).unfit).toMatchObject([{ is: 'too-deep' }]);
  });

  it('may hold whole files where a route says so', () => {
    expect(cleanValue({ 'staff.csv': 'x'.repeat(5000) }, 10_000).unfit).toEqual([]);
  });

  it('keeps a name that means something to the language as a plain one', () => {
    const { value } = cleanValue(JSON.parse('{"__proto__":{"vip":true}}'));
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value as object)).toEqual(['__proto__']);
  });
});
