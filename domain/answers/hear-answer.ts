import { type AskKind, type AskOption, isAskOption, type OptionRule } from '../asks/ask-kinds.js';
import { foldWords } from '../reading/features.js';
import type { Linear } from '../reading/linear.js';
import type { AnswerLabel } from './answer-labels.js';
import { leavesDoubt, PASSES_ON, SETTLES } from './doubts.js';
import { isDoubtful } from './is-doubtful.js';
import { learntAnswers } from './learnt-answers.js';
import { maySay, offeredAs } from './may-say.js';
import { withoutCourtesy } from './no-doubts.js';
import { beforeTurn, behindTurn } from './turns.js';
import { saysItIsOver } from './over-words.js';
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

/** "车坏半道上了，赶不过去": whoever set out and will not arrive. */
const cannotGetThere = (folded: string): boolean =>
  /(?:[去过来到]|赶)不(?:了|过|到|上|成)|抛锚|趴窝|另派|另找|派别|换(?:人|别)|\b(?:can't|cannot|couldn't|won't|unable to)\b|\bbroke(?:n)? down\b|\b(?:someone|somebody|anyone) else\b|\banother (?:crew|team)\b/.test(
    folded,
  );

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
  return probability < SURE_ENOUGH ? { says: 'unclear' } : heardBesides(label, words);
}

/** Beside the digit for done, words must be as sure to say no more than that somebody is going. */
const SURELY_GOING = 0.8;

/** How far words beside a digit for done say that somebody is, where they say nothing of an end. */
export function plainlyGoing(
  kind: AskKind,
  offered: readonly OptionRule[],
  words: string,
): 'on-the-way' | 'on-site' | undefined {
  const [first] = weighAnswer(learntAnswers(), kind, words, (label) => maySay(label, offered, words));
  const isGoing = first?.label === 'on-the-way' || first?.label === 'on-site';
  if (!isGoing || first.probability < SURELY_GOING || saysItIsOver(foldWords(words))) return undefined;
  const heard = heardBesides(first.label, words);
  return heard.says === 'going' ? heard.far : undefined;
}

/** What words say that give no option. */
function heardBesides(label: Exclude<AnswerLabel, AskOption>, words: string): Heard {
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
  if (SETTLES.includes(label) && saysSoAtFirst(learnt, kind, label, words)) return false;
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
  if (plain === folded || !isAskOption(label) || !PASSES_ON.includes(label)) return false;
  const [first] = weighAnswer(learnt, kind, plain);
  return first?.label === label && isSaid(kind, label, first, plain);
}
