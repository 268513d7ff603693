import type { Language } from '../../domain/words/language.js';

export type DemoWords = typeof en;

const en = {
  language: 'en' as Language,
  help: `npm run demo -- [--lang zh-CN|en]     plays three cases on skipped time and prints what happens

Everyone in it is invented. Ends with exit code 0 only when all three cases closed as they must.`,
  heading: 'Sanhehu Town (sample data): three requests, days in seconds',
  resident: 'resident',
  town: 'town',
  submitted: (number: string) => `request ${number} submitted`,
  text: 'text',
  answer: 'answer',
  state: 'state',
  summary: 'Summary',
  closed: (as: string) => `closed as ${as}`,
  notAsExpected: (expected: string) => `but should have closed as ${expected}`,
  texts: (count: number) => `${count} texts`,
  followUps: (dates: string) => `follow-ups due ${dates}`,
  took: (seconds: string) => `played in ${seconds} s`,
};

export const DEMO_WORDS: Readonly<Record<Language, DemoWords>> = {
  en,
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
