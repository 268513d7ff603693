import { localeOf } from '../../../domain/words/locale-of.js';
import { moneyText } from '../../../domain/words/money-text.js';
import type { MonthlyReport } from '../../../contracts/console/report.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { DEFINITIONS, type FigureName, FIGURES } from '../../../domain/statistics/figures.js';
import { placeText } from './order-paper.js';
import type { Block, Paper } from './paper.js';
import { barPicture } from './picture.js';
import { amount, changeCell, figureCell, numberOf, sharePartText } from './report-figures.js';
import { placeBlocks } from './report-places.js';
import { type Setting, timesIn } from './setting.js';
import { CASE } from './words.case.js';
import { ORDER } from './words.order.js';
import { REPORT } from './words.report.js';

type Section = readonly [title: string, blocks: readonly Block[]];

/** The report of a month, in the words and the order of official ones, each chart beside its table. */
export function reportPaper(report: MonthlyReport, setting: Setting): Paper {
  const words = REPORT[setting.language];
  const { day } = timesIn(setting);
  const month = monthText(report.month, setting);
  const sections = isEmpty(report) ? [] : sectionsOf(report, setting);
  const noon = (date: string): string => day(`${date}T12:00:00Z`);
  return {
    layout: 'report',
    language: setting.language,
    title: words.title(setting.town.name, month),
    under: [
      report.isOver ? words.period(noon(report.from), noon(report.to)) : words.soFar(month, noon(report.to)),
      '',
    ],
    blocks: [
      ...(sections.length === 0 ? [{ kind: 'paragraph' as const, text: words.empty }] : []),
      ...sections.flatMap(([title, blocks], nth): Block[] => [
        { kind: 'heading', text: CASE[setting.language].section(nth, title) },
        ...blocks,
      ]),
      { kind: 'note', text: words.meansNote },
      { kind: 'issued', lines: [ORDER[setting.language].issuer(setting.town.name), day(setting.now)] },
    ],
    file: `${setting.town.id}-report-${report.month}`,
  };
}

const monthText = (month: string, { language }: Setting): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(`${month}-01T00:00:00Z`));

/** Whether nothing at all happened: then a page of noughts would say less than one sentence. */
const isEmpty = ({ total, visits, receptions, late, emergencies }: MonthlyReport): boolean =>
  FIGURES.every((figure) => (numberOf(total[figure]) ?? 0) === 0) &&
  visits.times + receptions.times + late.length + emergencies.length === 0;

const sectionsOf = (report: MonthlyReport, setting: Setting): Section[] => {
  const words = REPORT[setting.language];
  return [
    [words.overall, overallBlocks(report, setting)],
    [words.said, saidBlocks(report, setting)],
    [words.met, metBlocks(report, setting)],
    [words.emergencies, emergencyBlocks(report, setting)],
    [words.late, lateBlocks(report, setting)],
    [words.causes, causeBlocks(report, setting)],
    [words.aid, aidBlocks(report, setting)],
    [words.villages, placeBlocks(report.villages, 'villages', setting)],
    [words.grids, placeBlocks(report.grids, 'grids', setting)],
  ];
};

const paragraph = (...sentences: readonly string[]): Block => ({
  kind: 'paragraph',
  // Chinese sentences follow each other without a gap.
  text: sentences.every((one) => /[。]$/.test(one)) ? sentences.join('') : sentences.join(' '),
});

function overallBlocks({ total, before, isOver }: MonthlyReport, setting: Setting): Block[] {
  const words = REPORT[setting.language];
  const by = total.received - before.received;
  const size = words.received(Math.abs(by));
  const compared = by === 0 ? words.same : by > 0 ? words.more(size) : words.fewer(size);
  // A month that runs yet is not held against a whole one.
  const change = isOver ? compared : words.notCompared(words.received(before.received));
  const text = words.overallText(
    words.received(total.received),
    change,
    words.items(total.handled),
    words.items(total.closed),
    words.solved(total.solved),
  );
  const shown = ['received', 'handled', 'closed', 'solved'] as const;
  // A rate of nothing is left to the table: a dash is no word of a sentence.
  const rates = (['responseRate', 'onTimeRate'] as const)
    .filter((name) => total[name].share !== null)
    .map((name) => words.rateText[name](sharePartText(total[name], setting)));
  return [
    paragraph(text, ...rates),
    ...twoMonths(words.chartOverall, shown, { total, before }, setting),
    monthTable(FIGURES, { total, before }, setting),
  ];
}

const SAID = ['saidContacted', 'saidSolved', 'saidSatisfied'] as const;

function saidBlocks({ total, before }: MonthlyReport, setting: Setting): Block[] {
  const words = REPORT[setting.language];
  const [contacted = '', solved = '', satisfied = ''] = SAID.map((name) =>
    sharePartText(total[name], setting),
  );
  const nobody = SAID.every((name) => total[name].of === 0);
  return [
    paragraph(
      nobody ? words.saidNone : words.saidText(contacted, solved, satisfied),
      ...(total.claimedDone.of === 0 ? [] : [words.claimedText(sharePartText(total.claimedDone, setting))]),
    ),
    ...twoMonths(words.chartSaid, SAID, { total, before }, setting, 100),
    monthTable([...SAID, 'claimedDone'], { total, before }, setting),
  ];
}

type Both = Pick<MonthlyReport, 'total' | 'before'>;

/** A chart of some figures in this month and the one before. */
function twoMonths(
  caption: string,
  names: readonly FigureName[],
  { total, before }: Both,
  setting: Setting,
  most?: number,
): Block[] {
  const words = REPORT[setting.language];
  // A chart of nothing says less than its table.
  if (names.every((name) => !numberOf(total[name]) && !numberOf(before[name]))) return [];
  const picture = barPicture({
    series: [words.thisMonth, words.before],
    rows: names.map((name) => ({
      label: DEFINITIONS[name].name[setting.language],
      values: [numberOf(total[name]), numberOf(before[name])],
    })),
    ...(most === undefined ? {} : { most }),
    text: (value) =>
      value === undefined ? words.none : `${amount(value, setting)}${most === undefined ? '' : '%'}`,
  });
  return [{ kind: 'chart', caption, picture }];
}

function monthTable(names: readonly FigureName[], { total, before }: Both, setting: Setting): Block {
  const words = REPORT[setting.language];
  return {
    kind: 'table',
    label: words.figure,
    caption: words.table(names.length === FIGURES.length ? words.overall : words.said),
    head: [words.figure, words.thisMonth, words.before, words.change],
    widths: [4, 3, 3, 3],
    rows: names.map((name) => [
      DEFINITIONS[name].name[setting.language],
      figureCell(total, name, setting),
      figureCell(before, name, setting),
      changeCell(total, before, name, setting),
    ]),
  };
}

function metBlocks({ visits, receptions }: MonthlyReport, setting: Setting): Block[] {
  const words = REPORT[setting.language];
  const picture = barPicture({
    series: [words.metPeople],
    rows: [
      { label: words.visited, values: [visits.people] },
      { label: words.came, values: [receptions.people] },
    ],
    text: (value = 0) => amount(value, setting),
  });
  return [
    paragraph(
      words.metText(
        words.visits(visits.times),
        words.people(visits.people),
        words.receptions(receptions.times),
        words.people(receptions.people),
      ),
    ),
    ...(visits.people + receptions.people === 0
      ? []
      : [{ kind: 'chart' as const, caption: words.chartMet, picture }]),
    {
      kind: 'table',
      label: words.figure,
      caption: words.table(words.met),
      head: [words.kind, words.times, words.metPeople],
      widths: [2, 1, 1],
      rows: [
        [words.visitKind, amount(visits.times, setting), amount(visits.people, setting)],
        [words.receptionKind, amount(receptions.times, setting), amount(receptions.people, setting)],
      ],
    },
  ];
}

type Placed = Pick<MonthlyReport['late'][number], 'place' | 'grid'>;

const villageOf = ({ place }: Placed, { language }: Setting): string =>
  place?.[language] ?? REPORT[language].unplaced;

const whereText = ({ place, grid }: Placed, setting: Setting): string =>
  placeText(place?.[setting.language], grid, setting);

/** How many of some requests lie in each village. */
function byVillage(caption: string, placed: readonly Placed[], setting: Setting): Block {
  const counts = new Map<string, number>();
  for (const one of placed) {
    const village = villageOf(one, setting);
    counts.set(village, (counts.get(village) ?? 0) + 1);
  }
  const rows = [...counts].map(([label, count]) => ({ label, values: [count] }));
  return {
    kind: 'chart',
    caption,
    picture: barPicture({ series: [caption], rows, text: (value = 0) => amount(value, setting) }),
  };
}

function emergencyBlocks({ emergencies }: MonthlyReport, setting: Setting): Block[] {
  const words = REPORT[setting.language];
  if (emergencies.length === 0) return [paragraph(words.emergencyNone)];
  const { near } = timesIn(setting);
  const open = emergencies.filter(({ closedAt }) => closedAt === undefined).length;
  return [
    paragraph(words.emergencyText(amount(emergencies.length, setting), amount(open, setting))),
    byVillage(words.chartEmergencies, emergencies, setting),
    {
      kind: 'table',
      label: words.figure,
      caption: words.table(words.emergencies),
      head: [words.number, words.category, words.where, words.reported, words.taken, words.closed],
      widths: [4, 3, 5, 4, 4, 4],
      rows: emergencies.map(({ id, category, createdAt, takenAt, closedAt, ...placed }) => [
        shownNumber(id),
        category[setting.language],
        whereText(placed, setting),
        near(createdAt),
        takenAt === undefined ? words.none : near(takenAt),
        closedAt === undefined ? words.open : near(closedAt),
      ]),
    },
  ];
}

function lateBlocks({ late }: MonthlyReport, setting: Setting): Block[] {
  const words = REPORT[setting.language];
  if (late.length === 0) return [paragraph(words.lateNone)];
  const { near } = timesIn(setting);
  const open = late.filter(({ handledAt }) => handledAt === undefined).length;
  return [
    paragraph(words.lateText(amount(late.length, setting), amount(open, setting))),
    byVillage(words.chartLate, late, setting),
    {
      kind: 'table',
      label: words.figure,
      caption: words.table(words.late),
      head: [words.number, words.category, words.where, words.owner, words.due, words.outcome],
      widths: [4, 3, 5, 3, 4, 4],
      rows: late.map(({ id, category, ownerName, due, handledAt, ...placed }) => [
        shownNumber(id),
        category[setting.language],
        whereText(placed, setting),
        ownerName ?? words.none,
        near(due),
        handledAt === undefined ? words.none : near(handledAt),
      ]),
    },
  ];
}

function causeBlocks({ causes, total }: MonthlyReport, setting: Setting): Block[] {
  const words = REPORT[setting.language];
  if (causes.length === 0) return [paragraph(words.causeNone)];
  const categories = [...new Set(causes.map(({ categoryName }) => categoryName[setting.language]))];
  const sum = (category: string, figure: 'causesOpened' | 'causesWaiting' | 'causesCleared'): number =>
    causes
      .filter(({ categoryName }) => categoryName[setting.language] === category)
      .reduce((all, one) => all + one[figure], 0);
  const picture = barPicture({
    series: [words.opened, words.waiting, words.cleared],
    rows: categories.map((label) => ({
      label,
      values: [sum(label, 'causesOpened'), sum(label, 'causesWaiting'), sum(label, 'causesCleared')],
    })),
    text: (value = 0) => amount(value, setting),
  });
  return [
    paragraph(
      words.causeText(
        amount(total.causesOpened, setting),
        amount(total.causesWaiting, setting),
        amount(total.causesCleared, setting),
      ),
    ),
    { kind: 'chart', caption: words.chartCauses, picture },
    {
      kind: 'table',
      label: words.figure,
      caption: words.table(words.causes),
      head: [words.where, words.category, words.opened, words.waiting, words.cleared],
      widths: [4, 4, 2, 2, 2],
      rows: causes.map(({ name, categoryName, causesOpened, causesWaiting, causesCleared }) => [
        name[setting.language],
        categoryName[setting.language],
        ...[causesOpened, causesWaiting, causesCleared].map((count) => amount(count, setting)),
      ]),
    },
  ];
}

const aidBlocks = ({ total: { yuan } }: MonthlyReport, setting: Setting): Block[] => {
  const words = REPORT[setting.language];
  return [
    paragraph(
      yuan === 0 ? words.aidNone : words.aidText(moneyText(yuan, setting.language, setting.town.currency)),
    ),
  ];
};
