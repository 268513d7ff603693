import { VERDICT_QUESTIONS } from '../asks/verdict.js';
import { localInstant } from '../calendar/local-time.js';
import { showRequestId } from '../codes/request-id.js';
import type { RequestFacts } from '../request/facts.js';
import { judgedDeadline } from '../request/running-deadline.js';
import { CLOSED_AS } from '../request/status-words.js';
import type { CauseFacts } from '../causes/cause-facts.js';
import type { GivenVerdict } from '../request/verdicts.js';
import { categoryTitle, staffName } from '../request/words.js';
import type { Town } from '../town/schema.js';
import type { VisitFacts } from '../visits/visit-record.js';
import type { Bilingual, Language } from '../words/language.js';
import type { Happenings, Period } from './count-figures.js';
import { verdictsOf } from './counted-requests.js';
import type { ReceptionFacts } from './history-facts.js';
import type { RecordKind } from './record-kinds.js';

type Cell = string | number;

interface Showing {
  readonly town: Town;
  readonly language: Language;
}

interface Column<Row> {
  readonly name: Bilingual;
  readonly cell: (row: Row, showing: Showing) => Cell | undefined;
}

const column = <Row>(name: Bilingual, cell: Column<Row>['cell']): Column<Row> => ({ name, cell });

/** A moment, to the millisecond: what is late by less than a second is late. */
const time = <Row>(name: Bilingual, at: (row: Row) => number | undefined): Column<Row> =>
  column(name, (row, { town }) => {
    const moment = at(row);
    return moment === undefined ? undefined : localInstant(moment, town.settings.timeZone);
  });

const YES: Bilingual = { 'zh-CN': '是', en: 'yes' };
const NO: Bilingual = { 'zh-CN': '否', en: 'no' };

/** The grid, and the village that the statistics count it in. */
const placed = <Row extends { readonly grid?: number | undefined }>(): Column<Row>[] => [
  column({ 'zh-CN': '网格', en: 'Grid' }, ({ grid }) => grid),
  column({ 'zh-CN': '网格所在村', en: 'Village of the grid' }, ({ grid }, { town, language }) => {
    const village = town.grids.find(({ number }) => number === grid)?.village;
    return town.villages.find(({ id }) => id === village)?.name[language];
  }),
];

const category = <Row>(of: (row: Row) => string): Column<Row> =>
  column(
    { 'zh-CN': '类别', en: 'Category' },
    (row, { town, language }) => categoryTitle(town, of(row))[language],
  );

const HANDLED: Readonly<Record<NonNullable<RequestFacts['handledAs']>, Bilingual>> = {
  done: { 'zh-CN': '办结', en: 'done' },
  refused: { 'zh-CN': '不予办理', en: 'refused' },
};

const MINUTE = 60_000;

const REQUEST: readonly Column<RequestFacts>[] = [
  column({ 'zh-CN': '编号', en: 'Number' }, ({ id }) => showRequestId(id)),
  category(({ category }) => category),
  column({ 'zh-CN': '办理方式', en: 'Path' }, ({ path }) => path),
  column({ 'zh-CN': '来源', en: 'Channel' }, ({ channel }) => channel),
  ...placed<RequestFacts>(),
  column({ 'zh-CN': '首问责任人', en: 'Owner' }, ({ owner }, { town }) => staffName(town, owner)),
  time({ 'zh-CN': '登记时间', en: 'Received' }, ({ createdAt }) => createdAt),
  time({ 'zh-CN': '响应时限', en: 'To be taken up by' }, ({ respondBy }) => respondBy),
  time({ 'zh-CN': '响应时间', en: 'Taken up' }, ({ acceptedAt }) => acceptedAt),
  time({ 'zh-CN': '首次结果时间', en: 'First outcome' }, ({ handledAt }) => handledAt),
  column({ 'zh-CN': '首次结果', en: 'First outcome is' }, ({ handledAs }, { language }) =>
    handledAs === undefined ? undefined : HANDLED[handledAs][language],
  ),
  time({ 'zh-CN': '首次结果时的期限', en: 'Due at the first outcome' }, ({ handleBy }) => handleBy),
  time({ 'zh-CN': '现期限', en: 'Due now' }, judgedDeadline),
  time({ 'zh-CN': '停表起', en: 'Clock stopped since' }, ({ pausedSince }) => pausedSince),
  column({ 'zh-CN': '已停表分钟', en: 'Minutes the clock stood still' }, ({ pausedFor }) =>
    pausedFor === undefined ? undefined : Math.round(pausedFor / MINUTE),
  ),
  time({ 'zh-CN': '结案时间', en: 'Closed' }, ({ closedAt }) => closedAt),
  column({ 'zh-CN': '结案方式', en: 'Closed as' }, ({ closedAs }, { language }) =>
    closedAs === undefined ? undefined : CLOSED_AS[closedAs][language],
  ),
  column({ 'zh-CN': '最后评价', en: 'Last verdict' }, ({ verdict }, { language }) =>
    verdict === undefined ? undefined : LAST[verdict][language],
  ),
  column({ 'zh-CN': '不满意次数', en: 'Times dissatisfied' }, ({ dissatisfied }) => dissatisfied),
  time({ 'zh-CN': '调解达成一致', en: 'Agreed by mediation' }, ({ mediatedAt }) => mediatedAt),
  column({ 'zh-CN': '救助金额', en: 'Aid' }, ({ yuan }) => yuan),
  column({ 'zh-CN': '币种', en: 'Currency' }, ({ yuan }, { town }) =>
    yuan === undefined ? undefined : town.settings.currency,
  ),
  column({ 'zh-CN': '超时次数', en: 'Silences' }, ({ silences }) => silences),
  column({ 'zh-CN': '延期次数', en: 'Extensions' }, ({ extensions }) => extensions),
  column({ 'zh-CN': '转办次数', en: 'Transfers' }, ({ transfers }) => transfers),
];

const LAST: Readonly<Record<NonNullable<RequestFacts['verdict']>, Bilingual>> = {
  satisfied: { 'zh-CN': '满意', en: 'satisfied' },
  unsatisfied: { 'zh-CN': '不满意', en: 'unsatisfied' },
  'no-answer': { 'zh-CN': '未答复', en: 'no answer' },
};

const VISIT: readonly Column<VisitFacts>[] = [
  time({ 'zh-CN': '时间', en: 'Time' }, ({ at }) => at),
  ...placed<VisitFacts>(),
  column({ 'zh-CN': '户号', en: 'Household' }, ({ household }) => household),
  column({ 'zh-CN': '见到人数', en: 'People met' }, ({ people }) => people),
];

const RECEPTION: readonly Column<ReceptionFacts>[] = [
  time({ 'zh-CN': '时间', en: 'Time' }, ({ at }) => at),
  ...placed<ReceptionFacts>(),
  column(
    { 'zh-CN': '地点', en: 'Place' },
    ({ place }, { town, language }) => town.places.find(({ id }) => id === place)?.name[language] ?? place,
  ),
  column({ 'zh-CN': '来访人数', en: 'People received' }, ({ people }) => people),
];

type VerdictRow = GivenVerdict & Pick<RequestFacts, 'id' | 'grid'> & { readonly nth: number };

const QUESTIONS = {
  contacted: { 'zh-CN': '联系过', en: 'Contacted' },
  solved: { 'zh-CN': '已解决', en: 'Solved' },
  satisfied: { 'zh-CN': '满意', en: 'Satisfied' },
} as const;

const VERDICT: readonly Column<VerdictRow>[] = [
  column({ 'zh-CN': '编号', en: 'Number' }, ({ id }) => showRequestId(id)),
  ...placed<VerdictRow>(),
  column({ 'zh-CN': '第几次评价', en: 'Which verdict' }, ({ nth }) => nth),
  time({ 'zh-CN': '时间', en: 'Time' }, ({ at }) => at),
  ...VERDICT_QUESTIONS.map((question) =>
    column<VerdictRow>(QUESTIONS[question], (row, { language }) => {
      const said = row[question];
      return said === undefined ? undefined : (said ? YES : NO)[language];
    }),
  ),
];

const verdictRows = (requests: readonly RequestFacts[], { from, to }: Period): VerdictRow[] =>
  requests
    .flatMap((request) =>
      verdictsOf(request).map((verdict, at) => ({
        ...verdict,
        id: request.id,
        grid: request.grid,
        nth: at + 1,
      })),
    )
    .filter(({ at }) => at >= from && at < to)
    .toSorted((a, b) => a.at - b.at);

const CLEARED: Bilingual = { 'zh-CN': '观察期满未再发生', en: 'quiet' };
const REFERRED: Bilingual = { 'zh-CN': '转其他单位', en: 'referred' };

const CAUSE: readonly Column<CauseFacts>[] = [
  column({ 'zh-CN': '任务编号', en: 'Task' }, ({ id }) => id),
  category(({ cause }) => cause.category),
  ...placed<CauseFacts>(),
  column({ 'zh-CN': '村民小组', en: 'Group' }, ({ cause }) => cause.group),
  column({ 'zh-CN': '诉求件数', en: 'Requests' }, ({ cause }) => cause.requests.length),
  time({ 'zh-CN': '新开时间', en: 'Opened' }, ({ createdAt }) => createdAt),
  time({ 'zh-CN': '结束时间', en: 'Closed' }, ({ closedAt }) => closedAt),
  column({ 'zh-CN': '结束方式', en: 'Closed as' }, ({ closedAt, result }, { language }) =>
    closedAt === undefined ? undefined : (result === 'cleared' ? CLEARED : REFERRED)[language],
  ),
];

function tableOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[], showing: Showing): Cell[][] {
  return [
    columns.map(({ name }) => name[showing.language]),
    ...rows.map((row) => columns.map(({ cell }) => cell(row, showing) ?? '')),
  ];
}

/** Records of one kind as a table, its header first, without residents' names, telephone numbers and words. */
export function recordsTable(
  kind: RecordKind,
  { requests, visits, receptions, causes }: Happenings,
  period: Period,
  showing: Showing,
): Cell[][] {
  switch (kind) {
    case 'requests':
      return tableOf(REQUEST, requests, showing);
    case 'visits':
      return tableOf(VISIT, visits, showing);
    case 'receptions':
      return tableOf(RECEPTION, receptions, showing);
    case 'verdicts':
      return tableOf(VERDICT, verdictRows(requests, period), showing);
    case 'causes':
      return tableOf(CAUSE, causes, showing);
  }
}
