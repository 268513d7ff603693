import type { FloodRow } from '../../../contracts/console/floods.js';
import type { Catalogue } from '../page/catalogue.js';

type Share = NonNullable<FloodRow['beyond']>['share'];

interface Words {
  readonly title: string;
  readonly description: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<FloodRow['kind'], string>>;
  readonly origin: string;
  readonly count: string;
  readonly first: string;
  readonly last: string;
  readonly where: string;
  readonly ofTown: (share: string, cap: number) => string;
  readonly ofNumber: (share: string, cap: number, number: string) => string;
  readonly shares: Readonly<Record<Share, string>>;
  readonly state: string;
  readonly states: Readonly<Record<FloodRow['state'], string>>;
  readonly act: string;
  readonly hold: string;
  readonly release: string;
  readonly holdQuestion: (origin: string) => string;
  readonly holdMeans: string;
  readonly releaseQuestion: (origin: string) => string;
  readonly releaseMeans: string;
  readonly held: (origin: string) => string;
  readonly released: (origin: string, calls: number) => string;
  readonly show: (origin: string) => string;
  readonly reports: (origin: string) => string;
  readonly audited: string;
  readonly place: string;
  readonly phone: string;
  readonly words: string;
  readonly none: string;
  readonly noneHint: string;
}

export const FLOODS: Catalogue<Words> = {
  'zh-CN': {
    title: '集中来报',
    description:
      '同一来源报来的大量险情、超过上限没有发出的短信、像自动回复的号码，各合并为一行。来源只显示代号，不显示地址。',
    kind: '种类',
    kinds: { dangers: '险情（已合并）', texts: '没有发出的短信', replies: '自动回复的号码' },
    origin: '来源',
    count: '数量',
    first: '首次',
    last: '最近',
    where: '地点或号码',
    ofTown: (share, cap) => `${share}，全镇每日上限${cap}条`,
    ofNumber: (share, cap, number) => `${share}，每号上限${cap}条，最近一条发往${number}`,
    shares: {
      residents: '居民通知',
      replies: '短信答复',
      staff: '发给干部',
      codes: '登录验证码',
      emergencies: '应急',
    },
    state: '处理',
    states: { open: '待核实', held: '已拦截', released: '已放行' },
    act: '操作',
    hold: '拦截',
    release: '放行',
    holdQuestion: (origin) => `拦截${origin}？`,
    holdMeans: '该来源的诉求不再登记，险情只合并告知值班室。同一地址后面可能还有别人，情况变了请放行。',
    releaseQuestion: (origin) => `放行${origin}？`,
    releaseMeans: '合并的险情按地点各派出一起紧急事项，今后该来源的险情照常派单。',
    held: (origin) => `已拦截${origin}`,
    released: (origin, calls) => `已放行${origin}，派出${calls}起紧急事项`,
    show: (origin) => `查看${origin}的险情`,
    reports: (origin) => `${origin}的险情，各地点最近一件`,
    audited: '这次查看已记入审计。',
    place: '地点',
    phone: '电话',
    words: '原话',
    none: '没有集中来报',
    noneHint: '有人集中报险情，或者有短信因上限没有发出时，会显示在这里。',
  },
  en: {
    title: 'Floods',
    description:
      'Many dangers from one source, texts that were not sent because of a limit, and numbers that answer by machine: one row each. A source is shown by a code, never by its address.',
    kind: 'Kind',
    kinds: {
      dangers: 'dangers, held together',
      texts: 'texts not sent',
      replies: 'number answering by machine',
    },
    origin: 'Source',
    count: 'Count',
    first: 'First',
    last: 'Latest',
    where: 'Place or number',
    ofTown: (share, cap) => `${share}; the town’s limit of a day is ${cap}`,
    ofNumber: (share, cap, number) =>
      `${share}; the limit of a number is ${cap}, the latest was to ${number}`,
    shares: {
      residents: 'to residents',
      replies: 'replies',
      staff: 'to staff',
      codes: 'sign-in codes',
      emergencies: 'emergencies',
    },
    state: 'State',
    states: { open: 'to be checked', held: 'held', released: 'released' },
    act: 'Action',
    hold: 'Hold',
    release: 'Release',
    holdQuestion: (origin) => `Hold ${origin}?`,
    holdMeans:
      'Reports from this source are not stored any more, and its dangers are only told to the duty desk together. Others may share the address: release it when things change.',
    releaseQuestion: (origin) => `Release ${origin}?`,
    releaseMeans:
      'Of the dangers that were held, one emergency is called out for each place. Dangers from this source go out as usual from now on.',
    held: (origin) => `${origin} is held`,
    released: (origin, calls) => `${origin} is released; emergencies called out: ${calls}`,
    show: (origin) => `Show the dangers from ${origin}`,
    reports: (origin) => `Dangers from ${origin}, the latest of each place`,
    audited: 'Viewing is recorded in the audit trail.',
    place: 'Place',
    phone: 'Phone',
    words: 'Their words',
    none: 'No floods',
    noneHint: 'Many dangers from one source, or texts that a limit held back, are shown here.',
  },
};
