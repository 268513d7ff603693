import type { AskKind } from '../asks/ask-kinds.js';
import type { ConceptWords } from '../reading/concept-words.js';
import { conceptHash, type Feature, featuresOf, foldWords } from '../reading/features.js';
import { hashOf } from '../reading/sorted-hashes.js';
import { frameNames } from './sentence-frame.js';

/** What is answered alike, whichever of the two is asked. */
const ASKED_AS: Readonly<Partial<Record<AskKind, AskKind>>> = { 're-check': 'check' };

/**
 * What an answer holds, in which order, and the same again as said to this kind of ask: "ok" accepts a request, and says nothing of what came of one. How it
 * is built says the same whatever is asked.
 */
export function answerFeatures(kind: AskKind, words: string, concepts: ConceptWords): Feature[] {
  const asked = hashOf(ASKED_AS[kind] ?? kind);
  const said = pictured(words);
  const held = featuresOf(said, concepts);
  const told = [...held, ...orderFeatures(said, held)].flatMap((feature) => [
    feature,
    { ...feature, hash: Math.imul(feature.hash ^ asked, 0x01000193) >>> 0 },
  ]);
  return [...told, ...unplaced(frameNames(said))];
}

/** Features that quote no words. */
const unplaced = (names: readonly string[]): Feature[] =>
  names.map((name) => ({ hash: hashOf(name), from: 0, to: 0 }));

/** What little pictures say. */
const PICTURES: readonly (readonly [RegExp, string])[] = [
  [/[👌👍🆗✅☑✔]/gu, ' ok '],
  [/[👎❌✖🙅]/gu, ' no '],
  [/💐/gu, ' thanks '],
  [/[😡😠🤬👿]/gu, ' angry '],
  [/[🙄🤡🤣😂👏]/gu, ' haha '],
  [/[🤔❓❔]/gu, ' ? '],
];
const PICTURE = /\p{Extended_Pictographic}/u;
const pictured = (words: string): string =>
  PICTURE.test(words)
    ? PICTURES.reduce((said, [pictures, means]) => said.replace(pictures, means), words)
    : words;

interface Spoken {
  readonly concept: number;
  readonly from: number;
  readonly to: number;
}

/** More concepts than the lexicon has. */
const CONCEPTS_AT_MOST = 512;
let known: ReadonlyMap<number, number> | undefined;

/** The concepts of a text in their order, as they are found by how they sound. */
function spokenOf(held: readonly Feature[]): Spoken[] {
  known ??= new Map(
    Array.from({ length: CONCEPTS_AT_MOST }, (_, concept) => [conceptHash(concept), concept]),
  );
  return held
    .flatMap(({ hash, from, to }) => {
      const concept = known?.get(hash);
      return concept === undefined ? [] : [{ concept, from, to }];
    })
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
}

/** How many of the concepts that follow one are looked at together with it. */
const FOLLOWING = 3;
/** Lengths are told apart in steps of so many characters, up to a number of steps. */
const LENGTH_STEP = 5;
const LONGEST = 6;

/**
 * In which order things are said: "fixed, then broke" is no "broke, then fixed". Which concept follows which, what the first clause speaks of and what
 * the last one, with which words a text begins and ends, how long it is and whether it asks.
 */
function orderFeatures(words: string, held: readonly Feature[]): Feature[] {
  const folded = foldWords(words);
  const names = new Set<string>();
  const spoken = spokenOf(held);
  for (const [i, { concept, to }] of spoken.entries()) {
    const following = spoken.slice(i + 1).filter(({ from }) => from >= to);
    for (const next of following.slice(0, FOLLOWING)) names.add(`o${concept}>${next.concept}`);
  }
  for (const name of clauseNames(folded, spoken)) names.add(name);
  for (const name of edgeNames(folded)) names.add(name);
  if (folded.includes('?')) names.add('?');
  names.add(`n${Math.min(LONGEST, Math.floor(folded.trim().length / LENGTH_STEP))}`);
  return unplaced([...names]);
}

/** Where a clause ends: at a sign, at a space beside a Chinese character, before a word that turns. */
const CLAUSE_ENDS =
  /[,.;!?\n]|\s(?=\p{Script=Han})|(?<=\p{Script=Han})\s|\b(?:but|though|however)\b|但|不过|可是|就是/gu;

/** Where the second and the last clause begin, of a text that has two or more. */
function clausesOf(folded: string): { second: number; last: number } | undefined {
  const saysSomething = (from: number, to?: number): boolean => /[\p{L}\d]/u.test(folded.slice(from, to));
  const ends: number[] = [];
  for (const { index } of folded.matchAll(CLAUSE_ENDS))
    if (saysSomething(ends.at(-1) ?? 0, index) && saysSomething(index)) ends.push(index);
  const [second] = ends;
  return second === undefined ? undefined : { second, last: ends.at(-1) ?? second };
}

function clauseNames(folded: string, spoken: readonly Spoken[]): string[] {
  const clauses = clausesOf(folded);
  if (!clauses) return [];
  return spoken.flatMap(({ concept, from }) => [
    ...(from < clauses.second ? [`a${concept}`] : []),
    ...(from >= clauses.last ? [`z${concept}`] : []),
  ]);
}

/** The first and the last word; of Chinese, two characters where they stand side by side. */
function edgeNames(folded: string): string[] {
  const pieces = [...folded.matchAll(/\p{Script=Han}|[a-z']+/gu)];
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last) return [];
  const begins = /^\p{Script=Han}{2}/u.exec(folded.slice(first.index))?.[0] ?? first[0];
  const ends = /\p{Script=Han}{2}$/u.exec(folded.slice(0, last.index + last[0].length))?.[0] ?? last[0];
  return [`^${begins}`, `$${ends}`];
}
