import type { Language } from '../../domain/words/language.js';

export type DemoWords = typeof en;

const texts = (count: number) => (count === 1 ? '1 text' : `${count} texts`);

const en = {
  language: 'en' as Language,
  help: `npm run demo -- [--lang zh-CN|en]     plays three requests on skipped time and prints what happens

In English they are played in Elmford, in Chinese in Sanhehu Town (三河湖镇); without --lang the terminal's language decides.
Everyone is invented. It takes a minute or two, and ends with exit code 0 only when all three closed as they must.
To play a request yourself: npm start, then open the Phones page.`,
  heading: (town: string) => `${town} (invented sample town): three requests, days in seconds

Somebody reports something; small-grid finds the grid it lies in and asks that grid's part-time cadres by text message,
brings in departments where it must, climbs to the next person where nobody answers, and closes only after asking
the resident. Each request is one workflow of four steps:
  1 Intake   2 Assign (to a grid and a person)   3 Coordinate (do the work)   4 Close
Below: → a text that somebody gets, ← what they answer (1 is always yes), [n/4 step] where the workflow stands.`,
  resident: 'the resident',
  says: (who: string, words: string) => `${who}: ${words}`,
  introduced: (name: string, role: string) => `${name} (${role})`,
  submitted: (name: string, number: string, words: string) =>
    `${name} reports on the web page: “${words}” (request ${number})`,
  step: (number: number, step: string, state: string) => `[${number}/4 ${step}] ${state}`,
  stage: 'next stage: everyone involved is asked',
  meanwhile: (count: number) =>
    `Meanwhile the town’s other work went on, such as visits, inspections and daily reports (${texts(count)}).`,
  summary: 'Summary',
  closedAs: {
    satisfied: 'closed, the resident is satisfied',
    no_answer: 'closed, the resident did not answer',
    refused: 'closed as refused',
    referred: 'closed as referred',
    joined: 'closed with another report',
    withdrawn: 'withdrawn',
    open: 'still open',
  },
  notAsExpected: (expected: string) => `but should be: ${expected}`,
  texts,
  followUps: (days: readonly string[]) => `will be asked again on ${days.join(' and ')}`,
  took: (seconds: string) =>
    `Played in ${seconds} s. Now play one yourself: npm start, then open the Phones page.`,
};

export const DEMO_WORDS: Readonly<Record<Language, DemoWords>> = {
  en,
  'zh-CN': {
    language: 'zh-CN',
    help: `npm run demo -- [--lang zh-CN|en]     用快进的时间演示三件诉求，并逐条打印经过

中文演示三河湖镇，英文演示虚构的 Elmford 镇；不写 --lang 时按终端的语言。人物均为虚构。
大约需要一两分钟；三件诉求都如期结案时，退出码为 0。
想亲手办一件：运行 npm start，打开“手机”页面。`,
    heading: (town) => `${town}（虚构示例）：三件诉求，数日只需数秒

居民把事情说一次，系统按村组找到网格，用短信请网格员办理，需要时请部门协办；没人答复就逐级上报；
办完先问居民满不满意，然后才结案。每件诉求是一个流程，分四步：
  1 登记   2 派单（定网格、定人）   3 协办（办理）   4 结案
以下：→ 收到的短信，← 回复的短信（1 总是表示“是”），[n/4 步骤] 流程走到哪里。`,
    resident: '居民',
    says: (who, words) => `${who}：${words}`,
    introduced: (name, role) => `${name}（${role}）`,
    submitted: (name, number, words) => `${name}在网页上反映：“${words}”，编号 ${number}。`,
    step: (number, step, state) => `[${number}/4 ${step}] ${state}`,
    stage: '进入下一环节，请有关人员办理',
    meanwhile: (count) => `其间镇里的走访、督查、日结等工作照常进行，发出短信 ${count} 条。`,
    summary: '小结',
    closedAs: {
      satisfied: '已结案，居民满意',
      no_answer: '已结案，居民没有答复',
      refused: '已结案，不予办理',
      referred: '已结案，转其他单位',
      joined: '已结案，与另一件合并',
      withdrawn: '已撤回',
      open: '尚未结案',
    },
    notAsExpected: (expected) => `应为：${expected}`,
    texts: (count) => `短信 ${count} 条`,
    followUps: (days) => `将于${days.join('、')}回访`,
    took: (seconds) => `用时 ${seconds} 秒。亲手办一件：运行 npm start，打开“手机”页面。`,
  },
};
