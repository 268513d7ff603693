import { PLACEHOLDER_LENGTH } from '../../../domain/texts/text-keys.js';
import { householdsText, weekBeforeText } from '../../../domain/visits/visit-words.js';
import { settings } from '../small-town.js';

const { visits } = settings();
const [first, second] = visits.classes.map(({ id }) => id);
const household = (number: number, of = first ?? '', carriedOver = false) => ({
  household: number,
  class: of,
  carriedOver,
});
const names = visits.classes.map(({ name }) => name);

describe('a list of households', () => {
  it('says of which class each is, so that nobody has to look it up', () => {
    const listed = [household(3), household(12, second), household(7)];
    expect(householdsText(listed, { visits }, 'zh-CN')).toBe(
      second === undefined
        ? `${names[0]?.['zh-CN']}03 12 07`
        : `${names[0]?.['zh-CN']}03 07，${names[1]?.['zh-CN']}12`,
    );
  });

  it('is their numbers alone where a text has no room for more', () => {
    const listed = Array.from({ length: 16 }, (_, i) => household(100 + i));
    const text = householdsText(listed, { visits }, 'zh-CN');
    expect(text).toMatch(/^[\d ]+$/);
    expect(text.length).toBeLessThanOrEqual(PLACEHOLDER_LENGTH.households);
  });
});

describe('what became of the week before', () => {
  it.each([
    [
      'is how many were not visited',
      true,
      [household(1, first, true), household(2)],
      '上周未访1户',
      '1 late',
    ],
    ['is that all were', true, [household(1)], '上周的都已走访', ''],
    ['is nothing in the first week', false, [household(1)], '', ''],
  ])('%s', (_, hadBefore, listed, chinese, english) => {
    expect(weekBeforeText(listed, hadBefore, 'zh-CN')).toBe(chinese);
    expect(weekBeforeText(listed, hadBefore, 'en')).toBe(english);
    expect(chinese.length).toBeLessThanOrEqual(PLACEHOLDER_LENGTH.before);
  });
});
