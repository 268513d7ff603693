import { type AskKind, type AskOption, DIGITS, type OptionRule } from '../asks/ask-kinds.js';
import { ASKS_WHAT_IS_MEANT, FINDS_NOTHING, holds } from './doubts.js';
import { TURNS } from './turns.js';

/** Words that beside a digit, or behind a keyword, say something else than it. A new one is a new row. */
export interface Contrary {
  /** What is contrary about it. */
  readonly is: string;
  /** Beside this digit only; beside any where none is named. */
  readonly digit?: number;
  /** Beside these options only. */
  readonly options?: readonly AskOption[];
  /** Finds it in folded text. */
  readonly found: (folded: string, rule: OptionRule) => boolean;
  /** Words that only this finds contrary. */
  readonly example: readonly [AskKind, AskOption, string];
}

/** Words that begin with a plain yes, and turn nowhere: "2 已修好". */
const beginsWithYes = (folded: string): boolean =>
  /^(?:已经?|都)?(?:(?:修|办|弄|搞)好|办结|解决|搞定|完成|同意|满意)了?(?:[,.!\s]|$)|^(?:fixed|done|sorted|repaired|solved|yes|all good)\b/.test(
    folded,
  ) &&
  !/[又没不]/.test(folded) &&
  !/\b(?:not|no|again|still)\b/.test(folded) &&
  !TURNS.test(folded);

const WHEN = /\d|[一二两三几][天周个]|缓|延|等|再|下周|月底|\b(?:until|till|by|later|more)\b/;

const BUT =
  /^[\s,.…!]{0,9}(?:但|不过|可是|只是|就是(?!了)|前提|等等(?![^,]*[去来])|慢着|but\b|though\b|however\b|subject to\b|provided\b|(?:no,? )?wait\b|hold on\b|hang on\b|scratch that)/;

/** Two digits, of which nobody knows which is meant. */
export const offersChoice = (folded: string): boolean => /(?:还是|或者?)\s*\d|\bor\s*\d/.test(folded);

/** "1 2", "1 2 3": digits of options and nothing else. A grid, a sum and a number of papers are numbers as well. */
const DIGITS_ALONE = /^[\s,.、，。/!！]*[1-9](?:[\s,.、，。/!！]+[1-9])*[\s,.、，。/!！]*$/;
const namesOtherDigit = (folded: string, { number }: OptionRule): boolean =>
  DIGITS_ALONE.test(folded) && (folded.match(/\d/g) ?? []).some((digit) => Number(digit) !== number);
const NUMBERED: readonly AskOption[] = ['place', 'transfer', 'refer', 'aid', 'documents', 'same', 'failed'];

/** "1 这活俺可不干": whoever will not do it. "I won't be long" does. */
const WILL_NOT =
  /(?:可|才)不(?:干|去|接|管|揽|来|跑|碰|弄|办|收|当|伺候)|(?:^|[我俺咱们\s,.])(?:也|都|是|就|真|可|说啥也|这活)?不(?:干|去|接|揽|来)(?![不谁哪行了着])|\b(?:won'?t|will not|not going to|not gonna|refuse to|ain't going to)\b(?! be (?:long|late)| (?:take|delay|forget|let|miss|fail|keep|leave|stop|lose|hang))/;

/** "1 换成老徐了": whoever holds the post no longer. */
const HOLDS_IT_NO_LONGER =
  /(?:早|早就|已经?|现在)不(?:再)?(?:当|干|管|在)|换成?了?(?:别人|老[\u4e00-\u9fff]|小[\u4e00-\u9fff])了?(?:[,.\s]|$)|\bno longer (?:the|in|on|a)\b|\b(?:retired|not the head any)\b/;

export const CONTRARIES: readonly Contrary[] = [
  { is: 'a choice of digits', found: offersChoice, example: ['confirmation', 'unsatisfied', '还是1啊'] },
  {
    is: 'another digit',
    found: (folded, rule) => !NUMBERED.includes(rule.option) && namesOtherDigit(folded, rule),
    example: ['acceptance', 'accept', '2'],
  },
  {
    is: 'a yes that is taken back, or hangs on what follows',
    digit: DIGITS.yes,
    found: (folded) => BUT.test(folded),
    example: ['approval', 'done', '，但要再研究'],
  },
  {
    is: 'a yes of whoever will not do it',
    digit: DIGITS.yes,
    options: ['accept'],
    found: (folded) => WILL_NOT.test(folded),
    example: ['acceptance', 'accept', '这活俺可不干'],
  },
  {
    is: 'a yes of whoever is no longer in the post',
    digit: DIGITS.yes,
    options: ['accept', 'done'],
    found: (folded) => HOLDS_IT_NO_LONGER.test(folded),
    example: ['report', 'done', '俺早不当网格长了'],
  },
  {
    is: 'a plain yes beside a no',
    digit: DIGITS.no,
    found: beginsWithYes,
    example: ['confirmation', 'unsatisfied', '已修好'],
  },
  {
    is: 'a plain yes, and no word of when, beside a later',
    options: ['extend'],
    found: (folded) => beginsWithYes(folded) && !WHEN.test(folded),
    example: ['outcome', 'extend', '修好了'],
  },
  {
    is: ASKS_WHAT_IS_MEANT.is,
    found: (folded) => holds(ASKS_WHAT_IS_MEANT, folded),
    example: ['confirmation', 'satisfied', '按几'],
  },
  { ...FINDS_NOTHING, found: (folded) => holds(FINDS_NOTHING, folded) },
];

/** The rows that words hold beside the digit of an option, or behind its keyword. */
export const contrariesIn = (rule: OptionRule, folded: string): Contrary[] =>
  CONTRARIES.filter(
    ({ digit = rule.number, options, found }) =>
      digit === rule.number && (options?.includes(rule.option) ?? true) && found(folded, rule),
  );

const NO =
  /^(?:(?:我|俺|他|她|人)?(?:还|都|压根|根本)?(?:没|未|尚未)|不|(?:千万)?[别甭]|[^,，。\s忘错少差跑]不(?:了|好|成|上|动|开)|(?:not|no|never|nothing)\b|(?:have|has|is|are|was|do|does|did|can|could|wo|would)n['\u2019]?t\b|cannot\b)/;
const NO_THAT_SAYS_YES =
  /^不(?!行|修|去|干|做|办|管|要|想|能|来|批|同意|给)[^,，。\s]{1,3}了|^别(?:客气|担心|急)|^(?:没|不)(?:有)?(?:任何)?(?:问题|毛病|意见|异议|啥|什么|说的|得说|事|难|错|赖|孬|差|客气|用谢|麻烦|耽误)|^(?:no|not a) (?:problem|issue|worr|complaint|objection|bother|doubt)|^not (?:bad|at all|a bother)|^nothing (?:wrong|to complain|found)|^can(?:no|['\u2019])?t (?:fault|complain)/;

/** "1 还没交", "1 not yet": words that begin with a no, and are none of the ways to say yes with one. */
export const beginsWithNo = (folded: string): boolean => NO.test(folded) && !NO_THAT_SAYS_YES.test(folded);

/** A question in answer to a question. */
export const asksBack = (folded: string): boolean =>
  /[?？]\s*$|(?:吗|么)[\s.。!！]*$|^(?:谁|啥|什么|为什么|咋|怎么|哪)/.test(folded);
