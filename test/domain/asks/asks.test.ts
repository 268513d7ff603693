import { askId, readAskId } from '../../../domain/asks/ask-id.js';
import { ASK_KINDS, type AskKind } from '../../../domain/asks/ask-kinds.js';
import { optionList, optionWord } from '../../../domain/asks/option-words.js';
import { keywordAt } from '../../../domain/sms/read-keyword.js';

const KINDS = Object.keys(ASK_KINDS) as AskKind[];
/** What is asked back is answered in words of one's own: nobody has to know a digit or a keyword for it. */
const ANSWERED = KINDS.filter((kind) => ASK_KINDS[kind].length > 0 && kind !== 'clarify');

describe.each(ANSWERED)('the options of %s', (kind) => {
  const rules = ASK_KINDS[kind];

  it('are numbered from one without a gap, as they are texted', () => {
    expect(rules.map(({ number }) => number)).toEqual(rules.map((_, i) => i + 1));
  });

  it('have each a word in both languages, and no word means two of them', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const words = rules.map(({ option }) => optionWord(kind, option, language));
      expect(words.map((word) => /\p{Script=Han}/u.test(word))).toEqual(
        words.map(() => language === 'zh-CN'),
      );
    }
    const keywords = rules.flatMap((rule) => rule.keywords);
    expect(new Set(keywords).size).toBe(keywords.length);
  });

  it('are found by their own word, also where one word begins another', () => {
    for (const { keywords } of rules) {
      const all = rules.flatMap((rule) => rule.keywords);
      for (const keyword of keywords) expect(keywordAt(keyword, all)?.keyword).toBe(keyword);
    }
  });

  it('that refuse, extend or send elsewhere need words of their own', () => {
    const needing = rules.filter(({ option }) =>
      ['refuse', 'extend', 'transfer', 'place', 'refer'].includes(option),
    );
    expect(needing.map(({ note }) => note)).toEqual(needing.map(() => 'required'));
  });
});

describe('a list of options', () => {
  it('names those that were offered only, in the reader\u2019s language', () => {
    expect(optionList('acceptance', ['accept', 'transfer'], 'zh-CN')).toBe('1收到 2转办');
    expect(optionList('acceptance', ['accept', 'same'], 'en')).toBe('1 take, 3 same');
    expect(optionList('joined', [], 'en')).toBe('');
  });

  it('shows an option that has no word by its name', () => {
    expect(optionWord('confirmation', 'refer', 'en')).toBe('refer');
  });
});

describe('the public id of an ask', () => {
  it('is the request\u2019s number and its own, and reads back', () => {
    expect(askId('7Q3K9M2X', 12)).toBe('7Q3K9M2X-12');
    expect(readAskId(askId('7Q3K9M2X', 12), '7Q3K9M2X')).toBe(12);
  });

  it.each(['7Q3K9M2Y-12', '7Q3K9M2X', '7Q3K9M2X-', '7Q3K9M2X-x', '7Q3K9M2X-12345', '7Q3K9M2X-1-2', ''])(
    'is none of this request\u2019s: "%s"',
    (id) => {
      expect(readAskId(id, '7Q3K9M2X')).toBeUndefined();
    },
  );
});
