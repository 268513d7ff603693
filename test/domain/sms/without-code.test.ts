import { withoutCode } from '../../../domain/sms/without-code.js';

it.each([
  ['K7QV 他家没人', 'K7QV'],
  ['k7qv他家没人', 'K7QV'],
  ['Ｋ７ＱＶ 他家没人', 'K7QV'],
  ['他家没人 KO28', 'K028'],
  ['他家没人，kl2c', 'K12C'],
])('the words "%s" are without the code %s, however it is typed', (text, code) => {
  expect(withoutCode(text, code).replace(/[\s，]+$/, '')).toBe('他家没人');
});

it('words without the code stay as they are', () => {
  expect(withoutCode('他家没人 M2PG', 'K7QV')).toBe('他家没人 M2PG');
});
