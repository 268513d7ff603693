import type { Catalogue } from '../page/catalogue.js';
import type { PeriodName } from './periods.js';

interface Words {
  readonly title: string;
  readonly description: string;
  readonly period: string;
  readonly periods: Readonly<Record<PeriodName | 'own', string>>;
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly divisions: Readonly<Record<'town' | 'village' | 'grid', string>>;
  readonly csv: string;
  readonly whole: string;
  readonly figure: string;
  readonly value: string;
  readonly means: string;
  readonly places: string;
  readonly place: string;
  readonly chartOf: (figure: string) => string;
  readonly noPlaces: string;
  readonly noShare: string;
  readonly findPlace: string;
  readonly partOf: (part: number, of: number) => string;
  readonly yuan: (amount: string) => string;
  readonly notRanked: string;
}

export const STATISTICS: Catalogue<Words> = {
  'zh-CN': {
    title: '统计',
    description: '所有数字都由诉求、走访和接待的记录即时算出，口径写在旁边。',
    period: '期间',
    periods: {
      'this-month': '本月',
      'last-month': '上月',
      'this-year': '今年',
      'last-year': '去年',
      own: '自选',
    },
    from: '开始日期',
    to: '结束日期',
    by: '划分',
    divisions: { town: '全镇', village: '按村', grid: '按网格' },
    csv: '导出 CSV',
    whole: '全镇合计',
    figure: '指标',
    value: '数值',
    means: '口径',
    places: '分项',
    place: '名称',
    chartOf: (figure) => `${figure}（分项）`,
    noPlaces: '没有可以分项的数据。',
    noShare: '无',
    findPlace: '查找村或网格',
    partOf: (part, of) => `${of} 件中的 ${part} 件`,
    yuan: (amount) => `${amount} 元`,
    notRanked: '按编号排列，不作排名。',
  },
  en: {
    title: 'Statistics',
    description:
      'Every figure is computed from the records of requests, visits and receptions; what it means stands beside it.',
    period: 'Period',
    periods: {
      'this-month': 'This month',
      'last-month': 'Last month',
      'this-year': 'This year',
      'last-year': 'Last year',
      own: 'Other',
    },
    from: 'First day',
    to: 'Last day',
    by: 'Divided by',
    divisions: { town: 'Town', village: 'Village', grid: 'Grid' },
    csv: 'Export CSV',
    whole: 'The whole town',
    figure: 'Figure',
    value: 'Value',
    means: 'What it means',
    places: 'By place',
    place: 'Name',
    chartOf: (figure) => `${figure}, by place`,
    noPlaces: 'There is nothing to divide.',
    noShare: 'none',
    findPlace: 'Find a village or grid',
    partOf: (part, of) => `${part} of ${of}`,
    yuan: (amount) => `${amount} yuan`,
    notRanked: 'In the order of their numbers; this is no ranking.',
  },
};
