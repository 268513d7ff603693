import { ASK_KIND_NAMES, ASK_KINDS } from '../../../domain/asks/ask-kinds.js';
import { pageOptionWord } from '../../../domain/asks/page-option-words.js';

const OFFERED = ASK_KIND_NAMES.flatMap((kind) =>
  ASK_KINDS[kind].map(({ option }) => [kind, option] as const),
);

describe('an option on a page of the console', () => {
  test.each(OFFERED)('has words in both languages: %s, %s', (kind, option) => {
    expect(pageOptionWord(kind, option, 'en')).toMatch(/^[A-Z][a-z]+/);
    expect(pageOptionWord(kind, option, 'zh-CN')).toMatch(/^\p{Script=Han}+$/u);
  });

  test.each(ASK_KIND_NAMES.filter((kind) => ASK_KINDS[kind].length > 1))(
    'is told from the others beside it: %s',
    (kind) => {
      const said = ASK_KINDS[kind].map(({ option }) => pageOptionWord(kind, option, 'en'));
      expect(new Set(said).size).toBe(said.length);
    },
  );

  it('says what the duty desk does with what nobody placed', () => {
    expect((['place', 'refer'] as const).map((option) => pageOptionWord('placement', option, 'en'))).toEqual([
      'Assign it to a grid or department',
      'Refer it elsewhere',
    ]);
  });
});
