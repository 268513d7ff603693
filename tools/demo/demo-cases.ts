import type { Language } from '../../domain/words/language.js';

/** One answer of one person: how long they take (minutes) and what they text after the code. */
export interface ScriptedAnswer {
  readonly after: number;
  readonly says: string;
}

/** Somebody whose name and number are told to the town. */
export interface Person {
  readonly name: string;
  readonly phone: string;
}

/** A case to be played: what is submitted, and what each person answers, in order, whenever they are asked. */
export interface DemoCase {
  readonly title: string;
  /** The introduction for somebody who has never seen the system. */
  readonly about: string;
  /** Who submits it: a resident, or one of the staff by id. */
  readonly from: Person | string;
  readonly submission: { readonly category: string; readonly description: string } & Readonly<
    Record<string, unknown>
  >;
  /** By staff id; `resident` is the person the request is for. */
  readonly answers: Readonly<Record<string, readonly ScriptedAnswer[]>>;
  readonly resident: string;
  readonly closesAs: 'satisfied';
}

/** Three cases in a sample town of the language, and the folder of the town. */
export interface DemoPlay {
  readonly town: string;
  /** A Monday morning in working hours. */
  readonly beginning: string;
  readonly cases: readonly DemoCase[];
}

// Sample data: every name and number is invented.
const ZHUKOU = { village: 'zhukou', group: 5, consent: true } as const;
const ELDER = { name: '示例老人', phone: '+8619911110001' } as const;
const PASSER_BY = { name: '示例居民甲', phone: '+8619911110002' } as const;
const NEIGHBOUR = { name: '示例居民乙', phone: '+8619911110003' } as const;

const SANHEHU: DemoPlay = {
  town: 'towns/sanhehu',
  beginning: '2026-08-24T09:00:00+08:00',
  cases: [
    {
      title: '路灯不亮：日报、日办、日结',
      about: '居民在网页上报一盏不亮的路灯。系统按村组找到网格，网格长当天修好，居民满意后才结案。',
      from: PASSER_BY,
      submission: { ...ZHUKOU, category: 'street-light', description: '路灯不亮（示例）' },
      resident: PASSER_BY.phone,
      answers: {
        'g52-a': [
          { after: 10, says: '1' },
          { after: 90, says: '1 已换灯泡' },
        ],
        resident: [{ after: 30, says: '1 谢谢' }],
      },
      closesAs: 'satisfied',
    },
    {
      title: '施工挖断燃气管道：应急',
      about: '紧急事项不等签收：同时通知网格长、燃气公司和带班领导，一步一步问到险情排除、恢复供气。',
      from: NEIGHBOUR,
      submission: { ...ZHUKOU, category: 'gas-leak', description: '施工挖断燃气管道（示例）' },
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
    },
    {
      title: '走访发现、代为申报：红十字会免费白内障手术',
      about:
        '网格长走访时发现老人看不见，代为申报。项目写明谁审批、谁手术；两家同时审批，医院约时间，做完再问老人。',
      from: 'g52-a',
      submission: {
        ...ZHUKOU,
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
    },
  ],
};

const BROOKFIELD = { village: 'brookfield', group: 1, consent: true } as const;
const TENANT = { name: 'J. Sample', phone: '+353209110001' } as const;
const WALKER = { name: 'A. Sample', phone: '+353209110002' } as const;
const DIGGER = { name: 'B. Sample', phone: '+353209110003' } as const;

const ELMFORD: DemoPlay = {
  town: 'towns/elmford',
  beginning: '2026-08-24T09:00:00+01:00',
  cases: [
    {
      title: 'A broken street light: reported, handled and closed the same day',
      about:
        'A resident reports a dark street light on the web page. The place decides the grid, the grid decides who is asked;\n' +
        'the grid head has it mended the same day, and it is closed only after the resident was asked.',
      from: WALKER,
      submission: {
        ...BROOKFIELD,
        category: 'street-light',
        description: 'The light by the shop is out (sample)',
      },
      resident: WALKER.phone,
      answers: {
        'e04-a': [
          { after: 10, says: '1' },
          { after: 90, says: '1 new bulb' },
        ],
        resident: [{ after: 30, says: '1 thank you' }],
      },
      closesAs: 'satisfied',
    },
    {
      title: 'A gas pipe broken by digging: the emergency path',
      about:
        'An emergency waits for nobody to accept it: the grid head, the gas company and the duty leader are told\n' +
        'side by side, and asked step by step until it is safe.',
      from: DIGGER,
      submission: {
        ...BROOKFIELD,
        category: 'gas-leak',
        description: 'A digger has broken the gas pipe (sample)',
      },
      resident: DIGGER.phone,
      answers: {
        'e04-a': [{ after: 12, says: '1 everybody is out' }],
        'gas-network-1': [
          { after: 20, says: '1 valve is shut' },
          { after: 50, says: '1 pipe mended' },
        ],
        resident: [{ after: 15, says: '1' }],
      },
      closesAs: 'satisfied',
    },
    {
      title: 'Found on a visit, filed for the resident: a home repair grant',
      about:
        'On a visit the grid head finds a roof that leaks, and files for the resident. The programme, which is data of the town,\n' +
        'says who decides and who does the work; the resident is asked at the end.',
      from: 'e04-a',
      submission: {
        ...BROOKFIELD,
        onBehalfOf: TENANT,
        category: 'home-repair',
        description: 'Rain comes through the roof, seen on a visit (sample)',
      },
      resident: TENANT.phone,
      answers: {
        'e04-a': [{ after: 120, says: 'form 1=yes 2=4' }],
        'housing-office-1': [{ after: 240, says: '1' }],
        'council-builders-1': [{ after: 3 * 1440, says: '1 roof is watertight again' }],
        resident: [{ after: 60, says: '1 thank you all' }],
      },
      closesAs: 'satisfied',
    },
  ],
};

/** The play of each language, in a town whose people write it. */
export const DEMO_PLAYS: Readonly<Record<Language, DemoPlay>> = { 'zh-CN': SANHEHU, en: ELMFORD };
