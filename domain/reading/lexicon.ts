import type { ConceptWords } from './concept-words.js';
import { phraseHash, spokenHash, writtenHash } from './features.js';
import { CONCEPTS } from './lexicon-data.js';
import { fuzzy, syllablesOf } from './phonetics.js';

/** How a word sounds, by syllables; undefined where a character's sound is unknown, for a single character, and for a word that is longer than `longest`. */
function soundOf(word: string, longest: number): string | undefined {
  if (word.length < 2 || word.length > longest) return undefined;
  let sound = '';
  for (const character of word) {
    const [syllable] = syllablesOf(character);
    if (syllable === undefined) return undefined;
    sound += `${fuzzy(syllable)} `;
  }
  return sound;
}

function* hashesOf(line: string, longestSound: number): Generator<number> {
  const bar = line.indexOf('|');
  for (const word of line.slice(line.indexOf(':') + 1, bar).split(' ')) {
    if (word === '') continue;
    yield writtenHash(word);
    const sound = soundOf(word, longestSound);
    if (sound !== undefined) yield spokenHash(sound);
  }
  for (const phrase of line.slice(bar + 1).split(',')) if (phrase !== '') yield phraseHash(phrase);
}

/** The lexicon as a model holds it. Whoever learns needs it; whoever reads has it with the model. */
export const conceptWords = (): ConceptWords => conceptWordsOf(CONCEPTS);

/**
 * A lexicon, a concept a line: `id:Chinese words|English phrases`. Words of up to `longestSound` characters are known by their sound as well: a longer one
 * that was heard wrongly mostly holds a shorter one that was not.
 */
export function conceptWordsOf(
  lexicon: string,
  longestSound: number = Number.POSITIVE_INFINITY,
): ConceptWords {
  const entries = lexicon
    .split('\n')
    .flatMap((line, concept) =>
      [...new Set(hashesOf(line, longestSound))].map((hash) => ({ hash, concept })),
    );
  entries.sort((a, b) => a.hash - b.hash || a.concept - b.concept);
  return {
    hashes: Uint32Array.from(entries, ({ hash }) => hash),
    concepts: Uint16Array.from(entries, ({ concept }) => concept),
  };
}
