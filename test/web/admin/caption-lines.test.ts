import { captionLines, wrap } from '../../../web/admin/statistics/caption-lines.js';

/** As if each character were ten pixels wide. */
const widthOf = (text: string): number => text.length * 10;

it.each([
  ['Map of the grids: open requests', 400, ['Map of the grids: open requests']],
  ['Map of the grids: open requests', 200, ['Map of the grids:', 'open requests']],
  ['网格地图：未办结的诉求', 50, ['网格地图：', '未办结的诉', '求']],
  ['截至8月24日，三河湖镇', 80, ['截至8月24日，', '三河湖镇']],
  ['Northmeadow, so far', 50, ['Northmeadow,', 'so', 'far']],
  ['', 50, ['']],
])('"%s" in %d pixels breaks between words, and begins no line with a mark', (text, width, lines) => {
  expect(wrap(text, width, widthOf)).toEqual(lines);
});

it('lines of a caption follow each other, and the picture begins below the last', () => {
  const { lines, height } = captionLines(['Map of the grids', 'Sanhehu Town, so far'], 100, widthOf);
  expect(lines.map(({ text }) => text)).toEqual(['Map of the', 'grids', 'Sanhehu', 'Town, so', 'far']);
  const middles = lines.map(({ y }) => y);
  expect(middles).toEqual(middles.toSorted((a, b) => a - b));
  expect(height).toBeGreaterThan((middles.at(-1) ?? 0) + 13 / 2);
});
