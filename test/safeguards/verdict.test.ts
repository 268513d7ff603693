import { edited } from './safeguard.js';
import { verdictOf } from './try-safeguard.js';

const TITLE = 'is answered once';
const ran = (status: string, failure = '') => ({ tests: [{ title: TITLE, status, failure }], trouble: '' });

describe('a safeguard that was taken away', () => {
  it.each([
    ['is held where its test fails', ran('failed', 'Error: expect(received).toBe(expected)'), 'held'],
    ['is not held where its test passes', ran('passed'), 'not held'],
    ['says nothing where the code does not load', { tests: [], trouble: 'Transform failed' }, 'broken'],
    ['says nothing where a name was lost', ran('failed', 'ReferenceError: open is not defined'), 'broken'],
    [
      'says nothing where another test failed',
      { tests: [{ title: 'other', status: 'failed', failure: '' }], trouble: '' },
      'broken',
    ],
  ])('%s', (_title, run, is) => {
    expect(verdictOf(run, TITLE).is).toBe(is);
  });
});

describe('an edit', () => {
  const edit = { file: 'a.ts', text: 'if (a) return b;', becomes: '' };

  it('finds its text however the lines are broken', () => {
    expect(edited(edit, 'x;\nif (a)\n  return b;\ny;')).toBe('x;\n\ny;');
  });

  it.each([
    ['nowhere', 'x;', 'found 0 times'],
    ['twice', 'if (a) return b; if (a) return b;', 'found 2 times'],
  ])('whose text stands %s is an error that names it', (_where, whole, said) => {
    expect(() => edited(edit, whole)).toThrow(new RegExp(`a\\.ts: ${said}.*if \\(a\\) return b`));
  });
});
