import { readVerdict, type ReadVerdict } from '../answers/read-verdict.js';
import { DIGITS } from '../asks/ask-kinds.js';
import { judges, optionOf, reopens, type Verdict, YES_TO_ALL } from '../asks/verdict.js';
import type { Match, OpenAsk } from './match.js';
import type { ParsedText } from './parsed-text.js';

type Said = Pick<ParsedText, 'option' | 'keyword' | 'note'>;

/**
 * The three answers that a text gives at closure. `plain` is what it would be to any other question: what the words say
 * of the three goes before, and where they leave open whether it must be taken up again, their sender is asked.
 */
export function matchVerdict<A extends OpenAsk>(plain: Match<A>, said: Said, ask: A): Match<A> {
  const { option, keyword, note } = said;
  const all = [option ?? keyword, note].filter((part) => part !== undefined && part !== '').join(' ');
  const short = readVerdict(all);
  const before = ask.begun ? readVerdict(ask.begun.note).verdict : {};
  if (short.isShort) return taken(ask, short.verdict, '');
  if (option === DIGITS.yes) return byYes(plain, ask, { read: readVerdict(note), before, note });
  if (option === DIGITS.no) return byNo(plain, ask, { read: readVerdict(note), before, note });
  if (option !== undefined || plain.kind === 'unread') return plain;
  // A keyword needs no saying again.
  return byWords(plain, ask, { read: short, before, note: plain.kind === 'answer' ? plain.note : all });
}

interface Words {
  readonly read: ReadVerdict;
  /** The verdict that their last text began. */
  readonly before: Verdict;
  readonly note: string;
}

const taken = <A extends OpenAsk>(
  ask: A,
  verdict: Verdict,
  note: string,
): Extract<Match<A>, { kind: 'answer' }> => ({
  kind: 'answer',
  ask,
  option: optionOf(verdict),
  note: note === '' ? (ask.begun?.note ?? '') : note,
  verdict,
});

/** One digit says yes to all three, but for what the words beside it, or those before, take out of it. */
function byYes<A extends OpenAsk>(plain: Match<A>, ask: A, { read, before, note }: Words): Match<A> {
  const { contacted = before.contacted, ...rest } = read.verdict;
  const verdict = { ...YES_TO_ALL, ...(contacted === undefined ? {} : { contacted }) };
  if (plain.kind === 'answer') return reopens(rest) ? { kind: 'bad-option', ask } : taken(ask, verdict, note);
  const isOnlyContact = read.verdict.contacted === false && !judges(read.verdict) && !read.nobodyCame;
  return plain.kind === 'bad-option' && isOnlyContact && !read.isDoubtful ? taken(ask, verdict, note) : plain;
}

/** A no, unless the words beside it say that it is solved and find nothing wrong: then it is asked what is meant. */
function byNo<A extends OpenAsk>(plain: Match<A>, ask: A, { read, before, note }: Words): Match<A> {
  const verdict = { ...before, ...read.verdict, satisfied: false };
  const isClear = !read.isDoubtful && reopens(read.verdict);
  if (plain.kind !== 'answer')
    return plain.kind === 'bad-option' && isClear ? taken(ask, verdict, note) : plain;
  const isContrary = read.verdict.satisfied === true || (read.verdict.solved === true && !read.grumbles);
  return isContrary && !isClear ? unsure(ask, { read, note }) : taken(ask, verdict, note);
}

function byWords<A extends OpenAsk>(plain: Match<A>, ask: A, { read, before, note }: Words): Match<A> {
  const { verdict, isDoubtful } = read;
  const all = { ...before, ...verdict };
  const said = Object.keys(verdict).length;
  if (isPlainlySaid(read)) return heard(ask, all, note);
  if (plain.kind !== 'answer') {
    // Of one question alone the plain reading knows best what is not certain.
    if (isDoubtful || said === 0 || (said === 1 && judges(verdict))) return plain;
    if (!judges(verdict)) return read.nobodyCame ? plain : unsure(ask, { read, note });
    if (reopens(verdict)) return heard(ask, all, note);
    return isUneasy(read) ? unsure(ask, { read, note }) : heard(ask, all, note);
  }
  const isNo = plain.option === 'unsatisfied';
  if (said === 0) return heard(ask, { ...before, satisfied: !isNo }, note);
  if (reopens(verdict)) return isNo ? heard(ask, all, note) : unsure(ask, { read, note });
  if (!isNo) return heard(ask, judges(verdict) ? all : { ...all, satisfied: true }, note);
  const isOfCalls = verdict.contacted === false && read.isAll && !read.nobodyCame;
  // Solved, and nobody had told them: what they mind may be no more than that.
  const isOnlyUntold = verdict.solved === true && verdict.contacted === false && !read.grumbles;
  return isOfCalls || isOnlyUntold || verdict.satisfied === true
    ? unsure(ask, { read, note })
    : heard(ask, { ...all, satisfied: false }, note);
}

/** Something was wrong with it, and they do not say that they are satisfied all the same. */
const isUneasy = ({ grumbles, verdict }: ReadVerdict): boolean => grumbles && verdict.satisfied !== true;

/** Several of the three are answered, and nothing else is said. */
const isPlainlySaid = (read: ReadVerdict): boolean =>
  read.isAll &&
  !read.isDoubtful &&
  judges(read.verdict) &&
  Object.keys(read.verdict).length > 1 &&
  (reopens(read.verdict) || !isUneasy(read));

const heard = <A extends OpenAsk>(ask: A, verdict: Verdict, note: string): Match<A> => ({
  ...taken(ask, verdict, note),
  heard: true,
});

/** They are asked whether it must be taken up again; their words are kept until they say. */
const unsure = <A extends OpenAsk>(ask: A, { read, note }: Pick<Words, 'read' | 'note'>): Match<A> => ({
  kind: 'likely',
  ask,
  option: 'unsatisfied',
  note: [ask.begun?.note, note].filter((part) => part !== undefined && part !== '').join('，'),
  ...(read.isDoubtful ? {} : { verdict: read.verdict }),
});
