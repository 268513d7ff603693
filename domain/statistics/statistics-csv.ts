import { csvText } from '../csv/csv.js';
import type { Language } from '../words/language.js';
import { CAUSES, COUNTS, DEFINITIONS, type Figures, HOURS, SHARES } from './figures.js';
import type { Statistics } from './statistics.js';

const PLACE = { 'zh-CN': ['编号', '名称'], en: ['Id', 'Name'] } as const;
const TOTAL = { 'zh-CN': '合计', en: 'Total' } as const;

/**
 * The figures as a table (RFC 4180), a row a place and the total last. Each rate stands beside the two numbers it comes
 * from; a rate of nothing is empty. Sums of money name their currency in the heading.
 */
export function statisticsCsv({ places, total }: Statistics, language: Language, currency: string): string {
  const rows = [
    ...places.map(({ id, name, figures }) => [id, name[language], ...cells(figures)]),
    ['', TOTAL[language], ...cells(total)],
  ];
  return csvText([headers(language, currency), ...rows]);
}

function headers(language: Language, currency: string): string[] {
  const name = (figure: keyof typeof DEFINITIONS): string =>
    `${DEFINITIONS[figure].name[language]}${DEFINITIONS[figure].unit === 'money' ? ` (${currency})` : ''}`;
  return [
    ...PLACE[language],
    ...COUNTS.map(name),
    ...SHARES.flatMap((figure) => [name(figure), `${name(figure)} (n)`, `${name(figure)} (N)`]),
    ...HOURS.map(name),
    ...CAUSES.map(name),
  ];
}

const cells = (figures: Figures): (string | number)[] => [
  ...COUNTS.map((figure) => figures[figure]),
  ...SHARES.flatMap((figure) => {
    const { share, part, of } = figures[figure];
    return [share?.toFixed(4) ?? '', part, of];
  }),
  ...HOURS.map((figure) => figures[figure] ?? ''),
  ...CAUSES.map((figure) => figures[figure]),
];
