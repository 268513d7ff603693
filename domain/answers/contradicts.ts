import { ASK_KINDS, type AskKind, DIGITS, type OptionRule } from '../asks/ask-kinds.js';
import { foldWords } from '../reading/features.js';
import { asksBack, beginsWithNo, contrariesIn, offersChoice } from './contraries.js';
import { SETTLES } from './doubts.js';
import { isDoubtful, isOpenYes } from './is-doubtful.js';
import { learntAnswers } from './learnt-answers.js';
import { maySay } from './may-say.js';
import { weighAnswer, type WeighedAnswer } from './weigh-answer.js';

/** From here on words beside a digit, or behind a keyword, say something else than it; a digit is seldom meant otherwise than it stands there. */
const CONTRADICTS_YES = 0.8;
/** Unclear words beside it, with a doubt in them. */
const CONTRADICTS_WITH_DOUBT = 0.6;
const CONTRADICTS_YES_VAGUELY = 0.85;
/** "1 又换了一次" is work that was done again. */
const NOT_DONE = 0.9;
const CONTRADICTS_NO = 0.99;
/** "1 转供水公司": taken by whoever names another. */
const CONTRADICTS_YES_ELSEWHERE = 0.95;
/** "1 没味了", "1 no more smell": a trouble that is gone is a yes. Of 42 held-out complaints that begin with a no none is taken for one. */
const YES_WITH_NO = 0.95;

/** Whether the words beside a digit, or behind a keyword, say something else than it: "1 不同意", "1 没修好", "2还是1啊". */
export function contradicts(
  kind: AskKind,
  rule: OptionRule,
  offered: readonly OptionRule[],
  words: string,
): boolean {
  // What is asked back, or where something belongs, is answered in words that are no verdict.
  if (kind === 'clarify' || kind === 'placement') return false;
  const folded = foldWords(words);
  // Why, and what will change, may be said in any words: "1 nothing to change", "1 if nobody answers, call the company".
  if (rule.option === 'replied') return offersChoice(folded);
  if (contrariesIn(rule, folded).length > 0) return true;
  if (SETTLES.includes(rule.option) && isOpenYes(rule.option, kind, folded)) return true;
  const [first] = weighAnswer(learntAnswers(), kind, words, (label) => maySay(label, offered, words));
  if (rule.number === DIGITS.yes && beginsWithNo(folded))
    return !(kind === 'confirmation' && first?.label === rule.option && first.probability >= YES_WITH_NO);
  return first !== undefined && first.label !== rule.option && outweighs(kind, rule, first, folded);
}

/** Whether the words beside a digit say what they are weighed as more surely than the digit says its own. */
function outweighs(
  kind: AskKind,
  { option, number }: OptionRule,
  { label, probability }: WeighedAnswer,
  folded: string,
): boolean {
  const isYes = number === DIGITS.yes;
  if (label === 'unclear')
    return (
      probability >= (isDoubtful(option, kind, folded) ? CONTRADICTS_WITH_DOUBT : CONTRADICTS_YES_VAGUELY)
    );
  if (label === 'not-done') return isYes && probability >= NOT_DONE;
  const other = ASK_KINDS[kind].find((rule) => rule.option === label)?.number;
  if (isYes && other === DIGITS.passOn) return probability >= CONTRADICTS_YES_ELSEWHERE;
  if (isYes) return (other === DIGITS.no || other === DIGITS.later) && probability >= CONTRADICTS_YES;
  return number === DIGITS.no && other === DIGITS.yes && probability >= CONTRADICTS_NO;
}

/** Whether words that are to complete an answer ask something themselves, or plainly say its contrary: "什么意思", "修好了" as why not. */
export const isPlainlyElse = (rule: OptionRule, words: string): boolean =>
  asksBack(foldWords(words)) || contrariesIn(rule, foldWords(words)).length > 0;
