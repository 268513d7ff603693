import type { Bilingual } from '../../domain/words/language.js';

/** One answer of one person: how long they take (minutes) and what they text after the code. */
export interface ScriptedAnswer {
  readonly after: number;
  readonly says: string;
}

/** A case to be played: what is submitted, and what each person answers, in order, whenever they are asked. */
export interface DemoCase {
  readonly title: Bilingual;
  readonly submission: Readonly<Record<string, unknown>>;
  /** By staff id; `resident` is the person the request is for. */
  readonly answers: Readonly<Record<string, readonly ScriptedAnswer[]>>;
  readonly resident: string;
  readonly closesAs: string;
}

// Sample data: every name and number is invented.
const ELDER = { name: '示例老人', phone: '+8619911110001' } as const;
const PASSER_BY = { name: '示例居民甲', phone: '+8619911110002' } as const;
const NEIGHBOUR = { name: '示例居民乙', phone: '+8619911110003' } as const;
const ZHUKOU = { village: 'zhukou', group: 5, consent: true } as const;

const SAME_DAY: DemoCase = {
  title: {
    'zh-CN': '路灯不亮：日报、日办、日结',
    en: 'A broken street light: reported, handled and closed the same day',
  },
  submission: { ...ZHUKOU, ...PASSER_BY, category: 'street-light', description: '路灯不亮（示例）' },
  resident: PASSER_BY.phone,
  answers: {
    'g52-a': [
      { after: 10, says: '1' },
      { after: 90, says: '1 已换灯泡' },
    ],
    resident: [{ after: 30, says: '1 谢谢' }],
  },
  closesAs: 'satisfied',
};

const GAS_PIPE: DemoCase = {
  title: { 'zh-CN': '施工挖断燃气管道：应急', en: 'A gas pipe broken by excavation: the emergency path' },
  submission: { ...ZHUKOU, ...NEIGHBOUR, category: 'gas-leak', description: '施工挖断燃气管道（示例）' },
  resident: NEIGHBOUR.phone,
  answers: {
    'g52-a': [
      { after: 2, says: '1 马上到' },
      { after: 12, says: '1 已疏散群众' },
    ],
    'gas-company-1': [
      { after: 3, says: '1 抢修车已出发' },
      { after: 20, says: '1 已到场关阀' },
      { after: 50, says: '1 险情已排除' },
      { after: 60, says: '1 已恢复供气' },
    ],
    resident: [{ after: 15, says: '1' }],
  },
  closesAs: 'satisfied',
};

/** The seed's case: the grid head finds it on a visit and files it. */
const cataract = (head: { readonly name: string; readonly phone: string }): DemoCase => ({
  title: {
    'zh-CN': '走访发现、代为申报：红十字会免费白内障手术',
    en: "Found on a visit, filed for the resident: the Red Cross's free cataract surgery",
  },
  submission: {
    ...ZHUKOU,
    ...head,
    onBehalfOf: ELDER,
    category: 'cataract-surgery',
    description: '走访发现老人一只眼看不见（示例）',
  },
  resident: ELDER.phone,
  answers: {
    'g52-a': [{ after: 120, says: '表 1=72 2=是 3=左眼' }],
    'red-cross-1': [{ after: 240, says: '1' }],
    'disabled-federation-1': [{ after: 300, says: '1' }],
    'eye-hospital-1': [
      { after: 60, says: '1 后天上午8点半，空腹' },
      { after: 2 * 1440, says: '1 手术顺利' },
    ],
    resident: [{ after: 60, says: '1 看得见了' }],
  },
  closesAs: 'satisfied',
});

export const demoCases = (head: { readonly name: string; readonly phone: string }): DemoCase[] => [
  SAME_DAY,
  GAS_PIPE,
  cataract(head),
];
