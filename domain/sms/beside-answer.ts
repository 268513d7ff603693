import { isPlainDanger, type Reading } from '../reading/read-words.js';
import { withoutSeparators } from '../words/separators.js';
import { namesPlace } from '../reading/read-place.js';
import { ASK_KIND_NAMES } from '../asks/ask-names.js';
import { dangerBesideAsks } from './danger-beside-asks.js';
import { isExcuse } from './is-excuse.js';
import type { Match, OpenAsk } from './match.js';
import { type Arrived, hasWords, isInDanger, openOf } from './taken.js';

/** Words that begin another matter in the same text. */
const BESIDES =
  /(?:^|[,，。.;；!！]|(?<![,，。.;；!！\s])\s)\s*(?:另外|还有(?!一)|对了|顺便(?:说|问)?|再说个事|also|by the way|btw|another thing|one more thing)[,，:：\s]*/iu;

/** The words of a second matter, and those before them; undefined where there is none. */
export function secondMatter<A extends OpenAsk>(
  arrived: Arrived<A>,
): { first: string; second: string } | undefined {
  const { text } = arrived;
  const found = BESIDES.exec(text);
  if (!found) return undefined;
  const second = withoutSeparators(text.slice(found.index + found[0].length));
  return hasWords(second) && isMatterOfItsOwn(arrived, second)
    ? { first: text.slice(0, found.index), second }
    : undefined;
}

/** "顺便把隔壁的也弄了" goes on about the same work: whoever of the staff is asked it, and names no place, means that. */
function isMatterOfItsOwn<A extends OpenAsk>({ read, hear, staff }: Arrived<A>, words: string): boolean {
  const reading = read(words);
  if (isPlainDanger(reading.danger)) return true;
  const says = isInDanger(reading) || (reading.kind.is === 'matter' && reading.category.sure);
  const heard = hear(words);
  const isDone = (heard.kind === 'answer' || heard.kind === 'likely') && heard.option === 'done';
  return says && !(staff && !namesPlace(reading.place) && isDone);
}

/**
 * The answer with which a text begins that says itself that it goes on about something else, where all of it is heard as no
 * answer: "on it. by the way there's a tree down". A first clause alone is no such sign: "Clinic. generator won't start".
 */
export function answerBefore<A extends OpenAsk>({
  text,
  read,
  hear,
  asks,
}: Arrived<A>): { match: Match<A>; rest: string } | undefined {
  const found = BESIDES.exec(text);
  if (!found || openOf({ asks }).length === 0) return undefined;
  const first = text.slice(0, found.index).trim();
  const rest = withoutSeparators(text.slice(found.index + found[0].length));
  if (first === '' || !hasWords(rest)) return undefined;
  const match = hear(first);
  return match.kind === 'answer' && !isInDanger(read(first)) ? { match, rest } : undefined;
}

/** The note of an answer without the matter that follows it. */
export function withoutSecond(note: string, second: string): string {
  const at = note.lastIndexOf(second);
  if (at < 0) return note;
  return note
    .slice(0, at)
    .replace(
      /(?<![\s,，。.;；!！])[\s,，。.;；!！]*(?:另外|还有|对了|顺便|also|by the way|btw)[\s,，:：]*$/iu,
      '',
    );
}

/** What stands against a danger, or is over: "灭火器都在", "不冒火花了". */
const AGAINST_DANGER = /灭火器|消防(?:器材|栓|通道)/u;
const BURNS = /着火|起火|冒烟/u;
const IS_OVER = /[不没]再?(?:冒|漏|烧)|^(?:there is |there's )?no (?:more|longer)\b/iu;
const isNoDanger = (part: string): boolean =>
  (AGAINST_DANGER.test(part) && !BURNS.test(part)) || IS_OVER.test(part);

/** What is dangerous wherever it is. */
const NAMES_HAZARD =
  /煤[气味烟]|燃气|天然气|液化气|沼气|气罐|一氧化碳|[冒起有]烟|冒火|[着起]火|火.{0,2}[着起]|火花|漏电|触电|带电|麻手|电线.{0,4}(?:掉|断|耷拉|裸)|塌|要倒|\b(?:gas|smok\w+|fumes|carbon monoxide|sparks?|sparking|live wires?|bare wires?|petrol|collaps\w+)\b/iu;
/** How clearly a part must speak of a danger where all of it does not, in log odds: from the staff, of what is no hazard, more clearly. */
const IN_PART = 0.5;
const IN_PART_OF_WORK = 3;

/** Where a clause ends: at a sign, at a space beside a Chinese character, before a word that turns. */
const CLAUSE_ENDS =
  /[,，.。;；!！?？、\n]|\s(?=\p{Script=Han})|(?<=\p{Script=Han})\s|\bbut\b|\band\b|但是?|不过|可是/iu;

/**
 * The part of an answer that speaks of a danger plainly, where all of it does not: "修好了，工人触电了" reads as a repair,
 * and "工人触电了" does not. The first clause answers.
 */
export function dangerInPart<A extends OpenAsk>(arrived: Arrived<A>, whole: Reading): string | undefined {
  const { match, asks, text, staff, read } = arrived;
  if (match.kind === 'command' || openOf({ asks }).length === 0) return undefined;
  const [first = '', ...others] = text.split(CLAUSE_ENDS).filter(hasWords);
  const behind = text.slice(text.indexOf(first) + first.length);
  return [...(others.length > 1 ? [behind] : []), ...others]
    .map((part) => withoutSeparators(part))
    .find((part) => {
      const { danger, place } = read(part);
      return (
        !isNoDanger(part) &&
        !isExcuse(arrived, { danger: whole.danger, place }, part) &&
        dangerBesideAsks(ASK_KIND_NAMES, { danger, place }, part) >=
          (staff && !NAMES_HAZARD.test(part) ? IN_PART_OF_WORK : IN_PART)
      );
    });
}
