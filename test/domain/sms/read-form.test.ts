import { parseText } from '../../../domain/sms/parse-text.js';

const command = (text: string) => parseText(text, '2026-08-24').command;
const pairs = (text: string) => {
  const read = command(text);
  return read?.name === 'form' ? read.values.map(({ number, words }) => [number, words]) : undefined;
};

describe('a form by text', () => {
  test.each([
    [
      '表 1=72 2=是 3=左眼',
      [
        [1, '72'],
        [2, '是'],
        [3, '左眼'],
      ],
    ],
    [
      'form 1=72 2=yes 3=left eye',
      [
        [1, '72'],
        [2, 'yes'],
        [3, 'left eye'],
      ],
    ],
    [
      '表1＝72，2＝是；3＝左眼',
      [
        [1, '72'],
        [2, '是'],
        [3, '左眼'],
      ],
    ],
    ['填表 1=72', [[1, '72']]],
    [
      '表 1= 2=是',
      [
        [1, ''],
        [2, '是'],
      ],
    ],
    ['表 4=证 37 A=1号', [[4, '证 37 A=1号']]],
    ['表', []],
    ['FORM', []],
  ])('%s names its fields by number', (text, values) => {
    expect(pairs(text)).toEqual(values);
  });

  test.each([
    ['表 K7QV 1=72', 'K7QV'],
    ['K7QV 表 1=72', 'K7QV'],
    ['form k7qv', 'K7QV'],
    ['表 1=72', undefined],
  ])('%s names the ask on either side, or not at all', (text, code) => {
    const read = command(text);
    expect(read?.name === 'form' && read.code).toBe(code);
  });

  test.each(['表坏了', '表 坏了 1=2', 'form of payment?', 'formal complaint', '水表 1=2', '表 K7QV 已交'])(
    '%s is no form',
    (text) => {
      expect(command(text)?.name).not.toBe('form');
    },
  );
});
