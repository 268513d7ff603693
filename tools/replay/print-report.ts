import type { Compared } from '../../domain/replay/compare-replays.js';
import type { CauseRow, ReplayReport, Row } from './comparison.js';
import type { ReplayWords } from './replay-words.js';

/** Characters of the longest bar. */
const LONGEST_BAR = 40;
const MEASURES = ['overdue', 'escalations', 'red'] as const;

/** Chinese characters are two columns wide in a terminal. */
const widthOf = (text: string): number => text.length + (text.match(/[\u2E80-\uFFEF]/gu)?.length ?? 0);
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
const padLeft = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text;

export const isQuiet = ({ before, after }: Compared): boolean =>
  MEASURES.every((measure) => before[measure] + after[measure] === 0);

/** The report as text: the change, the counts as a table, and bars for whatever is late or climbs. */
export function printReport(report: ReplayReport, words: ReplayWords): string {
  const { language } = words;
  const { town, from, to, total, faithful, leftOut } = report;
  const title = words.title(town.name[language], from, to, total.cases);
  if (total.cases === 0) return `${title}\n${words.noCases}`;
  const loud = report.grids.filter((grid) => !isQuiet(grid));
  const quiet = report.grids.length - loud.length;
  return [
    title,
    ...changeLines(report, words),
    words.faithful(faithful, total.cases),
    ...(leftOut.length === 0 ? [] : [words.leftOut(leftOut.join(', '))]),
    '',
    words.byPath,
    ...tableOf([...report.paths, { id: '', name: both(words.total), ...total }], words),
    '',
    ...barsOf(report.paths, words),
    ...(loud.length === 0 ? [] : [words.byGrid, ...tableOf(loud, words), '', ...barsOf(loud, words)]),
    ...(quiet === 0 ? [] : [words.quietGrids(quiet)]),
    ...causeLines(report, words),
  ].join('\n');
}

/** Recurrences place by place, and how the changed rules would find more or fewer. */
function causeLines({ causes: { before, after } }: ReplayReport, words: ReplayWords): string[] {
  const { language } = words;
  if (before.length + after.length === 0) return [];
  const line = (row: CauseRow): string => `  ${row.name[language]}  ${row.found}  ${row.requests.length}`;
  return ['', words.causes(before.length, after.length), ...(after.length === 0 ? before : after).map(line)];
}

const both = (text: string) => ({ 'zh-CN': text, en: text });

/** A value as somebody would write it in YAML. */
export const asWritten = (value: unknown): string =>
  value === undefined ? '-' : typeof value === 'string' ? value : JSON.stringify(value).replaceAll('"', '');

export const changeLines = ({ changes }: ReplayReport, words: ReplayWords): string[] =>
  changes.map(
    ({ path, before, after }) => `${words.changed}: ${path}: ${asWritten(before)} -> ${asWritten(after)}`,
  );

function tableOf(rows: readonly Row[], words: ReplayWords): string[] {
  const { language } = words;
  const label = Math.max(...rows.map(({ name }) => widthOf(name[language])));
  const numbers = [words.cases, ...MEASURES.flatMap((measure) => [words[measure], words.after])];
  const widths = numbers.map((header) => Math.max(8, widthOf(header) + 2));
  const cells = (values: readonly string[]): string =>
    values.map((value, i) => padLeft(value, widths[i] ?? 8)).join('');
  return [
    `  ${padded('', label)}${cells(numbers)}`,
    ...rows.map(
      ({ name, cases, before, after }) =>
        `  ${padded(name[language], label)}${cells(
          [cases, ...MEASURES.flatMap((measure) => [before[measure], after[measure]])].map(String),
        )}`,
    ),
  ];
}

/** Two bars a row and a measure, all to one scale; rows of nothing have none. */
function barsOf(rows: readonly Row[], words: ReplayWords): string[] {
  const { language } = words;
  const loud = rows.filter((row) => !isQuiet(row));
  const label = Math.max(0, ...loud.map(({ name }) => widthOf(name[language])));
  const when = Math.max(widthOf(words.before), widthOf(words.after));
  return MEASURES.flatMap((measure) => {
    const most = Math.max(1, ...loud.flatMap(({ before, after }) => [before[measure], after[measure]]));
    const bar = (value: number): string =>
      `${'█'.repeat(Math.ceil((value / most) * LONGEST_BAR))}${value === 0 ? '' : ' '}${value}`;
    const lines = loud
      .filter(({ before, after }) => before[measure] + after[measure] > 0)
      .flatMap(({ name, before, after }) => [
        `  ${padded(name[language], label)}  ${padded(words.before, when)} ${bar(before[measure])}`,
        `  ${padded('', label)}  ${padded(words.after, when)} ${bar(after[measure])}`,
      ]);
    return lines.length === 0 ? [] : [words[measure], ...lines, ''];
  });
}
