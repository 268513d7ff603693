import type { Bilingual } from '../words/language.js';

/** The figures of a period, in the order they are shown: the seed's five of the year first. */
export const COUNTS = [
  'people',
  'handled',
  'solved',
  'petitionsMediated',
  'yuan',
  'received',
  'closed',
] as const;
const RATES = ['responseRate', 'onTimeRate', 'resolutionRate', 'satisfactionRate'] as const;
/** The staff's claim, and beside it the residents' verdicts on the same. */
export const SAID = ['claimedDone', 'saidContacted', 'saidSolved', 'saidSatisfied'] as const;
export const SHARES = [...RATES, ...SAID] as const;
export const HOURS = ['medianHoursToClose', 'p90HoursToClose'] as const;
/** The tasks of finding out why something comes again. */
export const CAUSES = ['causesOpened', 'causesWaiting', 'causesCleared'] as const;
export const FIGURES = [...COUNTS, ...SHARES, ...HOURS, ...CAUSES] as const;
export type FigureName = (typeof FIGURES)[number];
/** The figures that are counted from requests: the rest are of visits, receptions and tasks. */
export const REQUEST_FIGURES = [
  'handled',
  'solved',
  'petitionsMediated',
  'yuan',
  'received',
  'closed',
  ...SHARES,
  ...HOURS,
] as const satisfies readonly FigureName[];
export type RequestFigure = (typeof REQUEST_FIGURES)[number];

/** A part of a whole; nothing out of nothing has no share. */
export interface Share {
  readonly part: number;
  readonly of: number;
  /** From 0 to 1. */
  readonly share: number | null;
}

export type CauseCounts = Readonly<Record<(typeof CAUSES)[number], number>>;

export type Figures = Readonly<
  Record<(typeof COUNTS)[number], number> &
    Record<(typeof SHARES)[number], Share> &
    Record<(typeof HOURS)[number], number | null>
> &
  CauseCounts;

export interface Definition {
  readonly name: Bilingual;
  readonly unit: 'people' | 'requests' | 'money' | 'share' | 'hours' | 'causes';
  /** Its definition, so that two people count the same. */
  readonly definition: Bilingual;
}

/** The definition of each figure. Residents and leaders read these beside the numbers. */
export const DEFINITIONS: Readonly<Record<FigureName, Definition>> = {
  people: {
    name: { 'zh-CN': '走访接待群众', en: 'People visited and received' },
    unit: 'people',
    definition: {
      'zh-CN': '期内走访见到的人数与接待日来访的人数之和，按人次计。',
      en: 'People met on visits plus people who came on reception days in the period; a person met twice counts twice.',
    },
  },
  handled: {
    name: { 'zh-CN': '办理事项', en: 'Items handled' },
    unit: 'requests',
    definition: {
      'zh-CN': '期内首次登记办理结果（办结或说明理由不予办理）的诉求数。',
      en: 'Requests whose first outcome, done or refused with a reason, was recorded in the period.',
    },
  },
  solved: {
    name: { 'zh-CN': '解决实际问题', en: 'Practical problems solved' },
    unit: 'requests',
    definition: {
      'zh-CN': '期内结案、事情已办成、居民满意或未提异议的诉求数；不予办理、转介、合并、撤回的不计。',
      en: 'Requests closed in the period with the work done and the resident satisfied or without objection; refused, referred, joined and withdrawn ones do not count.',
    },
  },
  petitionsMediated: {
    name: { 'zh-CN': '调处信访', en: 'Petitions mediated' },
    unit: 'requests',
    definition: {
      'zh-CN': '“解决实际问题”中经调解各方达成一致的信访诉求数。',
      en: 'Those of the problems solved that were petitions whose parties agreed at a mediation session.',
    },
  },
  yuan: {
    name: { 'zh-CN': '救助款物', en: 'Aid' },
    unit: 'money',
    definition: {
      'zh-CN': '期内首次登记办理结果的诉求上登记的救助金额之和。',
      en: 'The sum of the aid recorded on requests whose first outcome was recorded in the period.',
    },
  },
  received: {
    name: { 'zh-CN': '受理诉求', en: 'Requests received' },
    unit: 'requests',
    definition: {
      'zh-CN': '期内收到的诉求数，撤回和合并的也计入。',
      en: 'Requests received in the period, withdrawn and joined ones included.',
    },
  },
  closed: {
    name: { 'zh-CN': '结案', en: 'Requests closed' },
    unit: 'requests',
    definition: {
      'zh-CN': '期内结案的诉求数，撤回和合并的不计。',
      en: 'Requests closed in the period, withdrawn and joined ones left out.',
    },
  },
  responseRate: {
    name: { 'zh-CN': '响应率', en: 'Response rate' },
    unit: 'share',
    definition: {
      'zh-CN':
        '期内按时响应的诉求，占期内按时响应与期内响应时限届满而无人响应的诉求之和的比例。接收、转办、办理均为响应；届满前撤回或合并的不计。',
      en: 'Requests somebody took up in time in the period, out of these and those whose time to be taken up ran out in it. Accepting, passing on and handling count; what was withdrawn or joined before does not.',
    },
  },
  onTimeRate: {
    name: { 'zh-CN': '按时办结率', en: 'On-time rate' },
    unit: 'share',
    definition: {
      'zh-CN':
        '期内按时登记首次结果的诉求，占期内按时登记与期内办理时限届满而无结果的诉求之和的比例；以当时的时限为准，届满前撤回、合并或转介的不计。',
      en: 'Requests whose first outcome was recorded in time in the period, out of these and those whose deadline passed in it without one. The deadline is the one that stood then; what was withdrawn, joined or referred before does not count.',
    },
  },
  resolutionRate: {
    name: { 'zh-CN': '解决率', en: 'Resolution rate' },
    unit: 'share',
    definition: {
      'zh-CN': '“解决实际问题”占“结案”的比例。',
      en: 'Practical problems solved, out of the requests closed.',
    },
  },
  satisfactionRate: {
    name: { 'zh-CN': '满意率', en: 'Satisfaction rate' },
    unit: 'share',
    definition: {
      'zh-CN': '期内结案且居民作出评价的诉求中，最后评价为满意的比例；未评价的不计。',
      en: 'Of the requests closed in the period whose resident said what they think, those whose last word was satisfied; who said nothing does not count.',
    },
  },
  claimedDone: {
    name: { 'zh-CN': '经办人报办结', en: 'Done, as staff say' },
    unit: 'share',
    definition: {
      'zh-CN': '“办理事项”中首次登记的结果为办结（不是不予办理）的比例，由经办人自己填报。',
      en: 'Of the items handled, those whose first outcome was recorded as done rather than refused, by whoever worked on them.',
    },
  },
  saidContacted: {
    name: { 'zh-CN': '居民说联系过', en: 'Contacted, as residents say' },
    unit: 'share',
    definition: {
      'zh-CN':
        '期内居民作出的每次评价中，答了“有没有人联系过”的，答“有”的比例；重新办理后再评的、过期才评的都计，未答这一问的和电话抽查不计。',
      en: 'Of all verdicts that residents gave in the period and that say whether anybody contacted them, those that say yes. Each verdict counts, those after a reopening and late ones too; who left the question out does not, nor do the calls of the monthly spot check.',
    },
  },
  saidSolved: {
    name: { 'zh-CN': '居民说已解决', en: 'Solved, as residents say' },
    unit: 'share',
    definition: {
      'zh-CN':
        '期内居民作出的每次评价中，答了“解决了没有”的，答“已解决”的比例；重新办理后再评的、过期才评的都计，未答这一问的、不予办理的和电话抽查不计。',
      en: 'Of all verdicts that residents gave in the period and that say whether it is solved, those that say yes. Each verdict counts, those after a reopening and late ones too; what was refused is not asked about, and the calls of the monthly spot check do not count.',
    },
  },
  saidSatisfied: {
    name: { 'zh-CN': '居民说满意', en: 'Satisfied, as residents say' },
    unit: 'share',
    definition: {
      'zh-CN':
        '期内居民作出的每次评价中，答了“满意不满意”的，答“满意”的比例；重新办理后再评的、过期才评的都计，未答这一问的和电话抽查不计。',
      en: 'Of all verdicts that residents gave in the period and that say whether they are satisfied, those that say yes. Each verdict counts, those after a reopening and late ones too; the calls of the monthly spot check do not.',
    },
  },
  medianHoursToClose: {
    name: { 'zh-CN': '半数诉求在几小时内办结', en: 'Half closed within (hours)' },
    unit: 'hours',
    definition: {
      'zh-CN': '期内结案的诉求从收到到结案的小时数，半数不超过此数；昼夜和节假日连续计算。',
      en: 'Hours from receipt to closure, round the clock, of the requests closed in the period: half took no longer.',
    },
  },
  p90HoursToClose: {
    name: { 'zh-CN': '九成诉求在几小时内办结', en: '9 in 10 closed within (hours)' },
    unit: 'hours',
    definition: {
      'zh-CN': '期内结案的诉求从收到到结案的小时数，九成不超过此数。',
      en: 'Hours from receipt to closure, round the clock, of the requests closed in the period: nine in ten took no longer.',
    },
  },
  causesOpened: {
    name: { 'zh-CN': '新开治本任务', en: 'Causes opened' },
    unit: 'causes',
    definition: {
      'zh-CN': '同一村民小组、同一类别的诉求反复发生，期内新开的查找根源的任务数；规定次数和天数见本镇设置。',
      en: 'Tasks opened in the period to find out why requests of one category keep coming from one group; how many in how many days is in the town’s settings.',
    },
  },
  causesWaiting: {
    name: { 'zh-CN': '未销号治本任务', en: 'Causes waiting' },
    unit: 'causes',
    definition: {
      'zh-CN': '到期末尚未销号的治本任务数，往期新开的也计入：责任人还没有说明办法，或者观察期未满。',
      en: 'Tasks of causes that are not over at the end of the period, whenever opened: nobody has said what is done yet, or the quiet time still runs.',
    },
  },
  causesCleared: {
    name: { 'zh-CN': '已销号治本任务', en: 'Causes closed' },
    unit: 'causes',
    definition: {
      'zh-CN': '期内销号的治本任务数：采取办法后，观察期满没有再发生；转其他单位的不计。',
      en: 'Tasks of causes closed in the period because nothing came again in the quiet time after something was done; referred ones do not count.',
    },
  },
};
