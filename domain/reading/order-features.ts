import type { ConceptWords } from './concept-words.js';
import { addConcepts, type Feature, foldWords, type Token, tokensOf } from './features.js';
import { hashOf } from './sorted-hashes.js';

/** A concept where a text speaks of it. */
interface Spoken {
  readonly concept: string;
  readonly from: number;
  readonly to: number;
  /** The place of its first token among all. */
  readonly token: number;
}

/** Concepts are looked at together where no more tokens, and no more concepts, lie between them. */
const NEAR = 12;
const PUNCTUATION = /^[?!,.;]$/;
/** Texts of fewer tokens than these read alike: a word or two, a line, more than a line. */
const LENGTHS = [4, 8, 20] as const;

/**
 * In which order a text says what it says: which concept follows which ("smoke, now gone" is no "gone, now smoke"), what
 * its first clause speaks of and what its last one, with what it begins and ends, how long it is. What stands between two
 * Latin words may be any word.
 */
export function orderFeatures(words: string, concepts: ConceptWords): Feature[] {
  const tokens = tokensOf(foldWords(words));
  const spoken = spokenIn(tokens, concepts);
  const names = [
    ...pairsOf(spoken),
    ...clauseNames(tokens, spoken),
    ...edgeNames(tokens),
    ...skippingOne(tokens),
  ];
  // They quote no words: what a text says together stands apart in it.
  return [...new Set(names)].map((name) => ({ hash: hashOf(name), from: 0, to: 0 }));
}

function spokenIn(tokens: readonly Token[], concepts: ConceptWords): Spoken[] {
  return tokens.flatMap((_, token) => {
    const own = new Map<string, Spoken>();
    addConcepts(tokens, token, concepts, (name, from, to) => {
      const concept = name.slice(1);
      if (!own.has(concept)) own.set(concept, { concept, from, to, token });
    });
    return [...own.values()];
  });
}

const pairsOf = (spoken: readonly Spoken[]): string[] =>
  spoken.flatMap((one, i) =>
    spoken
      .slice(i + 1, i + 1 + NEAR)
      .filter(
        ({ concept, from, token }) => from >= one.to && concept !== one.concept && token - one.token <= NEAR,
      )
      .map(({ concept }) => `q${one.concept} ${concept}`),
  );

function clauseNames(tokens: readonly Token[], spoken: readonly Spoken[]): string[] {
  const end = tokens.at(-1)?.from ?? 0;
  const stops = tokens.filter(({ text, from }) => PUNCTUATION.test(text) && from < end);
  const first = stops[0]?.from ?? Number.POSITIVE_INFINITY;
  const last = stops.at(-1)?.from ?? -1;
  return spoken.flatMap(({ concept, from }) => [
    ...(from < first ? [`f${concept}`] : []),
    ...(from > last ? [`z${concept}`] : []),
  ]);
}

function edgeNames(tokens: readonly Token[]): string[] {
  const length = LENGTHS.findIndex((most) => tokens.length < most);
  return [`^${tokens[0]?.text ?? ''}`, `$${tokens.at(-1)?.text ?? ''}`, `#${length}`];
}

const skippingOne = (tokens: readonly Token[]): string[] =>
  tokens.flatMap((token, i) => {
    const next = tokens[i + 2];
    return token.latin && next?.latin ? [`x${token.text} _ ${next.text}`] : [];
  });
