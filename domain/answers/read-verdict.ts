import {
  NO_TO_ALL,
  type Verdict,
  VERDICT_QUESTIONS,
  type VerdictQuestion,
  YES_TO_ALL,
} from '../asks/verdict.js';
import { foldText } from '../words/fold-text.js';
import { withoutSeparatorsBehind } from '../words/separators.js';
import { isByHalf, isMeantOtherwise, wasUnsatisfied } from './doubts.js';
import { VERDICT_WORDS } from './verdict-words.js';

/** What words say of the three questions put at closure. */
export interface ReadVerdict {
  readonly verdict: Verdict;
  /** All of it are answers by position: "是是否", "yes yes no", "都是". */
  readonly isShort: boolean;
  /** Nothing else is said. */
  readonly isAll: boolean;
  /** Nobody came at all: that is more than not to have been telephoned. */
  readonly nobodyCame: boolean;
  /** Something was not as it should have been: slow, rude, makeshift. */
  readonly grumbles: boolean;
  /** A question, irony, hearsay, or both at once. */
  readonly isDoubtful: boolean;
}

const NOTHING = {
  isShort: false,
  isAll: true,
  nobodyCame: false,
  grumbles: false,
  isDoubtful: false,
} as const;

/** Reads a verdict from folded or plain words; what they leave open stays open. */
export function readVerdict(words: string): ReadVerdict {
  const folded = foldText(words).replaceAll('\u2019', "'");
  const short = readShort(folded);
  if (short) return { ...NOTHING, verdict: short, isShort: true };
  const clauses = folded.split(CLAUSES).filter((clause) => clause.trim() !== '');
  const bySaid = clauses.map(saidIn);
  const said = bySaid.flat();
  const yesAndNo = new Set(said.filter(({ question }) => question === 'satisfied').map(({ yes }) => yes));
  return {
    verdict: Object.fromEntries(
      VERDICT_QUESTIONS.flatMap((question) => {
        const answers = said.filter((one) => one.question === question).map(({ yes }) => yes);
        return answers.length === 0 ? [] : [[question, lastOf(question, answers)]];
      }),
    ),
    isShort: false,
    isAll: bySaid.every(({ length }) => length > 0),
    nobodyCame: VERDICT_WORDS.nobodyCame.test(folded),
    grumbles: VERDICT_WORDS.grumbles.test(folded),
    isDoubtful:
      yesAndNo.size > 1 ||
      UNDECIDED.test(folded) ||
      wasUnsatisfied(folded) ||
      isByHalf(folded) ||
      isMeantOtherwise(folded.replaceAll(/不(?:咋|怎么)/g, '不太')),
  };
}

/** "Rang me, never came": they were contacted. Of the matter itself the last word counts: "fixed, and broke again". */
const lastOf = (question: VerdictQuestion, answers: readonly boolean[]): boolean =>
  question === 'contacted' ? answers.includes(true) : answers.at(-1) === true;

const UNDECIDED = /满意(?:还是|也)?不满意/;

const CLAUSES =
  /[,.;!、。，；！\n]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|\b(?:but|and|though|although|however|yet)\b|但是|但|不过|可是|而且|然后|就是(?!了)|倒是|可(?=我|俺|他|这|那|就|还|又|也)/u;

/** "Contacted: no". */
const NO_BEHIND = /[\s:：-](?:no|n|否|没有|没|不)\s*$/;

function saidIn(clause: string): { question: VerdictQuestion; yes: boolean }[] {
  return VERDICT_QUESTIONS.flatMap((question) => {
    const { no, yes } = VERDICT_WORDS[question];
    if (no.test(clause)) return [{ question, yes: false }];
    if (yes.test(clause)) return [{ question, yes: !NO_BEHIND.test(clause) }];
    return [];
  });
}

const ALL_YES =
  /^(?:(?:三个|全部?|全都|样样)?(?:都|全)?(?:是|对)|(?:三个|三样)?都(?:是|对|有|好)的?|yes to all|yes to (?:all )?three|all (?:three )?yes|yes all|all of them yes)$/;
const ALL_NO =
  /^(?:(?:三个|一样|全|哪样|啥)?(?:都|也)(?:不是|没有|没|否|不)|全(?:否|不是|没有)|no to all|no to (?:all )?three|all (?:three )?no|none(?: of (?:it|them|these|the above))?)$/;
/** Said behind it and no part of it. */
const THANKS = /(?:谢谢(?:你们|您们?|了)?|thanks?(?: a million| you)?|thank you|cheers)$/;

/** Answers in the order of the questions, or to all at once; undefined where the words are anything else. */
function readShort(folded: string): Verdict | undefined {
  const bare = withoutSeparatorsBehind(withoutSeparatorsBehind(folded).replace(THANKS, '')).trim();
  if (ALL_YES.test(bare)) return bare === '是' || bare === '对' ? undefined : YES_TO_ALL;
  if (ALL_NO.test(bare)) return NO_TO_ALL;
  const parts = bare.split(/[\s,./、，。;；|-]+/).filter((part) => part !== '');
  const marks = parts.length === 1 ? onlyMarks(bare) : joined(parts).map(markOf);
  const [contacted, solved, satisfied, ...more] = marks;
  if (contacted === undefined || solved === undefined || satisfied === undefined || more.length > 0)
    return undefined;
  return marks.includes(undefined) ? undefined : { contacted, solved, satisfied };
}

/** "Not really" is one answer. */
const joined = (parts: readonly string[]): string[] =>
  parts
    .join(' ')
    .replaceAll(/\bnot really\b/g, 'no')
    .replaceAll(/\bnot yet\b/g, 'no')
    .split(' ');

/** "是是否", "yyn", "112": three that stand together. */
const onlyMarks = (bare: string): (boolean | undefined)[] =>
  /^(?:[是否对错有没不好嗯]{3}|[yn]{3}|[12]{3})$/.test(bare) ? bare.split('').map(markOf) : [];

function markOf(mark: string): boolean | undefined {
  if (/^(?:是的?|对的?|有的?|好的?|嗯|1|y|yes|yep|yeah|yup|aye|ok|√|✓)$/.test(mark)) return true;
  return /^(?:否|不|不是|没有?|不对|错|2|n|no|nope|nah|×|✗)$/.test(mark) ? false : undefined;
}
