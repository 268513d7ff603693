import { naturally, unclearly } from './natural-answers.js';
import { weighted } from './seeded-random.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How a person takes an ask: most answer in good time, some late, wrongly first, or never. */
export type Manner = 'prompt' | 'late' | 'wrong-first' | 'never';

type Choices = readonly (readonly [weight: number, words: string])[];

const REPORT: Choices = [
  [92, '1 已完成'],
  [5, '3 天气原因'],
  [3, '2 需改日另行申请'],
];
const CONFIRMATION: Choices = [
  [86, '1'],
  [10, '2 还没弄好'],
  [4, '1 谢谢'],
];

/** An application is handed in by its form. */
const FORM = '表';

/**
 * How people answer, by the text that asks them. Invented shares, in the spirit of the seed's mix: most is done, some
 * is refused, extended, passed on or found wanting.
 */
export const ANSWERS: Readonly<Record<string, Choices>> = {
  'ask-clarify-danger': [
    [80, '没有'],
    [20, '1'],
  ],
  'ask-clarify-place': [
    [50, '朱口村5组'],
    [30, '郭楼三组'],
    [20, '就在村口'],
  ],
  'ask-clarify-village': [
    [60, '1'],
    [40, '第二个'],
  ],
  'ask-clarify-group': [
    [70, '1组'],
    [30, '2'],
  ],
  'ask-clarify-category': [
    [70, '1'],
    [30, '2'],
  ],
  'ask-clarify-same': [
    [50, '1'],
    [50, '2'],
  ],
  'ask-placement': [[1, '1 52']],
  'ask-complaint': [
    [60, '1'],
    [20, '2 查无此事'],
    [20, '4 不是投诉'],
  ],
  'ask-consent': [
    [60, '1'],
    [40, '2'],
  ],
  'ask-returned': [
    [50, '1'],
    [30, '2 确实办不了，请到县里咨询'],
    [20, '4 供水公司'],
  ],
  'ask-cause': [[1, '1 管道老化，下月更换']],
  'ask-acceptance': [
    [86, '1'],
    [4, '1 马上到'],
    [4, '好的马上去'],
    [2, '2 在外地'],
    [4, '4 供水公司'],
  ],
  'ask-acceptance-duplicate': [
    [60, '1'],
    [40, '7'],
  ],
  'ask-taking-up': [
    [92, '1 来访 2户'],
    [4, '4 信访办'],
    [4, '2 不属信访范围'],
  ],
  'ask-settlement': [
    [72, '1 双方和解'],
    [18, '8 未达成一致'],
    [10, '3 一方在外地'],
  ],
  'ask-outcome': [
    [84, '1 已处理'],
    [9, '3 等配件'],
    [4, '2 不属于受理范围'],
    [3, '4 城建办'],
  ],
  'ask-application': [
    [93, FORM],
    [4, '2 条件不符'],
    [3, '3 缺一份证明'],
  ],
  'ask-approval': [
    [92, '1'],
    [4, '2 不符合条件'],
    [2, '3 待核实'],
    [2, '6 2'],
  ],
  'ask-appointment': [[1, '1 下周二上午']],
  'ask-report': REPORT,
  'ask-report-step': REPORT,
  'ask-report-appointment': [
    [92, '1 已提前完成'],
    [5, '3 天气原因'],
    [3, '2 需改日另行申请'],
  ],
  'ask-report-duplicate': [
    [70, '1 已到场'],
    [30, '7'],
  ],
  'ask-report-emergency': [
    [85, '1 已完成'],
    [10, '险情已排除'],
    [5, '2 到场未见险情'],
  ],
  'ask-report-emergency-duplicate': [
    [70, '1 已到场'],
    [30, '7'],
  ],
  'ask-confirmation': CONFIRMATION,
  'ask-confirmation-applied': CONFIRMATION,
  'ask-documents': [[1, '1 已交网格员']],
  'ask-documents-again': [[1, '1']],
  'ask-sign-off': [
    [70, '1 原件已过期'],
    [30, '2 材料已齐'],
  ],
  'ask-attention': [[1, '1']],
  'ask-task-attention': [[1, '1']],
  'ask-follow-up': [
    [94, '1'],
    [6, '2 伤口发痒'],
  ],
  'ask-check': [
    [92, '1'],
    [8, '2 1 记录不全'],
  ],
  'ask-call': [
    [78, '1'],
    [9, '2 办得慢'],
    [13, '8'],
  ],
  'ask-rectification': [
    [94, '1 已补齐'],
    [6, '3 人手不足'],
  ],
  'ask-re-check': [
    [88, '1'],
    [12, '2 仍不全'],
  ],
  'ask-rectification-request': [
    [94, '1 已补办'],
    [6, '3 人手不足'],
  ],
  'ask-re-check-request': [
    [88, '1'],
    [12, '2 仍未办好'],
  ],
  'ask-review': [[1, '1 值班电话轮流接']],
  'ask-supervision': [[1, '1 明天办完']],
};

/** Replies of somebody who misreads a text: no such option, no such code, or something else altogether. */
const SLIPS: Choices = [
  [1, '9'],
  [1, '1 K7QQ'],
  [1, '好的知道了'],
];

/** Residents leave a question about their satisfaction unanswered more often than staff an ask. */
const mannerOf = (key: string, random: () => number): Manner =>
  weighted(
    random,
    key.startsWith('ask-confirmation')
      ? [
          [70, 'prompt'],
          [8, 'late'],
          [4, 'wrong-first'],
          [18, 'never'],
        ]
      : [
          [86, 'prompt'],
          [6, 'late'],
          [4, 'wrong-first'],
          [4, 'never'],
        ],
  );

/** Emergencies are answered in a minute or two; the rest when the day allows. Milliseconds. */
function delayOf(manner: Manner, isUrgent: boolean, random: () => number): number {
  if (isUrgent) return manner === 'late' ? 8 * MINUTE : (0.5 + random()) * MINUTE;
  return manner === 'late' ? (8 + random() * 40) * HOUR : (2 + random() * 75) * MINUTE;
}

export interface PlannedAnswer {
  readonly manner: Manner;
  /** The reply if they are asked what they mean: a digit and the code. */
  readonly plainly: string;
  /** Each text with how long after the ask it is sent, milliseconds. */
  readonly texts: readonly { readonly after: number; readonly words: string }[];
}

/** A person's plan about an ask; undefined for a text that asks nothing. */
export function answerTo(
  {
    key,
    code,
    isUrgent,
    form = FORM,
  }: { key: string; code: string; isUrgent: boolean; form?: string | undefined },
  random: () => number,
): PlannedAnswer | undefined {
  const answers = ANSWERS[key];
  if (answers === undefined) return undefined;
  const manner = mannerOf(key, random);
  const chosen = weighted(random, answers);
  const isForm = chosen === FORM;
  const plain = isForm ? `${FORM} ${code} ${form.slice(FORM.length).trim()}` : chosen;
  const plainly = isForm ? plain : `${plain} ${code}`;
  if (manner === 'never') return { manner, plainly, texts: [] };
  const after = delayOf(manner, isUrgent, random);
  const answer = { after, words: isForm ? plain : inTheirWords(key, plain, code, random) };
  if (manner !== 'wrong-first') return { manner, plainly, texts: [answer] };
  const slip = { after, words: unclearly(key, random) ?? weighted(random, SLIPS) };
  return { manner, plainly, texts: [slip, { ...answer, after: after + 3 * MINUTE }] };
}

/** Six in ten write words of their own, and half of these leave the code out. */
function inTheirWords(key: string, plain: string, code: string, random: () => number): string {
  const natural = random() < 0.6 ? naturally(key, plain, random) : undefined;
  if (natural === undefined) return `${plain} ${code}`;
  return random() < 0.5 ? natural : `${natural} ${code}`;
}
