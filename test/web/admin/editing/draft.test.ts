import { type Draft, mayBeUsed } from '../../../../web/admin/editing/draft.js';

const removed: Draft = {
  version: 1,
  changes: [{ section: 'departments', key: 'water', base: { id: 'water' } }],
};
const changed: Draft = {
  version: 1,
  changes: [
    { section: 'departments', key: 'water', base: { id: 'water' }, entry: { id: 'water', name: '' } },
  ],
};
const problem = (section: 'departments' | 'categories', key: string) => ({
  section,
  key,
  field: ['department'],
  message: 'is wrong',
});

describe('what is removed is said to be used still', () => {
  it.each([
    ['where an entry that nobody touched is wrong by it', removed, problem('categories', 'leak'), true],
    ['not where the entry itself is wrong', changed, problem('departments', 'water'), false],
    ['not where nothing is removed', changed, problem('categories', 'leak'), false],
    ['not without a draft', undefined, problem('categories', 'leak'), false],
  ])('%s', (_when, draft, wrong, expected) => {
    expect(mayBeUsed(draft, [wrong])).toBe(expected);
  });
});
