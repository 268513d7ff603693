import { ASK_OPTIONS, type AskOption } from '../asks/ask-names.js';
import { NAMES_WHAT_IS_LEFT, PASSES_ON } from './doubts.js';

/** Words that look like a doubt and are none beside some options. A new one is a new row. */
export interface NoDoubt {
  /** What they are. */
  readonly is: string;
  readonly options: readonly AskOption[];
  /** The folded words without them. */
  readonly without: (folded: string) => string;
  /** An answer that only this leaves without a doubt. */
  readonly example: readonly [AskOption, string];
}

const COURTESY =
  /\bi(?: do|'d)? ?(?:think|believe|say|reckon|guess)\b|\b(?:could|can|would|will) (?:they|you|somebody|someone|he|she)\b[^?.]{0,60}\?|应该(?=[是归由找让])|(?:能不能|能否|可不可以)?(?:请|麻烦)[^,.?]{1,20}[?]/g;
/** Politeness around a no, or around what somebody else is to do. */
export const withoutCourtesy = (folded: string): string => folded.replace(COURTESY, ' ');

const ASKS_FOR_TIME =
  /^(?:would it be (?:all ?right|alright|ok(?:ay)?|possible)|(?:could|can|may|might) (?:i|we))\b(?=.*\b(?:until|till|to have|more|another|extra|wait|later|leave it)\b)|(?:能不能|可不可以|能否|可否)(?=.{0,3}(?:宽|缓|延|等|晚|推|往后|给.{0,3}天))/g;
const ASKING = /行吗|可以吗|好吗|成吗|中吗|行不|中不|成不|[?？]/g;
function withoutPlea(folded: string): string {
  const rest = folded.replace(ASKS_FOR_TIME, ' ');
  return rest === folded ? folded : rest.replace(ASKING, ' ');
}

const GUESSED = /可能|大概|估计|也许|maybe|perhaps|probably/g;

const BEFORE =
  /昨天|前天|昨晚|本来|原来|原先|之前|刚开始|一开始|起初|头回|yesterday|at first|earlier|previously|first attempt/;
const NOW = /今天|今早|今晨|今日|现在|后来|\bnow\b|\btoday\b|\bthis morning\b/;
/** Only what is said last counts. */
function withoutBefore(folded: string): string {
  const end = folded.search(/[,.;]/);
  const rest = folded.slice(end + 1);
  return end >= 0 && BEFORE.test(folded.slice(0, end)) && NOW.test(rest) ? rest.trimStart() : folded;
}

const ADVICE = /(?:找|请|问|打|去|走|\b(?:ask|see|call|ring|try)\b)[^,.]{0,20}(?:或者?|\bor\b)[^,.]{0,20}/g;

/** What says how it is, rather than what is to come of it. */
const SAYS_HOW_IT_IS = ASK_OPTIONS.filter(
  (option) => option !== 'refuse' && !PASSES_ON.includes(option) && !NAMES_WHAT_IS_LEFT.includes(option),
);

export const NO_DOUBTS: readonly NoDoubt[] = [
  {
    is: 'politeness around what somebody else is to do',
    options: PASSES_ON,
    without: withoutCourtesy,
    example: ['transfer', "that's one for the roads people, could they take it?"],
  },
  {
    is: 'a question that asks for time',
    options: ['extend'],
    without: withoutPlea,
    example: ['extend', '能不能再宽两天？'],
  },
  {
    is: 'a day that whoever puts off only guesses',
    options: ['extend'],
    without: (folded) => folded.replace(GUESSED, ''),
    example: ['extend', '大概周五'],
  },
  {
    is: 'where else somebody may turn',
    options: ['refuse'],
    without: (folded) => folded.replace(ADVICE, ' '),
    example: ['refuse', '让他找律师或者法庭'],
  },
  {
    is: 'how it was before, where it is said how it is now',
    options: SAYS_HOW_IT_IS,
    without: withoutBefore,
    example: ['done', '昨天还差一点，今天砌上了'],
  },
];
