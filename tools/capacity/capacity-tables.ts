import { type Limit, LIMITS, LIMITS_DATED } from '../../domain/capacity/limits.js';
import { type Area, busyHour, requestsOfYear, SAME_DAY } from '../../domain/capacity/request-use.js';
import { firstToBreak, townsOfCell } from '../../domain/capacity/storm.js';
import { totalUsd, yearlyCost } from '../../domain/capacity/yearly-cost.js';
import type { Language } from '../../domain/words/language.js';
import { alignColumns } from '../align-columns.js';
import { CAPACITY_WORDS } from './capacity-words.js';

type Rows = readonly (readonly string[])[];

/** Three digits say as much as the assumptions bear. */
const rounded = (value: number): string =>
  Number(value.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 2 });
const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

const mostOf = ({ most, unit }: Limit, language: Language): string =>
  language === 'en'
    ? `${whole(most)} ${CAPACITY_WORDS.en.units[unit]}`
    : `${CAPACITY_WORDS['zh-CN'].units[unit]} ${whole(most)}`;

function limitRows(area: Area, language: Language): Rows {
  const words = CAPACITY_WORDS[language];
  return [
    words.limitColumns,
    ...firstToBreak(area, SAME_DAY).map(({ limit, atRequests, timesUsual }) => [
      words.limits[limit.id],
      mostOf(limit, language),
      rounded(atRequests),
      words.times(rounded(timesUsual)),
      words.of[limit.of],
      words.raisedBy[limit.raisedBy],
    ]),
  ];
}

function costRows(area: Area, language: Language): Rows {
  const words = CAPACITY_WORDS[language];
  const lines = yearlyCost(area, SAME_DAY);
  const all = totalUsd(lines);
  const texts = totalUsd(lines.filter(({ id }) => id === 'texts'));
  return [
    words.costColumns,
    ...lines.map(({ id, usd }) => [words.costs[id], rounded(usd)]),
    [words.totalWithoutTexts, rounded(all - texts)],
    [words.total, rounded(all)],
  ];
}

const markdownTable = ([head = [], ...rows]: Rows): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export interface Told {
  readonly area: Area;
  readonly storm: number;
  readonly language: Language;
  readonly markdown: boolean;
}

/** The tables of an area's costs and limits, and how many towns an account carries. */
export function capacityTables({ area, storm, language, markdown }: Told): string {
  const words = CAPACITY_WORDS[language];
  const table = markdown ? markdownTable : alignColumns;
  const own = LIMITS.filter(({ id }) => id !== 'sms-rate');
  return [
    words.area({
      towns: whole(area.towns),
      people: rounded(area.people),
      requests: rounded(requestsOfYear(area)),
      busy: rounded(busyHour(area)),
    }),
    table(limitRows(area, language)),
    table(costRows(area, language)),
    words.cell({
      storm: String(storm),
      towns: whole(townsOfCell(area, SAME_DAY, storm)),
      own: whole(townsOfCell(area, SAME_DAY, storm, own)),
    }),
    ...(markdown ? [] : [words.dated(LIMITS_DATED)]),
  ].join('\n\n');
}
