import * as fc from 'fast-check';
import { findPrivateNumbers, withoutNumbers } from '../../../domain/privacy/private-numbers.js';

/** Every number here is invented: the identity numbers name a region or a birthday that nobody can have. */
describe('private numbers in somebody’s words', () => {
  test.each([
    ['an identity number', '我的身份证是990101190001010018，请帮忙', ['identity']],
    ['in groups', '990101 19000101 0018', ['identity']],
    ['in full width', '身份证：９９０１０１１９０００１０１００１８', ['identity']],
    ['with a check X', '身份证99010119000101000x', ['identity']],
    ['a Personal Public Service number', 'my PPS is 1234567T', ['identity']],
    ['with its second letter', 'my PPS is 1234567FA', ['identity']],
    ['a number too long and wrong for a card', '卡号 6222 0000 0000 0001 239', []],
    ['a bank card that checks', 'card 4111 1111 1111 1111', ['card']],
    ['a mobile number', '打我儿子电话13900000000', ['phone']],
    ['a number with its country code', 'ring +353 20 919 0001', ['phone']],
    ['two of them', '990101190001010018 和 13900000000', ['identity', 'phone']],
  ])('%s', (_title, words, kinds) => {
    expect(findPrivateNumbers(words).map(({ kind }) => kind)).toEqual(kinds);
  });

  test.each([
    ['an identity number whose check character is wrong', '990101190001010017'],
    ['a meter number', '电表号 1234567890'],
    ['a date and a time', '2026-08-24 09:30'],
    ['a lamp post', '3 号路 12 号灯杆'],
    ['a sum', '要交 20000 元'],
    ['a request number', '7Q3K-9M2X'],
  ])('%s is none', (_title, words) => {
    expect(findPrivateNumbers(words)).toEqual([]);
  });

  it('are taken out and leave a mark', () => {
    const words = '身份证990101190001010018，电话13900000000，路灯不亮';
    expect(withoutNumbers(words, ['identity'])).toBe('身份证***，电话13900000000，路灯不亮');
    expect(withoutNumbers(words, ['identity', 'phone'])).toBe('身份证***，电话***，路灯不亮');
  });

  it('once taken out, none is left', () => {
    const parts = fc.constantFrom('990101190001010018', '13900000000', '灯', ' ', '1234567T', '5', '，', '-');
    fc.assert(
      fc.property(fc.array(parts), (words) => {
        const left = withoutNumbers(words.join(''), ['identity', 'card', 'phone']);
        expect(findPrivateNumbers(left)).toEqual([]);
      }),
    );
  });
});
