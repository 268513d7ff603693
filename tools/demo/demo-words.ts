import type { Language } from '../../domain/words/language.js';

export interface DemoWords {
  readonly language: Language;
  readonly help: string;
  readonly heading: string;
  readonly resident: string;
  readonly town: string;
  readonly submitted: (number: string) => string;
  readonly text: string;
  readonly answer: string;
  readonly state: string;
  readonly summary: string;
  readonly closed: (as: string) => string;
  readonly notAsExpected: (expected: string) => string;
  readonly texts: (count: number) => string;
  readonly followUps: (dates: string) => string;
  readonly took: (seconds: string) => string;
}

export const DEMO_WORDS: Readonly<Record<Language, DemoWords>> = {
  en: {
    language: 'en',
    help: `npm run demo -- [--lang zh-CN|en]     plays three cases on skipped time and prints what happens

Everyone in it is invented. Ends with exit code 0 only when all three cases closed as they must.`,
    heading: 'Sanhehu Town (sample data): three requests, days in seconds',
    resident: 'resident',
    town: 'town',
    submitted: (number) => `request ${number} submitted`,
    text: 'text',
    answer: 'answer',
    state: 'state',
    summary: 'Summary',
    closed: (as) => `closed as ${as}`,
    notAsExpected: (expected) => `but should have closed as ${expected}`,
    texts: (count) => `${count} texts`,
    followUps: (dates) => `follow-ups due ${dates}`,
    took: (seconds) => `played in ${seconds} s`,
  },
  'zh-CN': {
    language: 'zh-CN',
    help: `npm run demo -- [--lang zh-CN|en]     在跳跃的时间里演示三件诉求，并逐条打印经过

其中人物均为虚构。三件诉求都如期结案时，退出码为 0。`,
    heading: '三河湖镇（示例数据）：三件诉求，数日只需数秒',
    resident: '居民',
    town: '镇',
    submitted: (number) => `已提交诉求 ${number}`,
    text: '短信',
    answer: '回复',
    state: '环节',
    summary: '小结',
    closed: (as) => `结案：${as}`,
    notAsExpected: (expected) => `应为 ${expected}`,
    texts: (count) => `短信 ${count} 条`,
    followUps: (dates) => `回访日期 ${dates}`,
    took: (seconds) => `用时 ${seconds} 秒`,
  },
};
