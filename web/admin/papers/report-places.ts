import type { MonthlyReport } from '../../../contracts/console/report.js';
import { DEFINITIONS, type Share } from '../../../domain/statistics/figures.js';
import type { Block } from './paper.js';
import { type BarChart, barPicture } from './picture.js';
import { amount, numberOf, shareText } from './report-figures.js';
import type { Setting } from './setting.js';
import { REPORT } from './words.report.js';

type Place = MonthlyReport['villages'][number];

/** As many groups of bars as a page holds. */
const ROWS_OF_CHART = 22;

const COLUMNS = [
  'received',
  'solved',
  'onTimeRate',
  'saidContacted',
  'saidSolved',
  'saidSatisfied',
  'people',
] as const;

/** The figures of each village or grid: charts of those where anything happened, and a table of the same. */
export function placeBlocks(places: readonly Place[], of: 'villages' | 'grids', setting: Setting): Block[] {
  const words = REPORT[setting.language];
  const { language } = setting;
  const active = places.filter(({ figures }) => COLUMNS.some((name) => isCounted(figures[name])));
  const busy = places.filter(({ figures }) => figures.received + figures.solved > 0);
  const judged = places.filter(({ figures }) => figures.saidSatisfied.of > 0);
  const count = (value = 0): string => amount(value, setting);
  return [
    ...charts(
      of === 'villages' ? words.chartVillages : words.chartGrids,
      {
        series: [DEFINITIONS.received.name[language], DEFINITIONS.solved.name[language]],
        rows: busy.map(({ name, figures }) => ({
          label: name[language],
          values: [figures.received, figures.solved],
        })),
        text: count,
      },
      setting,
    ),
    ...(of === 'villages'
      ? charts(
          words.chartVillagesSaid,
          {
            series: [DEFINITIONS.saidSatisfied.name[language]],
            rows: judged.map(({ name, figures }) => ({
              label: name[language],
              values: [numberOf(figures.saidSatisfied)],
            })),
            most: 100,
            text: (value = 0) => `${amount(value, setting)}%`,
          },
          setting,
        )
      : []),
    {
      kind: 'table',
      label: words[of],
      caption: words.table(words[of]),
      head: [words.place, ...COLUMNS.map((name) => words.columns[name])],
      widths: [2.5, ...COLUMNS.map(() => 2)],
      rows: active.map(({ name, figures }) => [
        name[language],
        ...COLUMNS.map((column) => {
          const value = figures[column];
          return typeof value === 'number' ? amount(value, setting) : shareText(value, setting);
        }),
      ]),
    },
    { kind: 'note', text: words.placesNote },
    ...(active.length === places.length
      ? []
      : [
          {
            kind: 'note' as const,
            text: words.leftOut[of](amount(places.length - active.length, setting)),
          },
        ]),
  ];
}

/** Whether there was anything to count. */
const isCounted = (value: number | Share): boolean => (typeof value === 'number' ? value > 0 : value.of > 0);

/** One chart or, where a page does not hold it, several of the same scale. */
function charts(caption: string, chart: BarChart, { language }: Setting): Block[] {
  const { part } = REPORT[language];
  const { rows } = chart;
  const parts = Math.ceil(rows.length / ROWS_OF_CHART);
  const most = chart.most ?? Math.max(1, ...rows.flatMap(({ values }) => values.map((value = 0) => value)));
  return Array.from({ length: parts }, (_, nth) => ({
    kind: 'chart' as const,
    caption: parts === 1 ? caption : part(caption, nth + 1, parts),
    picture: barPicture({
      ...chart,
      most,
      rows: rows.slice(nth * ROWS_OF_CHART, (nth + 1) * ROWS_OF_CHART),
    }),
  }));
}
