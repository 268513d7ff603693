import {
  pointNames,
  pointNumbers,
  pointsText,
  readFault,
  wordsAfterPoints,
} from '../../../domain/task/form-points.js';

const point = (id: string, zh: string) => ({ id, label: { 'zh-CN': zh, en: id } });
const FORM = [point('roads', '道路'), point('lamps', '路灯'), point('waste', '垃圾')];

describe('the points of a check form', () => {
  it('are texted by number', () => {
    expect(pointsText(FORM, 'zh-CN')).toBe('1道路 2路灯 3垃圾');
    expect(pointsText(FORM, 'en')).toBe('1 roads, 2 lamps, 3 waste');
  });

  it.each([
    ['13 台账缺页', ['roads', 'waste']],
    ['1、3 台账缺页', ['roads', 'waste']],
    ['2', ['lamps']],
    ['3 2 缺页', ['lamps', 'waste']],
    ['2: broken', ['lamps']],
  ])('that fail are named at the head of the words: "%s"', (note, points) => {
    expect(readFault(note, FORM).points).toEqual(points);
  });

  it('are read back from the numbers a page makes of those that were ticked', () => {
    expect(pointNumbers(['waste', 'roads'], FORM)).toBe('1 3');
    expect(readFault('1 3 台账缺页', FORM)).toEqual({ points: ['roads', 'waste'], words: '台账缺页' });
    expect(pointNames(['waste', 'roads'], FORM, 'zh-CN')).toBe('道路、垃圾');
  });

  it.each([
    ['1 3 台账缺页', ['roads', 'waste'], '台账缺页'],
    ['5盏灯不亮', [], '5盏灯不亮'],
    ['5 lamps are out', [], '5 lamps are out'],
    ['2 5 lamps are out', ['lamps'], '5 lamps are out'],
    [undefined, [], ''],
  ])('that were read once stay as read, whatever the form is now: "%s"', (note, points, words) => {
    expect(wordsAfterPoints(note, points)).toBe(words);
  });

  it.each([undefined, '', '灯不亮', '3个灯不亮', '4 台账', '19 台账', '灯 2'])(
    'are not guessed from "%s"',
    (note) => {
      expect(readFault(note, FORM).points).toEqual([]);
    },
  );
});
