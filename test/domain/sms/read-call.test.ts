import { checkCharacter } from '../../../domain/codes/check-character.js';
import { parseText } from '../../../domain/sms/parse-text.js';

const NUMBER = `7Q3K9M2${checkCharacter('7Q3K9M2')}`;
const K7Q = `K7Q${checkCharacter('K7Q')}`;
const shown = `${NUMBER.slice(0, 4)}-${NUMBER.slice(4)}`;

const read = (text: string) =>
  parseText(text, '2026-08-24', (words) => /water|power|gas/.test(words)).command;

describe('a call of several departments', () => {
  it.each([
    ['吹哨 城管 供电 供水', { words: '城管 供电 供水' }],
    ['吹哨城管供电', { words: '城管供电' }],
    [`吹哨 ${shown} 城管,供电`, { request: NUMBER, words: '城管,供电' }],
    [`吹哨 ${K7Q} 城管、供电`, { code: K7Q, words: '城管、供电' }],
    [`吹哨 城管 供电 ${K7Q.toLowerCase()}`, { code: K7Q, words: '城管 供电' }],
    [`call ${K7Q} water power`, { code: K7Q, words: 'water power' }],
    ['Call water and power', { words: 'water and power' }],
    ['吹哨', { words: '' }],
  ])('is read from "%s"', (text, said) => {
    expect(read(text)).toEqual({ name: 'call', ...said });
  });

  it.each(['call him tomorrow, nobody home', 'called twice, no answer', 'calling them now'])(
    'is none where no department follows the everyday word: "%s"',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );
});
