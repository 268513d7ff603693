import { readCode } from '../../../domain/access/staff-sign-in.js';

describe('a code as it was typed', () => {
  it.each([
    ['12345678', '12345678'],
    [' 1234 5678 ', '12345678'],
    ['1234-5678', '12345678'],
    ['１２３４５６７８', '12345678'],
    ['1234567', undefined],
    ['123456789', undefined],
    ['1234567a', undefined],
    ['', undefined],
  ])('%j is %j', (typed, read) => {
    expect(readCode(typed)).toBe(read);
  });
});
