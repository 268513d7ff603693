import * as fc from 'fast-check';
import { BRIEFS, briefOf, inTexts } from '../../../domain/texts/briefs.js';
import { lintTexts } from '../../../domain/texts/lint-texts.js';
import { PLACEHOLDER_LENGTH, TEXT_KEYS, type TextKey } from '../../../domain/texts/text-keys.js';
import { settings } from '../small-town.js';

const texts = (brief: string) => ({ 'brief-overdue': { 'zh-CN': brief, en: brief } });

describe('a notice that can stand in a daily summary', () => {
  it.each(Object.entries(BRIEFS))('%s names there nothing but what it names anyway', (notice, brief) => {
    const named: readonly string[] = TEXT_KEYS[notice as TextKey];
    expect(named).toEqual(expect.arrayContaining([...TEXT_KEYS[brief]]));
  });

  it('has a line without a signature; any other notice has none', () => {
    const town = { texts: texts('{request} late') };
    const values = { request: '7Q3K-9M2X', person: 'Sample' };
    expect(briefOf(town, 'told-overdue', 'en', values)).toBe('7Q3K-9M2X late');
    expect(briefOf(town, 'told-emergency', 'en', values)).toBeUndefined();
    expect(briefOf(town, 'ask-acceptance', 'en', values)).toBeUndefined();
  });

  it('must have a line of which two fit into a text', () => {
    const problems = lintTexts(texts(`{request}${'x'.repeat(39)}`), settings());
    expect(
      problems.filter(({ key, problem }) => key === 'brief-overdue' && problem.en.includes('line')),
    ).toHaveLength(2);
  });
});

it('a summary holds every line once, in order, in as few texts as its room allows', () => {
  const line = fc.string({ minLength: 1, maxLength: 60 }).filter((text) => !text.includes('\n'));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const parts = inTexts(lines);
      expect(parts.flat()).toEqual(lines);
      const lengths = parts.map((part) => part.join('\n').length);
      // With the next one's first line, no text would have been short enough.
      const withNext = parts.slice(1).map(([line = ''], i) => (lengths[i] ?? 0) + 1 + line.length);
      expect(lengths.filter((length) => length > PLACEHOLDER_LENGTH.lines)).toEqual([]);
      expect(withNext.filter((length) => length <= PLACEHOLDER_LENGTH.lines)).toEqual([]);
    }),
  );
});
