import type { EditProblem } from '../../../contracts/console/editing.js';
import { keyOf } from '../../../domain/editing/section-keys.js';
import type { Draft, DraftChange } from './draft.js';

type MaybeDraft = Draft | undefined;

/** A phrase a line, each once. */
export const linesOf = (text: string): string[] => [
  ...new Set(text.split('\n').flatMap((line) => line.trim() || [])),
];

const changesAdding = (draft: MaybeDraft, category: string | undefined): DraftChange[] =>
  (draft?.changes ?? []).filter(
    ({ section, key, base, entry }) =>
      category !== undefined &&
      section === 'examples' &&
      !base &&
      entry?.['category'] === category &&
      entry['words'] === key,
  );

/** The phrases that a draft adds to a category; where there is no category, none. */
export const addedPhrases = (draft: MaybeDraft, category: string | undefined): string[] =>
  changesAdding(draft, category).map(({ key }) => key);

/** Whether a problem is that of a phrase which is added to the category. */
export const isOfPhrases = (draft: MaybeDraft, category: string | undefined) => {
  const added = new Set(addedPhrases(draft, category));
  return ({ section, key }: EditProblem): boolean =>
    section === 'examples' && key !== undefined && added.has(key);
};

const dropped = (key: string): DraftChange => ({ section: 'examples', key });

/** Takes the phrases out that were added to a category: without it they are of nothing. */
export const withoutPhrases = (draft: MaybeDraft, category: string | undefined): DraftChange[] =>
  addedPhrases(draft, category).map(dropped);

/** Gives the phrases of a text the new code of their category, which may be another's while it is typed. */
export function movedPhrases(
  draft: MaybeDraft,
  text: string,
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
): DraftChange[] {
  if (from === to || to === undefined) return [];
  const own = new Set(linesOf(text));
  return changesAdding(draft, from)
    .filter(({ key }) => own.has(key))
    .map((change) => ({ ...change, entry: { ...change.entry, category: to } }));
}

interface Typed {
  readonly category: string;
  /** Those that the town has of the category. */
  readonly known: readonly string[];
  readonly text: string;
  readonly next: string;
}

/** What the draft gets when the text of a category's phrases becomes the next one. Other changes of these words stay. */
export function typedPhrases(draft: MaybeDraft, { category, known, text, next }: Typed): DraftChange[] {
  const [before, now] = [linesOf(text), linesOf(next)];
  const added = addedPhrases(draft, category);
  const examples = (draft?.changes ?? []).filter(({ section }) => section === 'examples');
  const held = new Set(
    examples.flatMap(({ key, entry }) => [key, ...(entry ? [keyOf('examples', entry)] : [])]).concat(known),
  );
  return [
    ...before.filter((phrase) => !now.includes(phrase) && added.includes(phrase)).map(dropped),
    ...now
      .filter((phrase) => !before.includes(phrase) && !held.has(phrase))
      .map((phrase): DraftChange => ({
        section: 'examples',
        key: phrase,
        entry: { words: phrase, kind: 'matter', category, villages: [] },
      })),
  ];
}
