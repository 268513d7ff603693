import { checkExamples } from './check-examples.js';
import type { Town } from '../town/schema.js';
import { type Example, isHeldOut } from './example.js';
import { impersonal } from './example-words.js';
import { foldWords } from './features.js';
import { learn, remembering } from './learn.js';
import { measure, type Measured, type Share } from './measure.js';
import type { PlaceReading } from './read-place.js';
import { readWords } from './read-words.js';
import type { Danger } from '../town/dangers.js';
import { given } from '../words/given.js';

/** A text as it should have been read; parts that are left out were right. */
export interface Corrected {
  readonly category?: string | undefined;
  readonly danger?: Danger | 'none' | undefined;
  readonly village?: string | undefined;
}

/** How a town's reading does with texts that it never learnt from. */
export type Figures = Omit<Measured, 'confusion' | 'misread' | 'complaints' | 'falseComplaints'>;

/** A text that is read in another way than before. */
export interface Flip {
  readonly words: string;
  readonly what: 'category' | 'danger' | 'village';
  readonly before: string;
  readonly after: string;
  readonly right: string;
}

export interface Tried {
  readonly before: Figures;
  readonly after: Figures;
  readonly flips: readonly Flip[];
  /** Texts about a danger that was recognised and would not be any more. */
  readonly lostDangers: readonly string[];
  /** Everything the town would have for examples, and what is learnt from them. */
  readonly examples: readonly Example[];
  readonly model: string;
}

const BY_LANGUAGE = ['category', 'dangers', 'dangersNoticed', 'falseAlarms', 'falseNotices'] as const;
const IN_ALL = ['dangerKinds', 'villages', 'groups', 'placesInvented', 'leftAlone', 'mattersLost'] as const;

/** A text that was read once, with what that adds to the figures. */
interface ReadText {
  readonly example: Example;
  readonly measured: Measured;
  readonly read: Readonly<Record<Flip['what'], string>>;
}

const total = (shares: readonly Share[]): Share => ({
  right: shares.reduce((sum, { right }) => sum + right, 0),
  of: shares.reduce((sum, { of }) => sum + of, 0),
});
const totalByLanguage = (all: readonly Readonly<Record<string, Share>>[]): Record<string, Share> =>
  Object.fromEntries(
    ['zh-CN', 'en'].map((language) => [language, total(all.flatMap((one) => one[language] ?? []))]),
  );

/** Figures are counts: those of texts measured one by one add up to those of all. */
function figuresOf(texts: readonly ReadText[]): Figures {
  const all = texts.map(({ measured }) => measured);
  const entries = <Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value) =>
    Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
  return {
    texts: texts.length,
    ...entries(BY_LANGUAGE, (name) => totalByLanguage(all.map((measured) => measured[name]))),
    ...entries(IN_ALL, (name) => total(all.map((measured) => measured[name]))),
  };
}

const isAny = (shares: Readonly<Record<string, Share>>): boolean =>
  Object.values(shares).some(({ right }) => right > 0);

/** The reading of one text, from how it was measured: reading it a second time would take as long as measuring. */
function readOf({ category, villages }: Example, measured: Measured): ReadText['read'] {
  const [read = ''] = Object.keys(measured.confusion[category ?? ''] ?? {});
  const isDanger = isAny(measured.dangers) || isAny(measured.falseAlarms);
  const isNoticed = isAny(measured.dangersNoticed) || isAny(measured.falseNotices);
  const elsewhere = measured.misread.find(({ what }) => what === 'village');
  return {
    category: read,
    danger: isDanger ? 'danger' : isNoticed ? 'possible' : 'none',
    village: elsewhere === undefined ? villages.join('|') : elsewhere.read,
  };
}

const readHeldOut = (town: Town, examples: readonly Example[]): ReadText[] =>
  examples
    .filter(({ words }) => isHeldOut(words))
    .map((example) => {
      const measured = measure(town, [example]);
      return { example, measured, read: readOf(example, measured) };
    });

/** The figures of a town's reading on those of these examples that it did not learn. */
export const figuresFor = (town: Town, examples: readonly Example[]): Figures =>
  figuresOf(readHeldOut(town, examples));

const villagesIn = ({ village, candidates }: PlaceReading): string[] =>
  village === undefined ? [...candidates] : [village];

/** A text as an example of its right reading, without anything personal; uncorrected parts as they are read now. */
export function exampleFrom(
  town: Town,
  words: string,
  corrected: Corrected,
  personal: readonly string[],
): Example {
  const said = impersonal(words, personal);
  const reading = readWords(town, said);
  const { category = reading.category.id, village } = corrected;
  const read = reading.danger.level === 'danger' ? reading.danger.kind : undefined;
  const danger = corrected.danger === 'none' ? undefined : (corrected.danger ?? read);
  const isSameVillage = village === undefined || village === reading.place.village;
  const { group, grid } = isSameVillage ? reading.place : {};
  return {
    words: said,
    kind: 'matter',
    category,
    ...(danger === undefined ? {} : { danger }),
    villages: village === undefined ? villagesIn(reading.place) : [village],
    ...given({ group, grid }),
  };
}

/** Two texts say the same words whatever stands between them, and in whichever width or script they are written. */
const saidIn = (words: string): string => foldWords(words).replaceAll(/[\s\p{P}]/gu, '');

/** Whether an example speaks only of categories, villages and grids that the town has. */
export const fits = (town: Town, example: Example): boolean => checkExamples(town, [example]).length === 0;

/**
 * The examples with those that were taught. One that says the same words as an example takes its place under the words
 * that stand there, so that it stays on its side of what is learnt and what is measured with. What speaks of a category
 * or village that the town has no more is left out.
 */
export function withTaught(town: Town, examples: readonly Example[], taught: readonly Example[]): Example[] {
  const fitting = taught.filter((one) => fits(town, one));
  const bySaid = new Map(fitting.map((one) => [saidIn(one.words), one]));
  const replaced = examples.map((example) => {
    const same = bySaid.get(saidIn(example.words));
    return same === undefined ? example : { ...same, words: example.words };
  });
  const known = new Set(examples.map(({ words }) => saidIn(words)));
  return [...replaced, ...[...bySaid].filter(([said]) => !known.has(said)).map(([, one]) => one)];
}

const rightOf = ({ category = '', danger, villages }: Example): ReadText['read'] => ({
  category,
  danger: danger === undefined ? 'none' : 'danger',
  village: villages.join('|'),
});

const flipsBetween = ({ example, read }: ReadText, after: ReadText): Flip[] =>
  (['category', 'danger', 'village'] as const)
    .filter((what) => read[what] !== after.read[what])
    .map((what) => ({
      words: example.words,
      what,
      before: read[what],
      after: after.read[what],
      right: rightOf(example)[what],
    }));

/** A text that was a danger before a lesson counts as one: nobody can teach a loss away. */
const dangersAmong = (...lists: readonly (readonly Example[])[]): ReadonlySet<string> =>
  new Set(lists.flat().flatMap(({ words, danger }) => (danger === undefined ? [] : [words])));

/**
 * The town's reading as it would be with the lessons: learnt anew, and measured against the one that stands, both on
 * the same texts, none of which either learnt from. Nothing is changed.
 */
export function tryTeaching(town: Town, examples: readonly Example[], taught: readonly Example[]): Tried {
  const all = withTaught(town, examples, taught);
  const model = learn(town, all, remembering(town.model));
  // A model is kept by the list of categories: the new one needs a list of its own.
  const taughtTown = { ...town, categories: [...town.categories], model };
  const before = readHeldOut(town, all);
  const after = readHeldOut(taughtTown, all);
  const pairs = before.flatMap((one, i) => {
    const next = after[i];
    return next === undefined ? [] : [{ one, next }];
  });
  const dangers = dangersAmong(examples, all);
  const lost = pairs.filter(
    ({ one, next }) =>
      dangers.has(one.example.words) && one.read.danger === 'danger' && next.read.danger !== 'danger',
  );
  return {
    before: figuresOf(before),
    after: figuresOf(after),
    flips: pairs.flatMap(({ one, next }) => flipsBetween(one, next)),
    lostDangers: lost.map(({ one }) => one.example.words),
    examples: all,
    model,
  };
}

/** A lesson may not lower how many dangers are recognised: none is lost, and in no language fewer are found. */
export const mayTakeOver = ({ lostDangers, before, after }: Tried): boolean =>
  lostDangers.length === 0 &&
  Object.entries(before.dangers).every(([language, was]) => {
    const is = after.dangers[language] ?? { right: 0, of: 0 };
    return is.right * was.of >= was.right * is.of;
  });
