import { foldText } from '../words/fold-text.js';
import { withoutSeparators } from '../words/separators.js';
import type { Match, OpenAsk } from './match.js';
import { matchOption } from './match-option.js';
import type { ParsedText } from './parsed-text.js';

/**
 * How people say that they answer all that they are asked, by how many these are: at the beginning, and of nothing else: "两个灯都修好了", "both lamps are
 * fixed" may be said of one request.
 */
const OF_ALL: readonly (readonly [number, RegExp])[] = [
  [2, /^(?:这|那)?(?:[两2]\s?(?:个|件|条|单)(?:事|活)?|俩)(?=都|全|也)|^both(?: of (?:them|those))?\b/],
  [
    3,
    /^(?:这|那)?(?:[三3]\s?(?:个|件|条|单)(?:事|活)?|仨)(?=都|全|也)|^all (?:three|3)(?: of (?:them|those))?\b/,
  ],
  [4, /^(?:这|那)?[四4]\s?(?:个|件|条|单)(?:事|活)?(?=都|全|也)|^all (?:four|4)(?: of (?:them|those))?\b/],
];
const BEFORE_IT = /^(?:好的?|行|嗯|ok(?:ay)?|yes)[\s,，.。!！]+/i;
/** "Both lamps". */
const THINGS = /^\s*(?!yes\b|is\b|was\b)[a-z]+s\b/i;

type Answer<A extends OpenAsk> = Extract<Match<A>, { kind: 'answer' }>;

/** The answers to all that is open, where a text says so, their number is right, and it says the same of each; else none. */
export function answersToAll<A extends OpenAsk>(parsed: ParsedText, open: readonly A[]): Answer<A>[] {
  const said = parsed.text.trim().replace(BEFORE_IT, '');
  const found = OF_ALL.map(([count, all]) => ({ count, length: all.exec(foldText(said))?.[0].length ?? 0 }));
  const all = found.find(({ length }) => length > 0);
  const rest = said.slice(all?.length ?? 0);
  if (all?.count !== open.length || THINGS.test(rest)) return [];
  const words = withoutSeparators(rest).replace(/^(?:都|全部?|也都?)/u, '');
  const each = open.map((ask) => matchOption({ ...parsed, note: words, text: words }, ask));
  const answers = each.filter((match) => match.kind === 'answer');
  const isAlike = answers.every(({ option }) => option === answers[0]?.option);
  return isAlike && answers.length === open.length
    ? answers.map((answer) => ({ ...answer, note: parsed.note }))
    : [];
}
