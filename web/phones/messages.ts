import type { Language } from '../../domain/town/language.js';
import type { Skip } from './local-api.js';

/** Every word of the Phones page. A language that lacks one does not compile. */
export interface Messages {
  readonly title: string;
  readonly otherLanguage: string;
  readonly sample: string;
  readonly residentForm: string;
  readonly loading: string;
  readonly noDirectory: string;
  readonly lost: string;
  readonly clock: {
    readonly label: string;
    readonly skip: Readonly<Record<Skip, string>>;
    readonly skipping: string;
    readonly failed: string;
  };
  readonly people: {
    readonly heading: string;
    readonly latest: string;
    readonly search: string;
    readonly searchHint: string;
    readonly none: string;
    readonly resident: string;
    readonly other: string;
    readonly otherHint: string;
    readonly open: string;
    readonly notANumber: string;
    readonly unread: (count: number) => string;
  };
  readonly phone: {
    readonly none: string;
    readonly close: (name: string) => string;
    readonly texts: (name: string) => string;
    readonly empty: string;
    readonly write: (name: string) => string;
    readonly placeholder: string;
    readonly send: string;
    readonly unsent: string;
    readonly from: string;
    readonly to: string;
  };
}

const zh: Messages = {
  title: '手机',
  otherLanguage: '语言',
  sample: '示例数据：人名和号码均为虚构',
  residentForm: '居民网页',
  loading: '正在加载……',
  noDirectory: '没有读到通讯录。请用 npm start 启动后再打开本页。',
  lost: '连不上本地环境，正在重试……',
  clock: {
    label: '时钟',
    skip: { PT1H: '快进 1 小时', P1D: '快进 1 天', P3D: '快进 3 天' },
    skipping: '正在快进……',
    failed: '没能快进。',
  },
  people: {
    heading: '所有人',
    latest: '最近的短信',
    search: '找人',
    searchHint: '姓名、职务、网格号或号码',
    none: '没有找到。',
    resident: '居民',
    other: '打开别的号码（当作居民）',
    otherHint: '例如 199 0000 9001',
    open: '打开',
    notANumber: '这不是手机号。',
    unread: (count) => `${count} 条未读`,
  },
  phone: {
    none: '从名单里打开一部手机。收到短信的人排在最前面。',
    close: (name) => `关闭 ${name} 的手机`,
    texts: (name) => `${name} 的短信`,
    empty: '还没有短信。',
    write: (name) => `以 ${name} 的名义给镇里发短信`,
    placeholder: '给镇里发短信',
    send: '发送',
    unsent: '没有发出去，请再试一次。',
    from: '发出',
    to: '收到',
  },
};

const en: Messages = {
  title: 'Phones',
  otherLanguage: 'Language',
  sample: 'Sample data: every name and number is invented',
  residentForm: 'Resident’s page',
  loading: 'Loading…',
  noDirectory: 'There is no directory to read. Start with npm start, then open this page again.',
  lost: 'The local cloud does not answer; trying again…',
  clock: {
    label: 'Clock',
    skip: { PT1H: 'Skip 1 hour', P1D: 'Skip 1 day', P3D: 'Skip 3 days' },
    skipping: 'Skipping…',
    failed: 'The clock could not be moved.',
  },
  people: {
    heading: 'Everyone',
    latest: 'Latest texts',
    search: 'Find someone',
    searchHint: 'Name, role, grid or number',
    none: 'Nobody found.',
    resident: 'Resident',
    other: 'Open another number (as a resident)',
    otherHint: 'For example 199 0000 9001',
    open: 'Open',
    notANumber: 'This is not a phone number.',
    unread: (count) => `${count} unread`,
  },
  phone: {
    none: 'Open a phone from the list. Whoever got a text comes first.',
    close: (name) => `Close the phone of ${name}`,
    texts: (name) => `Texts of ${name}`,
    empty: 'No texts yet.',
    write: (name) => `Text the town as ${name}`,
    placeholder: 'Text the town',
    send: 'Send',
    unsent: 'Not sent. Please try again.',
    from: 'Sent',
    to: 'Received',
  },
};

/** The words of the Phones page in each language. */
export const MESSAGES: Readonly<Record<Language, Messages>> = { 'zh-CN': zh, en };
