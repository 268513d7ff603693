import {
  ASK_KINDS,
  type AskKind,
  type AskOption,
  DIGITS,
  isAskOption,
  type OptionRule,
} from '../asks/ask-kinds.js';
import { foldWords } from '../reading/features.js';
import type { AnswerLabel } from './answer-labels.js';
import {
  asksBack,
  asksForSum,
  beginsWithBut,
  beginsWithNo,
  beforeTurn,
  beginsWithYes,
  behindTurn,
  cannotGetThere,
  cannotOneself,
  findsNoTrouble,
  goesOnStill,
  hasNoWords,
  isConditional,
  isForNow,
  isGuessedDay,
  isLittleSure,
  isOfTwoMinds,
  isTakenBack,
  leavesDoubt,
  namesLater,
  offersChoice,
  pleads,
  saysOnlyYes,
  speaksOfSum,
  turnsRound,
  wasUnsatisfied,
  withoutAdvice,
  withoutBefore,
  withoutCourtesy,
  withoutPlea,
} from './doubts.js';
import type { Linear } from '../reading/linear.js';
import { learntAnswers } from './learnt-answers.js';
import { weighAnswer, type WeighedAnswer } from './weigh-answer.js';

/** What words say that answer an ask, as far as they can be taken for something. */
export type Heard =
  /** One of the options, beyond doubt. */
  | { readonly says: 'option'; readonly option: AskOption }
  /** Probably this option: it is asked back, and one digit confirms it. */
  | { readonly says: 'likely'; readonly option: AskOption }
  /** Somebody is on the way or there; what came of it is not said yet. */
  | { readonly says: 'going'; readonly far: 'on-the-way' | 'on-site' }
  /** It was tried, and is not in order. */
  | { readonly says: 'not-done' }
  /** It answers nothing, and may be about something else. */
  | { readonly says: 'aside' }
  | { readonly says: 'unclear' };

/**
 * From here on words are taken as they are. What only goes on (it is taken, put off, tried once more) is easily put right; what decides must be surer, and
 * what ends a case, or sends it away, is never taken from a guess.
 */
const SURE_TO_GO_ON = 0.65;
const SURE_TO_DECIDE = 0.8;
const SURE_TO_END = 0.9;
/** As clearly it must be on its side of the line: what is far from all that was learnt is on no side. */
const CLEAR = 0;
/** From here on words are asked back with what they probably say. */
const LIKELY = 0.3;
const GOES_ON: ReadonlySet<AnswerLabel> = new Set<AnswerLabel>([
  'accept',
  'extend',
  'session',
  'retry',
  'place',
]);
const ENDS: ReadonlySet<AnswerLabel> = new Set<AnswerLabel>(['refuse', 'refer', 'same', 'transfer', 'deny']);
/** Where the same word does more: who is told of a complaint cannot unlearn it, and whoever says that it is safe sends everybody home. */
const ENDS_THERE: Readonly<Partial<Record<AskKind, AskOption>>> = { consent: 'allow', report: 'done' };
/** Taken up, a petition or a complaint is a promise with a term. */
const DECIDES_THERE: Readonly<Partial<Record<AskKind, AskOption>>> = {
  'taking-up': 'accept',
  complaint: 'accept',
};
/** What changes nothing: that somebody is on the way, or answers nothing. */
const SURE_ENOUGH = 0.5;

/** "1 没味了", "1 no more smell": a trouble that is gone is a yes. Of 42 held-out complaints that begin with a no none is taken for one. */
const YES_WITH_NO = 0.95;

/** A sum of money has a number in it. */
const NUMBER = /[0-9一二两三四五六七八九十百千万]/;

/** Whether words may say this at all: an option that is offered, or that stands for one; anything that is no option. */
function maySay(label: AnswerLabel, offered: readonly OptionRule[], words: string): boolean {
  if (!isAskOption(label)) return true;
  if (label === 'aid' && !NUMBER.test(foldWords(words))) return false;
  return offeredAs(label, offered) !== undefined;
}

/** "Not ours" refuses; where nobody may refuse, it says that the next must be asked. */
function offeredAs(label: AskOption, offered: readonly OptionRule[]): AskOption | undefined {
  const isOffered = (option: AskOption): boolean => offered.some((rule) => rule.option === option);
  if (isOffered(label)) return label;
  return label === 'refuse' && isOffered('decline') ? 'decline' : undefined;
}

/** What free words say that answer an ask of this kind, whose options are `offered`. */
export function hearAnswer(
  kind: AskKind,
  offered: readonly OptionRule[],
  words: string,
  learnt: Linear = learntAnswers(),
): Heard {
  const [first] = weighAnswer(learnt, kind, words, (label) => maySay(label, offered, words));
  if (!first || first.probability < LIKELY) return { says: 'unclear' };
  const { label, probability } = first;
  if (isAskOption(label)) {
    const option = offeredAs(label, offered);
    if (option === undefined) return { says: 'unclear' };
    const isSure =
      isSaid(kind, option, first, words) ||
      saysSoAtLast(learnt, kind, first, words) ||
      saysSoPolitely(learnt, kind, first, words);
    return { says: isSure ? 'option' : 'likely', option };
  }
  if (probability < SURE_ENOUGH) return { says: 'unclear' };
  switch (label) {
    case 'on-the-way':
    case 'on-site':
      return leavesDoubt(foldWords(words)) || cannotGetThere(foldWords(words))
        ? { says: 'unclear' }
        : { says: 'going', far: label };
    case 'not-done':
      return { says: 'not-done' };
    case 'remark':
    case 'other':
    case 'danger':
      return { says: 'aside' };
    case 'unclear':
      return { says: 'unclear' };
  }
}

function surenessOf(option: AskOption, kind: AskKind): number {
  if (ENDS.has(option) || ENDS_THERE[kind] === option) return SURE_TO_END;
  return GOES_ON.has(option) && DECIDES_THERE[kind] !== option ? SURE_TO_GO_ON : SURE_TO_DECIDE;
}

/** Surely enough for what comes of it, and without a doubt. */
const isSaid = (kind: AskKind, option: AskOption, weighed: WeighedAnswer, words: string): boolean =>
  isWeighty(kind, option, weighed) && !isDoubtful(option, kind, foldWords(words));

const isWeighty = (kind: AskKind, option: AskOption, { score, probability }: WeighedAnswer): boolean =>
  score >= CLEAR && probability >= surenessOf(option, kind);

/** "I'd love to help, but I am away until Friday": what follows the turn says by itself what all of it says. */
function saysSoAtLast(learnt: Linear, kind: AskKind, whole: WeighedAnswer, words: string): boolean {
  const { label } = whole;
  const last = behindTurn(foldWords(words));
  if (last === undefined || !isAskOption(label) || !isWeighty(kind, label, whole)) return false;
  const [first] = weighAnswer(learnt, kind, last);
  // "没问题，不过来水管老化": who says yes before the turn as well has something else to say behind it.
  if (SETTLES.has(label) && saysSoAtFirst(learnt, kind, label, words)) return false;
  return first?.label === label && first.probability >= SURE_TO_DECIDE && isSaid(kind, label, first, last);
}

function saysSoAtFirst(learnt: Linear, kind: AskKind, label: AskOption, words: string): boolean {
  const [first] = weighAnswer(learnt, kind, beforeTurn(foldWords(words)));
  return first?.label === label && first.probability >= SURE_TO_DECIDE;
}

/** "I think that's one for the roads people, could they take it?": without what is politeness it is said plainly. */
function saysSoPolitely(learnt: Linear, kind: AskKind, { label }: WeighedAnswer, words: string): boolean {
  const folded = foldWords(words);
  const plain = withoutCourtesy(folded);
  if (plain === folded || !isAskOption(label) || !PASSES_ON.has(label)) return false;
  const [first] = weighAnswer(learnt, kind, plain);
  return first?.label === label && isSaid(kind, label, first, plain);
}

/** Whether words leave open what they say, or name what does not go with it. */
function isDoubtful(option: AskOption, kind: AskKind, folded: string): boolean {
  if (option === 'refuse' && (namesLater(folded) || speaksOfSum(folded))) return true;
  if (NEEDS_WORDS.has(kind) && hasNoWords(folded)) return true;
  if (option === 'aid' && asksForSum(folded)) return true;
  if (kind === 'returned' && option === 'accept' && cannotOneself(folded)) return true;
  if (isYesThatFails(option, kind, folded)) return true;
  if (FINDS_TROUBLE.has(option) && findsNoTrouble(folded)) return true;
  if (option === 'satisfied' && pleads(folded)) return true;
  if (option === 'unsatisfied' && wasUnsatisfied(folded)) return true;
  if (SEEN_BY_ONESELF.has(kind) && SAYS_ALL_IS_WELL.has(option) && isLittleSure(folded)) return true;
  if (QUOTES_OTHERS.has(kind) && isOfTwoMinds(folded)) return true;
  if (option === 'extend') return turnsRound(withoutPlea(folded)) && !isGuessedDay(folded);
  if (isConditional(folded)) return true;
  if (PASSES_ON.has(option)) return leavesDoubt(withoutCourtesy(folded));
  if (option === 'refuse') return leavesDoubt(withoutAdvice(folded));
  return NAMES_WHAT_IS_LEFT.has(option) ? turnsRound(folded) : leavesDoubt(withoutBefore(folded));
}

/** Done and not done after all. */
const isYesThatFails = (option: AskOption, kind: AskKind, folded: string): boolean =>
  (kind === 'report' && option === 'done' && goesOnStill(folded)) ||
  (SETTLES.has(option) && isTakenBack(folded));

const FINDS_TROUBLE: ReadonlySet<AskOption> = new Set<AskOption>(['failed', 'unsatisfied', 'problem']);
/** A yes after which nothing more is done. */
const SETTLES: ReadonlySet<AskOption> = new Set<AskOption>(['done', 'passed', 'satisfied', 'allow']);
/** Where a little picture alone says no more than that the text was read. */
const NEEDS_WORDS: ReadonlySet<AskKind> = new Set<AskKind>([
  'outcome',
  'settlement',
  'rectification',
  'application',
  'report',
]);
const PASSES_ON: ReadonlySet<AskOption> = new Set<AskOption>(['transfer', 'refer', 'decline']);
/** Where whoever answers says what others told them. */
const QUOTES_OTHERS: ReadonlySet<AskKind> = new Set<AskKind>([
  'follow-up',
  'call',
  'outcome',
  'settlement',
  'check',
]);
/** What whoever is asked has done or looked at; whom they were to ask or look after is quoted. */
const SEEN_BY_ONESELF: ReadonlySet<AskKind> = new Set<AskKind>([
  'outcome',
  'report',
  'application',
  'rectification',
  're-check',
]);
const SAYS_ALL_IS_WELL: ReadonlySet<AskOption> = new Set<AskOption>(['done', 'passed']);
const NAMES_WHAT_IS_LEFT: ReadonlySet<AskOption> = new Set<AskOption>([
  'aid',
  'documents',
  'extend',
  'session',
]);

/** From here on words beside a digit, or behind a keyword, say something else than it; a digit is seldom meant otherwise than it stands there. */
const CONTRADICTS_YES = 0.8;
/** Unclear words beside it, with a doubt in them. */
const CONTRADICTS_WITH_DOUBT = 0.6;
const CONTRADICTS_YES_VAGUELY = 0.85;
const CONTRADICTS_NO = 0.99;
/** "1 转供水公司": taken by whoever names another. */
const CONTRADICTS_YES_ELSEWHERE = 0.95;

/** Whether the words beside a digit, or behind a keyword, say something else than it: "1 不同意", "1 没修好", "2还是1啊". */
export function contradicts(
  kind: AskKind,
  rule: OptionRule,
  offered: readonly OptionRule[],
  words: string,
): boolean {
  // What is asked back, or where something belongs, is answered in words that are no verdict.
  if (kind === 'clarify' || kind === 'placement') return false;
  if (offersChoice(foldWords(words))) return true;
  // Why, and what will change, may be said in any words: "1 nothing to change", "1 if nobody answers, call the company".
  if (rule.option === 'replied') return false;
  if (rule.number === DIGITS.yes && beginsWithBut(foldWords(words))) return true;
  if (rule.number === DIGITS.no && beginsWithYes(foldWords(words))) return true;
  if (rule.option === 'extend' && saysOnlyYes(foldWords(words))) return true;
  if (SETTLES.has(rule.option) && isOpenYes(rule.option, kind, foldWords(words))) return true;
  const [first] = weighAnswer(learntAnswers(), kind, words, (label) => maySay(label, offered, words));
  if (rule.number === DIGITS.yes && beginsWithNo(foldWords(words)))
    return !(kind === 'confirmation' && first?.label === rule.option && first.probability >= YES_WITH_NO);
  if (!first || first.label === rule.option) return false;
  const { label, probability } = first;
  if (label === 'unclear')
    return (
      probability >=
      (isDoubtful(rule.option, kind, foldWords(words)) ? CONTRADICTS_WITH_DOUBT : CONTRADICTS_YES_VAGUELY)
    );
  const isYes = rule.number === DIGITS.yes;
  if (label === 'not-done') return isYes && probability >= CONTRADICTS_YES_VAGUELY;
  const other = ASK_KINDS[kind].find(({ option }) => option === label)?.number;
  if (isYes && other === DIGITS.passOn) return probability >= CONTRADICTS_YES_ELSEWHERE;
  if (isYes) return (other === DIGITS.no || other === DIGITS.later) && probability >= CONTRADICTS_YES;
  return rule.number === DIGITS.no && other === DIGITS.yes && probability >= CONTRADICTS_NO;
}

/** Words by which a yes hangs on something, is for the time being, or does not hold: "1 临时堵上了", "办结，待验收", "1 复燃了". */
const isOpenYes = (option: AskOption, kind: AskKind, folded: string): boolean =>
  isConditional(folded) ||
  (SEEN_BY_ONESELF.has(kind) && SAYS_ALL_IS_WELL.has(option) && isForNow(folded)) ||
  isYesThatFails(option, kind, folded);

/** Whether words that are to complete an answer ask something themselves, doubt it or contradict it: "什么意思", "没修好". */
export const isDoubted = (
  kind: AskKind,
  rule: OptionRule,
  offered: readonly OptionRule[],
  words: string,
): boolean => asksBack(foldWords(words)) || contradicts(kind, rule, offered, words);
