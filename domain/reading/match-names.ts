import {
  FEATURES,
  type Gazetteer,
  isFamilyName,
  isModifier,
  isNumeral,
  keysOf,
  looksLike,
  type NameCharacter,
  type Way,
} from './gazetteer.js';
import type { Unit } from './place-text.js';

/** From a right character to a wrong one: same sound and look, translation, same sound, same look, near sound. */
const WRITTEN = ['exact', 'twin', 'sense', 'sound', 'shape', 'near', 'other'] as const;
export type Written = (typeof WRITTEN)[number];

/** Words that are hardly ever a misspelt part of a name: 郭家的村, 刘家人村里. */
const PLAIN_WORDS = new Set(
  '的了和在是有到与这那全村我你他俺咱们就也都不没去来从往跟要说被把给对过里地路外人门前后',
);

/** 王家楼 is not 郭家楼 misspelt, nor is 四里庄 三里庄: another family or number makes another village. */
function isAnotherName(text: string, expected: string): boolean {
  return (
    PLAIN_WORDS.has(text) ||
    (isFamilyName(text) && isFamilyName(expected)) ||
    (FEATURES.has(text) && FEATURES.has(expected)) ||
    (isModifier(text) && isModifier(expected)) ||
    (isNumeral(text) && isNumeral(expected))
  );
}

function compare(unit: Unit, expected: NameCharacter): Written | undefined {
  if (unit.text === '') return undefined;
  if (unit.text === expected.text) return 'exact';
  if (unit.senses !== '') return unit.senses.includes(expected.text) ? 'sense' : undefined;
  const shape = !unit.latin && looksLike(unit.text, expected.text);
  if (unit.syllables.some((syllable) => expected.syllables.includes(syllable)))
    return shape ? 'twin' : 'sound';
  if (shape) return 'shape';
  if (unit.sounds.some((sound) => expected.sounds.includes(sound))) return 'near';
  return unit.latin || isAnotherName(unit.text, expected.text) ? undefined : 'other';
}

/** A run of units that a way of writing a name may stand for. */
export interface Match {
  readonly way: Way;
  readonly first: number;
  readonly end: number;
  /** Of each unit, and of the worst of them. */
  readonly each: readonly Written[];
  readonly written: Written;
  readonly latin: boolean;
}

/** How a form is written that is not quite the name, and one that lacks a character. */
const OF_A_FORM: readonly Written[] = ['exact', 'twin', 'sense', 'sound'];
const OF_A_CLIPPING: readonly Written[] = ['exact', 'sense'];

/** How many characters may differ, by how they do, of two and of more than two. */
const ALLOWED: Readonly<Record<Written, readonly [number, number]>> = {
  exact: [9, 9],
  twin: [1, 1],
  sense: [2, 9],
  sound: [2, 9],
  shape: [1, 1],
  near: [1, 2],
  other: [0, 1],
};

function isAllowed(way: Way, each: readonly Written[], latin: boolean): boolean {
  const size = way.characters.length > 2 ? 1 : 0;
  // 离村子 is away from the village, and not 立村.
  const strictly = way.clipped || way.characters.length === 1;
  const deviations = way.own ? WRITTEN : strictly && !latin ? OF_A_CLIPPING : OF_A_FORM;
  // 郭家 and anything at all is the Guos' something.
  if (each.at(-1) === 'other') return false;
  if (each.includes('other') && each.some((one) => one !== 'other' && one !== 'exact')) return false;
  return WRITTEN.every((written) => {
    const count = each.filter((one) => one === written).length;
    return count === 0 || (deviations.includes(written) && count <= ALLOWED[written][size]);
  });
}

const worstOf = (each: readonly Written[]): Written =>
  each.reduce((worst, one) => (WRITTEN.indexOf(one) > WRITTEN.indexOf(worst) ? one : worst), 'exact');

function matchWay(units: readonly Unit[], first: number, way: Way): Match | undefined {
  const each: Written[] = [];
  let latin = false;
  for (const [i, expected] of way.characters.entries()) {
    const unit = units[first + i];
    const written = unit && compare(unit, expected);
    if (written === undefined) return undefined;
    each.push(written);
    latin ||= unit?.latin === true;
  }
  if (!isAllowed(way, each, latin)) return undefined;
  return { way, first, end: first + each.length, each, written: worstOf(each), latin };
}

/** Characters that slip into a short name: 朱家口, 石头桥. */
const SLIPS_IN = '家子头小老';

/** The name with one character too many, all others being right. */
function matchLonger(units: readonly Unit[], first: number, way: Way): Match | undefined {
  const size = way.characters.length;
  const [head] = way.characters;
  if (!way.own || head === undefined || units[first]?.text !== head.text || size < 2) return undefined;
  const written = units.slice(first, first + size + 1).map(({ text }) => text);
  const extra = written.findIndex((text, i) => text !== way.characters[i]?.text);
  const added = written[extra];
  if (added === undefined || added === '' || written.length <= size || PLAIN_WORDS.has(added))
    return undefined;
  if (way.characters.some(({ text }, i) => i >= extra && text !== written[i + 1])) return undefined;
  const slips = size > 2 || SLIPS_IN.includes(added) || added === written[extra - 1];
  if (extra === size ? added !== '子' : !slips) return undefined;
  return { way, first, end: first + size + 1, each: ['other'], written: 'other', latin: false };
}

const keysOfUnit = (unit: Unit): readonly string[] =>
  unit.latin ? [...unit.sounds, ...Array.from(unit.senses, keysOf).flat()] : keysOf(unit.text);

/** Every way of writing a name that may begin at a unit. */
export function matchesAt(gazetteer: Gazetteer, units: readonly Unit[], at: number): Match[] {
  const unit = units[at];
  if (unit === undefined || unit.text === '') return [];
  const keys = keysOfUnit(unit);
  const starting = new Set(keys.flatMap((key) => gazetteer.byFirst.get(key) ?? []));
  const found = [...starting].flatMap((way) => [matchWay(units, at, way), matchLonger(units, at, way)]);
  // A first character that is quite wrong is only found by the second one.
  if (at > 0) {
    const following = new Set(keys.flatMap((key) => gazetteer.bySecond.get(key) ?? []));
    for (const way of following)
      if (way.own && way.characters.length > 2) found.push(matchWay(units, at - 1, way));
  }
  return found.filter((match) => match !== undefined);
}
