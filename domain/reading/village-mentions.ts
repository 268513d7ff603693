import type { Gazetteer, LatinName } from './gazetteer.js';
import { attachedGroup } from './group-numbers.js';
import { type Match, matchesAt } from './match-names.js';
import { A_TITLE, bareCertainty, KIND, namedBy, namedCertainty } from './name-surroundings.js';
import { around, type Surroundings, type Text, type Unit, unitsOf } from './place-text.js';

/** A less sure mention is no village. */
export const SURE_ENOUGH = 0.6;

/** A part of the text that names a village. */
export interface Mention {
  /** Several where the name fits them all. */
  readonly villages: readonly string[];
  readonly certainty: number;
  readonly from: number;
  /** With 村 and the group that follow. */
  readonly to: number;
  readonly group: number | undefined;
}

/** "第十二村民小组" and the like; what is longer has other words before the group. */
const LONGEST_GROUP = 12;

/** `ends` are where mentions before it end: 南沟北沟 are two. */
function mentionOf(
  { plain, english }: Text,
  units: readonly Unit[],
  match: Match,
  ends: ReadonlySet<number>,
): Mention | undefined {
  const from = units[match.first]?.from ?? 0;
  const end = units[match.end - 1]?.to ?? 0;
  const { left, right } = around(plain, from, end);
  const beside = { left: ends.has(from) ? '' : left, right };
  const words = plain.slice(from, end);
  const kind = KIND.exec(beside.right)?.[0].length ?? 0;
  const group = attachedGroup(plain, end + kind, match.latin);
  const by = namedBy(beside.right, group !== undefined && group.to - group.from < LONGEST_GROUP);
  const certainty = Math.max(
    by === undefined ? 0 : namedCertainty(match, beside, by, words),
    bareCertainty(match, beside, words, english),
  );
  if (certainty < SURE_ENOUGH) return undefined;
  return { villages: match.way.villages, certainty, from, to: group?.to ?? end + kind, group: group?.number };
}

/** Whether two words differ by at most so many letters changed, missing, added or swapped with a neighbour. */
function isMisspelt(word: string, name: string, errors: number): boolean {
  if (Math.abs(word.length - name.length) > errors || word[0] !== name[0]) return false;
  let before: number[] = [];
  let last = Array.from({ length: name.length + 1 }, (_, i) => i);
  for (let i = 1; i <= word.length; i++) {
    const row = [i];
    for (let j = 1; j <= name.length; j++) {
      const same = word[i - 1] === name[j - 1];
      const swapped = word[i - 1] === name[j - 2] && word[i - 2] === name[j - 1];
      const least = Math.min((last[j] ?? 9) + 1, (row[j - 1] ?? 9) + 1, (last[j - 1] ?? 9) + (same ? 0 : 1));
      row.push(swapped ? Math.min(least, (before[j - 2] ?? 9) + 1) : least);
    }
    if (Math.min(...row) > errors) return false;
    before = last;
    last = row;
  }
  return (last[name.length] ?? 9) <= errors;
}

/** "By an old ash grove". */
const AN_ORDINARY_ONE = /\b(?:an?|old|every) $/;
/** "Brookfield & Sons". */
const A_FIRM = /^\s?(?:(?:&|and) (?:sons?|co)\b|ltd|limited|plc|bros)/;

function latinCertaintyOf(
  { letters, pinyin }: LatinName,
  run: string,
  { left, right }: Surroundings,
): number {
  if (run === letters) return pinyin || A_FIRM.test(right) || A_TITLE.test(left) ? 0 : 0.98;
  const errors = letters.length < 6 ? 0 : letters.length < 9 || pinyin ? 1 : 2;
  if (errors === 0 || !isMisspelt(run, letters, errors)) return 0;
  if (!pinyin) return isMisspelt(run, letters, 1) ? 0.85 : 0.7;
  // English words are near to short pinyin: "heping", "helping".
  return letters.length > 7 || KIND.test(right) || attachedGroup(right, 0, false) !== undefined ? 0.7 : 0;
}

/** "Centre of the Town" has four words. */
const MOST_WORDS = 4;
const BETWEEN_WORDS = /^[\s.'’-]{1,2}$/;

/** Names in Latin letters that are no pinyin, in as many words as they are written, and pinyin that is misspelt. */
function latinMentions({ latin }: Gazetteer, { plain }: Text): Mention[] {
  const words = [...plain.matchAll(/[a-z]+/g)].map(({ 0: word, index: from }) => ({
    word,
    from,
    to: from + word.length,
  }));
  return words.flatMap(({ from }, i) => {
    const found: Mention[] = [];
    let run = '';
    let before = from;
    for (const { word, from: start, to } of words.slice(i, i + MOST_WORDS)) {
      if (run !== '' && !BETWEEN_WORDS.test(plain.slice(before, start))) break;
      run += word;
      before = to;
      for (const name of latin) found.push(...latinMention(plain, name, run, from, to));
    }
    return found;
  });
}

function latinMention(plain: string, name: LatinName, run: string, from: number, to: number): Mention[] {
  if (Math.abs(run.length - name.letters.length) > 2) return [];
  const beside = around(plain, from, to);
  const certainty = latinCertaintyOf(name, run, beside);
  if (certainty < SURE_ENOUGH) return [];
  if (AN_ORDINARY_ONE.test(beside.left) && plain.slice(from, to).includes(' ')) return [];
  const kind = KIND.exec(beside.right)?.[0].length ?? 0;
  const group = attachedGroup(plain, to + kind, true);
  return [{ villages: [name.village], certainty, from, to: group?.to ?? to + kind, group: group?.number }];
}

/** The best mention of each part of the text; of equally good ones for one part, all villages. */
function withoutOverlaps(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  const byWorth = mentions.toSorted((a, b) => b.certainty - a.certainty || b.to - b.from - (a.to - a.from));
  for (const mention of byWorth) {
    const rival = kept.findIndex(({ from, to }) => from < mention.to && mention.from < to);
    const other = kept[rival];
    if (other === undefined) kept.push(mention);
    else if (other.from === mention.from && other.to === mention.to && other.certainty === mention.certainty)
      kept[rival] = { ...other, villages: [...new Set([...other.villages, ...mention.villages])] };
  }
  return kept.toSorted((a, b) => a.from - b.from);
}

/** Every village that a text names, in the order of the text. */
export function mentionsIn(gazetteer: Gazetteer, text: Text): Mention[] {
  const units = unitsOf(text.plain);
  const found: Mention[] = [];
  const ends = new Set<number>();
  for (const at of units.keys()) {
    for (const match of matchesAt(gazetteer, units, at)) {
      const mention = mentionOf(text, units, match, ends);
      if (mention === undefined) continue;
      found.push(mention);
      ends.add(mention.to);
    }
  }
  return withoutOverlaps([...found, ...latinMentions(gazetteer, text)]);
}
