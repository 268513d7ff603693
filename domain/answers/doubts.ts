import type { AskKind, AskOption } from '../asks/ask-names.js';
import { saysSomebodyIsHurt } from './hurt-words.js';
import { saysItIsOver } from './over-words.js';
import { TURNS } from './turns.js';

/**
 * Words that leave open what an answer says, or turn it round. An answer with them is never taken as it is: where they were no doubt after all, one digit
 * says so. A new one is a new row.
 */
export interface Doubt {
  /** What is doubtful about it. */
  readonly is: string;
  /** Finds it in folded text. */
  readonly found: RegExp | ((folded: string) => boolean);
  /** Only of these options, of all where none are named. */
  readonly options?: readonly AskOption[];
  /** Of all but these. */
  readonly notOf?: readonly AskOption[];
  /** Only in answers to these kinds of ask. */
  readonly kinds?: readonly AskKind[];
  /** An answer that this leaves open, and no other row. */
  readonly example: readonly [AskKind, AskOption, string];
}

/** A yes after which nothing more is done. */
export const SETTLES: readonly AskOption[] = ['done', 'passed', 'satisfied', 'allow'];
export const PASSES_ON: readonly AskOption[] = ['transfer', 'refer', 'decline'];
const SAYS_ALL_IS_WELL: readonly AskOption[] = ['done', 'passed'];
export const NAMES_WHAT_IS_LEFT: readonly AskOption[] = ['aid', 'documents', 'extend', 'session'];
/** Where a little picture alone says no more than that the text was read. */
export const NEEDS_WORDS: readonly AskKind[] = [
  'outcome',
  'settlement',
  'rectification',
  'application',
  'report',
];
/** Where whoever answers says what others told them. */
const QUOTES_OTHERS: readonly AskKind[] = ['follow-up', 'call', 'outcome', 'settlement', 'check'];
/** What whoever is asked has done or looked at; whom they were to ask or look after is quoted. */
const SEEN_BY_ONESELF: readonly AskKind[] = ['outcome', 'report', 'application', 'rectification', 're-check'];

/** "满意按几", too. */
export const ASKS_WHAT_IS_MEANT: Doubt = {
  is: 'a question about the words of the question',
  found: /^(?:啥|什么|何)(?:叫|算|是|为|谓)|(?:啥|什么)意思|(?:按|回复?|选)(?:几|哪|啥)/,
  example: ['confirmation', 'satisfied', '啥叫满意'],
};

/** Questions, irony, conditions, guesses: whatever else is said, it is no answer of its own. */
const MEANT_OTHERWISE: readonly Doubt[] = [
  { is: 'a question', found: /[?？]\s*$/, example: ['outcome', 'done', '修好了?'] },
  {
    is: 'a question by its last word',
    found: /(?:吗|么|(?<!(?:问题|毛病|意见|异议|怨言|事)(?:也|都)?|用)没有?)[\s.。!！]*$/,
    example: ['outcome', 'done', '修好了没'],
  },
  {
    is: 'a question by a word of asking',
    found:
      /(?:(?<![不没])(?:咋|怎么)|哪个|哪里|哪天|几点|几岁|几口人|多大岁数|多大年纪|啥时候|什么时候|谁)(?!.{0,2}都)/,
    example: ['acceptance', 'accept', '收到 几点去'],
  },
  {
    is: 'a question by a word and its opposite',
    // "受理不受理", "改没改", "收还是不收": neither.
    found: /(?<![没动时爱])([\u4e00-\u9fff]{1,2})(?:还是)?[不没]\1/,
    example: ['taking-up', 'accept', '受理不受理'],
  },
  {
    is: 'a question by a "not" at its end',
    found: /(?:能|会|行|可以|要|在|是|有|对)[^,，.。;；]{0,8}不[\s.。!！]*$/,
    example: ['approval', 'done', '她自己能走路不'],
  },
  ASKS_WHAT_IS_MEANT,
  {
    is: 'a question in English',
    found: /^(?:who|what|when|where|which|why|how|do i|do you)\b/,
    example: ['acceptance', 'accept', 'when do you want me there'],
  },
  {
    is: 'a question in English by a verb',
    found:
      /^(?:(?:is|are|was|does|would|could|should|shall|must|can|may)(?:n't)? (?:it|that|this|an?|the|i|we|you|they|he|she|there|somebody|someone|anyone|anybody)|(?:will|did|has|have)(?:n't)? (?:you|they|he|she|anyone|anybody|somebody))\b/,
    example: ['outcome', 'done', 'is it fixed'],
  },
  {
    is: 'irony, a curse',
    found:
      /个屁|个鬼|个头|个锤子|才怪|呵呵|寂寞|拉倒|白搭|可真行|真行啊|真能干|my (?:foot|arse|ass)|yeah right|as if|my eye/,
    example: ['confirmation', 'satisfied', '满意才怪'],
  },
  {
    is: 'a condition, a choice',
    found:
      /如果|要是|只要|的话|除非|\bif\b|\bunless\b|或者|\bor\b|\beither\b|看着办|你们说了算|\bup to you\b|\byou decide\b|\byes and no\b/,
    example: ['approval', 'done', '没问题的话就批'],
  },
  {
    is: 'two noes',
    found: /(?:没法|没办法|不能|不得|不会|并非|并不是|不是|未见)不(?![同一]样|了|行|过)/,
    example: ['approval', 'refuse', '并非不同意'],
  },
  {
    is: 'a yes that is taken back in the same breath',
    found:
      /^(?:同意|好|行|可以|批|准|受理|合格|满意|通过|ok|okay|yes|approved?)[^,.…]{0,4}[\s,.…!]+(?:(?:等等|等一下|慢着|且慢)[^去来]*$|算了|不对|(?:no,? )?wait\b|hold on\b|hang on\b|scratch that)/,
    example: ['approval', 'done', '同意吧…等等我再核一下'],
  },
  {
    is: 'hearsay, a guess',
    found:
      /好像|应该|可能|听说|大概|估计|也许|说不准|差不多|算是|maybe|perhaps|probably|i think|i guess|i heard|they say|supposed|should be|not sure|i suppose|i believe|i should think|apparently|sort of|kind of|so[ -]so|凑合|勉强|七七八八/,
    example: ['outcome', 'done', '应该修好了'],
  },
];

const TURN: Doubt = { is: 'a turn', found: TURNS, example: ['confirmation', 'satisfied', '满意但是慢'] };

const HALF: Doubt = {
  is: 'a half',
  found:
    /一半|基本|大体|大致|总体(?:上)?(?:尚可|还|可以)|还差|就差|还剩|只剩|部分|没全|不全|还缺|half|partly|mostly|almost|except|apart from|nearly|largely|on the whole|by and large|more or less/,
  // Whoever puts off, or says which papers are missing, names it rightly.
  notOf: NAMES_WHAT_IS_LEFT,
  example: ['outcome', 'done', '办结一半'],
};

/** Of any answer; in what is left of its words without those that are no doubt there (`no-doubts.ts`). */
export const DOUBTS_OF_ANY: readonly Doubt[] = [...MEANT_OTHERWISE, TURN, HALF];

const CONDITION: Doubt = {
  is: 'a yes that hangs on something, or is to be decided',
  found:
    /待(?:核实|定|研究|查|议|验收|审|批复|确认)|再议|\bto be (?:verified|decided|confirmed|discussed)\b|原则上?(?:同意|可以|受理|行)|前提|以[^,.]{1,8}为准|(?:齐|够|有[^,.]{0,4}|合适|没意见|不超|同意)了?我?们?[就再](?:批|同意|办|受理|接|给|算)|\bsubject to\b|\bprovided\b|\bin principle\b|\bassuming\b|\bonly if\b|\bonce (?:the|they|he|she|we|you|it|i)\b|\bdepend/,
  notOf: ['extend'],
  example: ['approval', 'done', '材料齐了就批'],
};

const FOR_NOW: readonly Doubt[] = [
  {
    is: 'for the time being, or broken again since',
    found:
      /临时|先(?:凑合|将就)|temporar|for now|patched|(?:[好修办弄调谈补换][好完成上妥]|修|好|换)了?[^,，。]{0,4}又(?![没不])/,
    options: SAYS_ALL_IS_WELL,
    kinds: SEEN_BY_ONESELF,
    example: ['outcome', 'done', '临时堵上了'],
  },
  {
    is: 'not done yet, however well it goes',
    found:
      /正在(?!用)|积极(?:协调|推进)|预计|争取|力争|有望|仍在|观察|暂时|暂未|觉[着得](?!不)|\bin progress\b|\bbeing (?:done|dealt|handled|fixed|repaired)\b|\bexpect|\bmonitor|\bwill be\b|\bto be (?:done|fixed|finished)\b|\bfor the moment\b|交给我|包在我身上|\bleave (?:it|this|that) (?:with|to) (?:me|us)\b/,
    options: SAYS_ALL_IS_WELL,
    kinds: SEEN_BY_ONESELF,
    example: ['outcome', 'done', '正在办理中'],
  },
];

/** A yes that fails: done, and not done after all. */
const FAILS: readonly Doubt[] = [
  {
    is: 'an emergency that goes on',
    found:
      /又(?:着|漏|烧|冒|起)|复燃|(?:还|仍)在?(?:烧|着|漏|冒)|[没未]灭|\bstill (?:burning|leaking|smoking|on fire)\b|\bflar(?:ed|es|ing) up\b|\breignite|\b(?:burning|leaking|on fire) again\b/,
    options: ['done'],
    kinds: ['report'],
    example: ['report', 'done', '扑灭后复燃了'],
  },
  {
    is: 'somebody who is hurt',
    found: saysSomebodyIsHurt,
    options: ['done'],
    kinds: ['report'],
    example: ['report', 'done', '阀门关好了，一人烧伤'],
  },
  {
    is: 'a yes that no longer holds',
    found:
      /反悔|变卦|(?:今天|今早|今晨|今日|现在|后来|刚|又)[^,.]{0,4}撤(?:了|回|销)|\bwithdrawn\b|\b(?:took|taken) (?:it|that) back\b/,
    options: SETTLES,
    example: ['approval', 'done', '昨天批了，今天撤回'],
  },
];

/** Of what was to be done or looked at: "同意，住院费减一半" agrees. */
const HALF_DONE: Doubt = { ...HALF, kinds: [...NEEDS_WORDS, 'check', 're-check', 'confirmation', 'call'] };

/** Beside a digit of yes, too: "1 还差个灯罩", "1 临时堵上了", "1 待验收", "1 复燃了". */
export const OPEN_YES: readonly Doubt[] = [HALF_DONE, CONDITION, ...FOR_NOW, ...FAILS];

const WAS_UNSATISFIED: Doubt = {
  is: 'how they found it before',
  found: (folded) => {
    const was =
      /(?:本来|原来|原先|之前|起初|开始)[^,.，。]{0,4}不满意[,.，。\s]|\bwas (?:not |un)(?:happy|satisfied)\b/.exec(
        folded,
      );
    return was !== null && /后来|现在|今天|最后|\bnow\b/.test(folded.slice(was.index + was[0].length));
  },
  options: ['unsatisfied'],
  example: ['confirmation', 'unsatisfied', '本来不满意，后来修好了'],
};

/** "2 没有问题", too. */
export const FINDS_NOTHING: Doubt = {
  is: 'a no that finds nothing wrong',
  found:
    /(?:问题|毛病|意见|异议|怨言)(?:也|都)?没有?(?:[,.;!\s]|$)|^(?:都|也|完全)?没有?(?:任何|啥|什么)?(?:问题|毛病|意见|异议|怨言)(?:[,.;!\s]|$)|^no (?:problems?|complaints?|issues?|faults?)(?:[,.;!]|$)/,
  options: ['failed', 'unsatisfied', 'problem'],
  example: ['check', 'failed', '一点毛病都没有'],
};

/** Of some answers; in all of their words. */
export const DOUBTS_OF_SOME: readonly Doubt[] = [
  CONDITION,
  ...FOR_NOW,
  ...FAILS,
  WAS_UNSATISFIED,
  {
    is: 'a time to come: whoever names one puts off rather than refuses',
    found:
      /明天|明儿|后天|下周|下个?星期|下个?月|改天|改日|过(?:几|两|些)天|年后|节后|tomorrow|next (?:week|month|mon|tue|wed|thu|fri|sat|sun)|later\b|in a few days/,
    options: ['refuse'],
    example: ['outcome', 'refuse', '今天办不了，明天再说'],
  },
  {
    is: 'a sum to be given: whoever speaks of one refuses nothing',
    found: /给[^,.]{0,4}[\d百千]/,
    options: ['refuse'],
    example: ['outcome', 'refuse', '先给500让他自己修'],
  },
  {
    is: 'a sum that is asked for, and not given',
    found:
      /需要|(?<![不主重])要(?!了|紧)|申请|先给(?!了)|\b(?:needs?|asks?|asking|wants?|requests?|requires?)\b/,
    options: ['aid'],
    example: ['outcome', 'aid', '修好需要三百块钱'],
  },
  {
    is: 'little pictures and signs alone',
    found: (folded) => !/[\p{L}\d]/u.test(folded),
    kinds: NEEDS_WORDS,
    example: ['outcome', 'done', '👍'],
  },
  {
    is: 'whoever cannot do it themselves',
    found: /(?:自己|我们)[^,.]{0,4}不[了成动]/,
    options: ['accept'],
    kinds: ['returned'],
    example: ['returned', 'accept', '我们自己办不了'],
  },
  FINDS_NOTHING,
  {
    is: 'a plea: whoever asks to be helped is not helped yet',
    found: /快(?:点|些|来)|[尽赶]快|赶紧|抓紧|拜托|求求|\bhurry\b|\bplease (?:come|fix|send|do|help)\b/,
    options: ['satisfied'],
    example: ['confirmation', 'satisfied', '麻烦快点'],
  },
  {
    is: 'others who say that it was done: whoever answers was not there',
    found:
      /(?:老[\u4e00-\u9fff]|小[\u4e00-\u9fff]|师傅|电工|邻居|隔壁|[用住]户|户主|村里|人家|[他她]们?|会计|班长|儿子|媳妇|闺女)[\u4e00-\u9fff]{0,2}(?:说|讲|回话)(?![和合服通不明没话开])|\b(?:he|she|they|customer|plumber|electrician|neighbou?r|wife|husband|son|daughter|lad|owner|tenant|boss|[a-z]+) (?:says|reckons|told me)\b/,
    options: SAYS_ALL_IS_WELL,
    kinds: SEEN_BY_ONESELF,
    example: ['outcome', 'done', '老张说弄好了'],
  },
  {
    is: 'an end of which no word says that it is safe, repaired or cut off, or that nobody is there',
    found: (folded) => !saysItIsOver(folded),
    options: ['done'],
    kinds: ['report'],
    example: ['report', 'done', '俺早不当网格长了 换成老徐了'],
  },
  {
    is: 'a name that some may know and others may not',
    found:
      /(?:只|光|就|仅)(?:能|准|可以?)?(?:跟|给|让|对|告诉|和|许)[^,.]{1,8}(?:说|讲|知道|看|听)|\bonly (?:tell|to|the|with|for|if)\b/,
    options: ['allow', 'deny'],
    kinds: ['consent'],
    example: ['consent', 'deny', '只跟你们领导说行 别叫村里知道'],
  },
  {
    is: 'two people, of whom the second does not agree',
    found: (folded) => {
      const voices = folded.split(/[,. ]+/).filter((clause) => /说(?![明服和合开])/.test(clause));
      return voices.slice(1).some((clause) => !/[也都]说/.test(clause));
    },
    kinds: QUOTES_OTHERS,
    example: ['follow-up', 'well', '他说没事，他老伴说有事'],
  },
];

/** Whether words hold it. */
export const holds = ({ found }: Doubt, folded: string): boolean =>
  typeof found === 'function' ? found(folded) : found.test(folded);

const holdsAny = (doubts: readonly Doubt[], folded: string): boolean =>
  doubts.some((doubt) => holds(doubt, folded));

/** Whether words ask, mock or repeat what others say, so that they are no answer of their own. */
export const isMeantOtherwise = (folded: string): boolean => holdsAny(MEANT_OTHERWISE, folded);

/** Whether words turn an answer round, or leave it open, otherwise than by saying that it is done by half. */
export const turnsRound = (folded: string): boolean => isMeantOtherwise(folded) || holds(TURN, folded);

/** What is done by half is not done. */
export const isByHalf = (folded: string): boolean => holds(HALF, folded);

/** "本来不满意，后来修好了": it is not said how they find it now. */
export const wasUnsatisfied = (folded: string): boolean => holds(WAS_UNSATISFIED, folded);

export const leavesDoubt = (folded: string): boolean => turnsRound(folded) || isByHalf(folded);
