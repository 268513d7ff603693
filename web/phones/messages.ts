import type { Language } from '../../domain/words/language.js';
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
  readonly guide: {
    readonly heading: string;
    readonly about: string;
    readonly choose: string;
    readonly show: string;
    readonly hide: string;
    readonly again: string;
    readonly write: (body: string) => string;
    readonly answer: (name: string, role: string) => string;
    readonly own: string;
    readonly put: string;
    readonly wait: string;
    readonly closed: (request: string) => string;
    readonly answered: (count: number) => string;
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
    skip: { next: '到下一件事', PT1H: '快进 1 小时', P1D: '快进 1 天', P3D: '快进 3 天' },
    skipping: '正在快进……',
    failed: '没能快进。',
  },
  guide: {
    heading: '第一次使用？跟着走一件诉求',
    about: '您一个人扮演居民、网格员和部门：按提示填好短信，点“发送”。也可以自己改内容，看看会怎样。',
    choose: '选一件事',
    show: '打开引导',
    hide: '收起引导',
    again: '换一件',
    write: (body) => `以居民的身份给镇里发短信：“${body}”`,
    answer: (name, role) => `${name}（${role}）收到了短信，请替他（她）回复。`,
    own: '居民收到了短信，请以居民的身份回复。',
    put: '打开手机并填好回复',
    wait: '现在没有人需要回复。点“到下一件事”，看时间走到下一步会发生什么。',
    closed: (request) => `诉求 ${request} 已办结。这件事从头到尾都在短信里。`,
    answered: (count) => `已回复 ${count} 次`,
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
    skip: { next: 'To the next event', PT1H: 'Skip 1 hour', P1D: 'Skip 1 day', P3D: 'Skip 3 days' },
    skipping: 'Skipping…',
    failed: 'The clock could not be moved.',
  },
  guide: {
    heading: 'New here? Follow one request',
    about:
      'You play the resident, the cadres and the departments: each hint fills in a text, you press Send. Change the words to see what happens.',
    choose: 'Choose a case',
    show: 'Open the guide',
    hide: 'Close the guide',
    again: 'Another case',
    write: (body) => `Text the town as a resident: “${body}”`,
    answer: (name, role) => `${name} (${role}) was texted. Answer for them.`,
    own: 'The resident was texted. Answer as the resident.',
    put: 'Open the phone and fill in the answer',
    wait: 'Nobody has to answer just now. Press “To the next event” and see what the passing of time does.',
    closed: (request) => `Request ${request} is closed. The texts tell the whole story.`,
    answered: (count) => `${count} answered`,
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
