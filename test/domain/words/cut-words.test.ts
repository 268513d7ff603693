import { wordsOfAnswer, wordsToLog, wordsToRead } from '../../../domain/words/cut-words.js';

describe('words that are too long', () => {
  it.each([
    ['to be read', wordsToRead, 1_600],
    ['for the log', wordsToLog, 20_000],
    ['for a record', wordsOfAnswer, 500],
  ])('%s are cut, and say so in their language', (_what, cut, most) => {
    const chinese = cut('灯'.repeat(60_000));
    expect(chinese).toHaveLength(most);
    expect(chinese).toMatch(/^灯+……（原文共60000字，以下略）$/);
    expect(cut('lamp '.repeat(12_000))).toMatch(/ \.\.\. \(60000 characters in all; the rest is left out\)$/);
    expect(cut('灯'.repeat(most))).toBe('灯'.repeat(most));
  });

  it('are never cut within a character', () => {
    const lengths = Array.from({ length: 4 }, (_, i) =>
      wordsOfAnswer(`${'灯'.repeat(i)}${'🔥'.repeat(400)}`),
    );
    for (const cut of lengths) expect(cut).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });
});
