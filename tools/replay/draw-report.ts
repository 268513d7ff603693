import type { ReplayReport, Row } from './comparison.js';
import { changeLines, isQuiet } from './print-report.js';
import type { ReplayWords } from './replay-words.js';

/** Units of the drawing. */
const WIDTH = 960;
const MARGIN = 24;
const LABELS = 150;
const LINE = 18;
const BAR = 9;
const PANEL = (WIDTH - 2 * MARGIN - LABELS) / 3;
/** The room that a bar leaves for its number. */
const NUMBER = 48;
const MEASURES = ['overdue', 'escalations', 'red'] as const;
/** Told apart by lightness too, for people who do not see the colours, and on paper. */
const BEFORE = '#9aa5b1';
const AFTER = '#1d4f91';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const textAt = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${x}" y="${y}"${more}>${escaped(words)}</text>`;

/** A drawing of some rows, and its height. */
interface Drawn {
  readonly height: number;
  readonly shapes: string;
}

function bar(x: number, y: number, value: number, most: number, fill: string): string {
  const width = Math.round(((PANEL - NUMBER) * value) / most);
  const number = textAt(x + width + 4, y + BAR - 1, String(value), ' font-size="10"');
  return `<rect x="${x}" y="${y}" width="${width}" height="${BAR}" fill="${fill}"/>${number}`;
}

/** A panel a measure, a line a row, two bars each. */
function drawRows(heading: string, rows: readonly Row[], top: number, words: ReplayWords): Drawn {
  const loud = rows.filter((row) => !isQuiet(row));
  const shapes = [textAt(MARGIN, top, heading, ' font-weight="bold"')];
  for (const [panel, measure] of MEASURES.entries()) {
    const x = MARGIN + LABELS + panel * PANEL;
    const most = Math.max(1, ...loud.flatMap(({ before, after }) => [before[measure], after[measure]]));
    shapes.push(textAt(x, top, words[measure], ' font-weight="bold"'));
    for (const [i, { before, after }] of loud.entries()) {
      const y = top + 10 + i * (LINE + 6);
      shapes.push(bar(x, y, before[measure], most, BEFORE), bar(x, y + BAR + 1, after[measure], most, AFTER));
    }
  }
  for (const [i, { name }] of loud.entries())
    shapes.push(textAt(MARGIN, top + 24 + i * (LINE + 6), name[words.language]));
  return { height: 34 + loud.length * (LINE + 6), shapes: shapes.join('\n') };
}

function legend(y: number, words: ReplayWords): string {
  const entry = (x: number, fill: string, label: string): string =>
    `<rect x="${x}" y="${y - BAR}" width="${BAR}" height="${BAR}" fill="${fill}"/>${textAt(x + BAR + 5, y, label)}`;
  return entry(MARGIN, BEFORE, words.before) + entry(MARGIN + 90, AFTER, words.after);
}

/** The report as one SVG drawing: before and after, by path and by grid. */
export function drawReport(report: ReplayReport, words: ReplayWords): string {
  const { town, from, to, total, faithful } = report;
  const title = words.title(town.name[words.language], from, to, total.cases);
  const notes = [...changeLines(report, words), words.faithful(faithful, total.cases)];
  const lines = notes.map((note, i) => textAt(MARGIN, 54 + i * LINE, note));
  const top = 54 + notes.length * LINE;
  const paths = drawRows(words.byPath, report.paths, top + 38, words);
  const grids = drawRows(words.byGrid, report.grids, top + 38 + paths.height, words);
  const height = top + 38 + paths.height + grids.height + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title" font-family="sans-serif" font-size="12" fill="#1b1f24">`,
    `<title id="title">${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    textAt(MARGIN, 32, title, ' font-size="16" font-weight="bold"'),
    ...lines,
    legend(top + 8, words),
    paths.shapes,
    grids.shapes,
    '</svg>',
    '',
  ].join('\n');
}
