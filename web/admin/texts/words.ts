import type { TextRow } from '../../../contracts/console/texts.js';
import type { Catalogue } from '../page/catalogue.js';

interface Words {
  readonly title: string;
  readonly description: string;
  readonly direction: string;
  readonly any: string;
  readonly directions: Readonly<Record<TextRow['direction'], string>>;
  readonly at: string;
  readonly number: string;
  readonly who: string;
  readonly request: string;
  readonly body: string;
  readonly parts: string;
  readonly state: string;
  readonly states: Readonly<Record<TextRow['state'], string>>;
  readonly none: string;
  readonly noneHint: string;
  readonly show: (at: string) => string;
  readonly shown: string;
  readonly audited: string;
  readonly close: string;
}

export const TEXTS: Catalogue<Words> = {
  'zh-CN': {
    title: '短信记录',
    description: '收发的短信；人名、号码和个人的话以“…”代替，查看原文会记入审计。',
    direction: '方向',
    any: '全部',
    directions: { out: '发出', in: '收到' },
    at: '时间',
    number: '号码',
    who: '人员',
    request: '诉求',
    body: '内容',
    parts: '条数',
    state: '状态',
    states: {
      sent: '已发出',
      held: '等免打扰时段结束',
      intended: '等待发出',
      unsent: '已不需要，未发',
      gathered: '并入每日汇总',
      capped: '超过每日上限，未发',
      received: '已收到',
    },
    none: '没有短信',
    noneHint: '换个方向再看看；默认显示最近一周。',
    show: (at) => `查看 ${at} 的原文`,
    shown: '短信原文',
    audited: '这次查看已记入审计。',
    close: '关闭',
  },
  en: {
    title: 'SMS log',
    description:
      'Texts in both directions; names, numbers and people’s own words are shown as “…”. Reading one whole is noted in the audit trail.',
    direction: 'Direction',
    any: 'All',
    directions: { out: 'Sent', in: 'Received' },
    at: 'Time',
    number: 'Number',
    who: 'Who',
    request: 'Request',
    body: 'Text',
    parts: 'Parts',
    state: 'State',
    states: {
      sent: 'sent',
      held: 'held until the quiet hours end',
      intended: 'about to be sent',
      unsent: 'not needed any more',
      gathered: 'gathered into the daily summary',
      capped: 'beyond the day’s most',
      received: 'received',
    },
    none: 'No texts',
    noneHint: 'Try the other direction; the last week is shown.',
    show: (at) => `Show the text of ${at} whole`,
    shown: 'The text as it was',
    audited: 'Viewing is recorded in the audit trail.',
    close: 'Close',
  },
};
