import {
  addedPhrases,
  isOfPhrases,
  movedPhrases,
  typedPhrases,
  withoutPhrases,
} from '../../../../web/admin/editing/category-phrases.js';
import { type Draft, type DraftChange, withChange } from '../../../../web/admin/editing/draft.js';

const phrase = (words: string, category: string): DraftChange => ({
  section: 'examples',
  key: words,
  entry: { words, kind: 'matter', category, villages: [] },
});

const draftOf = (...changes: DraftChange[]): Draft => ({ version: 1, changes });

const after = (draft: Draft, changes: readonly DraftChange[]): readonly DraftChange[] =>
  changes.reduce<Draft | undefined>((all, change) => withChange(all, change, 1), draft)?.changes ?? [];

/** The draft after a text was typed letter by letter into the form of a category, each state on a line of its own. */
const typedInto = (
  category: string,
  draft: Draft,
  states: readonly string[],
  known: readonly string[] = [],
) =>
  states.reduce<{ changes: readonly DraftChange[]; text: string }>(
    ({ changes, text }, next) => {
      const before = { version: 1, changes };
      return { changes: after(before, typedPhrases(before, { category, known, text, next })), text: next };
    },
    { changes: draft.changes, text: '' },
  ).changes;

const NEW: DraftChange = { section: 'categories', key: 'category-9', entry: { id: 'category-9' } };
const LAMP = phrase('路灯坏了', 'category-9');
const WELL = phrase('井盖没了', 'drains');

describe('the phrases of a category in a draft', () => {
  it('go with the category when it is discarded, and no others do', () => {
    const draft = draftOf(NEW, LAMP, WELL);
    expect(after(draft, withoutPhrases(draft, 'category-9'))).toEqual([NEW, WELL]);
  });

  it('follow the code of their category', () => {
    const draft = draftOf(NEW, LAMP, WELL);
    const moved = movedPhrases(draft, '路灯坏了', { from: 'category-9', to: 'lamps' });
    expect(after(draft, moved)).toEqual([NEW, phrase('路灯坏了', 'lamps'), WELL]);
  });

  it('stay apart while a code is typed that begins like that of another category', () => {
    const draft = draftOf(LAMP, WELL);
    const there = after(draft, movedPhrases(draft, '路灯坏了', { from: 'category-9', to: 'drains' }));
    const past = movedPhrases({ version: 1, changes: there }, '路灯坏了', { from: 'drains', to: 'drains-2' });
    expect(after({ version: 1, changes: there }, past)).toEqual([phrase('路灯坏了', 'drains-2'), WELL]);
  });

  it('of no category are none', () => {
    const news: DraftChange = { section: 'examples', key: '多谢', entry: { words: '多谢', kind: 'nothing' } };
    expect(addedPhrases(draftOf(news), undefined)).toEqual([]);
  });
});

describe('what is wrong with a phrase', () => {
  it.each([
    ['of this category is said in its form', 'category-9', true],
    ['of another category is not', 'lamps', false],
    ['is not said in the form of anything else', undefined, false],
  ])('%s', (_what, category, isSaid) => {
    const problem = { section: 'examples' as const, key: '路灯坏了', field: ['words'], message: '' };
    expect(isOfPhrases(draftOf(LAMP), category)(problem)).toBe(isSaid);
  });

  it('is no other entry of the same name', () => {
    const problem = { section: 'places' as const, key: '路灯坏了', field: ['id'], message: '' };
    expect(isOfPhrases(draftOf(LAMP), 'category-9')(problem)).toBe(false);
  });
});

describe('typing a phrase', () => {
  const removed: DraftChange = { section: 'examples', key: '路灯', base: { words: '路灯' } };
  const edited: DraftChange = {
    section: 'examples',
    key: '路灯',
    base: { words: '路灯', category: 'lamps' },
    entry: { words: '路灯', category: 'drains' },
  };
  const reworded: DraftChange = {
    section: 'examples',
    key: '灯',
    base: { words: '灯' },
    entry: { words: '路灯' },
  };

  it.each<[string, DraftChange]>([
    ['a phrase of another category', phrase('路灯', 'lamps')],
    ['the removal of an example', removed],
    ['the change of an example', edited],
    ['an example that got these words', reworded],
  ])('leaves %s in the draft that it passes on its way', (_what, held) => {
    const states = ['路', '路灯', '路灯坏', '路灯坏了'];
    expect(typedInto('category-9', draftOf(held), states)).toEqual([held, LAMP]);
  });

  it('writes nothing anew that the town knows of the category', () => {
    expect(typedInto('category-9', draftOf(NEW), ['路灯', '路灯坏了'], ['路灯坏了'])).toEqual([NEW]);
  });

  it('takes out again what is deleted', () => {
    expect(typedInto('category-9', draftOf(NEW), ['路灯坏了\n井盖没了', '路灯坏了', ''])).toEqual([NEW]);
  });
});
