import { withoutSeparators } from '../words/separators.js';

/** A keyword at the beginning of a text, and how many characters it takes. */
export interface FoundKeyword {
  readonly keyword: string;
  readonly length: number;
}

/**
 * Characters that turn a Chinese keyword into a doubt or its opposite when they follow without a break: "完成不了" (cannot
 * finish), "收到了吗" (have you received it?), "满意度" (degree of satisfaction). Such a text is not guessed at.
 */
const DOUBT = /^(?:了?(?:吗|么|没|不|否|\?)|未|无|度)/;

/** "收到了" says no more than "收到". */
const PARTICLE = /^[了啦的](?=$|[\s,.!。、;])/;

function lengthAt(folded: string, keyword: string): number | undefined {
  if (!folded.startsWith(keyword)) return undefined;
  const rest = folded.slice(keyword.length);
  if (/[a-z]$/.test(keyword)) return /^[a-z]/.test(rest) ? undefined : keyword.length;
  if (DOUBT.test(rest)) return undefined;
  return keyword.length + (PARTICLE.exec(rest)?.[0].length ?? 0);
}

/**
 * The longest of `keywords` that `folded` begins with. A Latin keyword must end where the word ends; a Chinese one may
 * be followed directly by other words, but not by one that turns it round.
 */
export function keywordAt(folded: string, keywords: readonly string[]): FoundKeyword | undefined {
  let longest: FoundKeyword | undefined;
  for (const keyword of keywords) {
    const length = lengthAt(folded, keyword);
    if (length !== undefined && keyword.length > (longest?.keyword.length ?? 0))
      longest = { keyword, length };
  }
  return longest;
}

/** Whether the found keyword is all that `folded` says. */
export const isWhole = (folded: string, found: FoundKeyword): boolean =>
  withoutSeparators(folded.slice(found.length)) === '';
