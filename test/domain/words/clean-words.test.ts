import * as fc from 'fast-check';
import { cleanWords } from '../../../domain/words/clean-words.js';

/** Written by their numbers: in a file they could not be seen. */
const at = (...points: number[]): string => String.fromCodePoint(...points);
const half = String.fromCharCode(0xd83d);

describe('what nobody sees is taken out of what people write', () => {
  it.each([
    ['NUL', at(0)],
    ['a bell and an escape', at(7, 0x1b)],
    ['a C1 control', at(0x85, 0x9b)],
    ['an override of the direction', at(0x202e)],
    ['an isolate', at(0x2066, 0x2069)],
    ['marks of the direction', at(0x200e, 0x200f, 0x61c)],
    ['a space without width', at(0x200b)],
    ['a joiner and a non-joiner by themselves', at(0x200c, 0x200d)],
    ['a word joiner and a byte order mark', at(0x2060, 0xfeff)],
    ['a soft hyphen', at(0xad)],
    ['letters that are fillers', at(0x115f, 0x3164, 0xffa0)],
    ['a blank of Braille', at(0x2800)],
    ['half of a character', half],
    ['letters of the tag block', at(0xe0041, 0xe0042)],
    ['a sign between lines', at(0xfff9, 0xfffb)],
    ['what is no character', at(0xffff)],
  ])('%s', (_what, unseen) => {
    expect(cleanWords(`路${unseen}灯${unseen}`)).toBe('路灯');
    expect(cleanWords(unseen)).toBe('');
  });

  it('and a variation of nothing', () => {
    expect(cleanWords(at(0xfe0f, 0xfe0f))).toBe('');
    expect(cleanWords(at(0x200b, 0xfe0f))).toBe('');
    expect(cleanWords(` ${at(0xfe0e)}a`)).toBe(' a');
  });

  it.each([
    ['a family', '👨‍👩‍👧'],
    ['a woman at the wheel, with a tone', '👩🏽‍🚒'],
    ['a red heart', '❤️'],
    ['a heart on fire', '❤️‍🔥'],
    ['a keycap', '1️⃣'],
    ['a flag', '🇨🇳'],
    ['a rare surname', '𠮷'],
    ['a variant of a character', at(0x845b, 0xe0100)],
    ['a tab and a line end', '一\t二\n三'],
    ['accents', 'Ó Súilleabháin'],
  ])('%s stays as it is', (_what, words) => {
    expect(cleanWords(words)).toBe(words);
  });

  it('every kind of line end is one', () => {
    expect(cleanWords(`a\r\nb\rc${at(0x2028)}d${at(0x2029)}e`)).toBe('a\nb\nc\nd\ne');
  });

  it('and what is clean is left as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (words) => {
        const clean = cleanWords(words);
        expect(cleanWords(clean)).toBe(clean);
        expect(/(?![\t\n])[\p{Cc}\p{Cs}]|[\u202A-\u202E\u2066-\u2069]/u.test(clean)).toBe(false);
      }),
    );
  });
});
