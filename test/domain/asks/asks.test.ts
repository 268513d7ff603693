import { askId, readAskId } from '../../../domain/asks/ask-id.js';
import { ASK_KINDS, type AskKind, type AskOption } from '../../../domain/asks/ask-kinds.js';
import { optionGuide, optionList, optionWord } from '../../../domain/asks/option-words.js';
import { keywordAt } from '../../../domain/sms/read-keyword.js';

const KINDS = Object.keys(ASK_KINDS) as AskKind[];
/** What is asked back is answered in words of one's own: nobody has to know a digit or a keyword for it. */
const ANSWERED = KINDS.filter((kind) => ASK_KINDS[kind].length > 0 && kind !== 'clarify');

describe.each(ANSWERED)('the options of %s', (kind) => {
  const rules = ASK_KINDS[kind];

  it('have each a digit of its own, now and in the texts that were sent before', () => {
    // In an emergency, and only there, "no" says that somebody cannot come; it is offered in the place of a refusal.
    const together = rules.filter(({ option }) => !(kind === 'report' && option === 'decline'));
    expect(new Set(together.map(({ number }) => number)).size).toBe(together.length);
    expect(new Set(together.map(({ numberBefore }) => numberBefore)).size).toBe(together.length);
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
    // What is no complaint about staff goes nowhere yet: its resident is asked.
    const needing = rules.filter(
      ({ option }) =>
        (option !== 'transfer' || kind !== 'complaint') &&
        ['refuse', 'extend', 'transfer', 'place', 'refer'].includes(option),
    );
    expect(needing.map(({ note }) => note)).toEqual(needing.map(() => 'required'));
  });
});

describe('a list of options', () => {
  it('names those that were offered only, in the reader\u2019s language', () => {
    expect(optionList('acceptance', ['transfer', 'accept'], 'zh-CN')).toBe('1收到 4转办');
    expect(optionList('acceptance', ['accept', 'same'], 'en')).toBe('1 take, 7 same');
    expect(optionList('joined', [], 'en')).toBe('');
  });

  it('shows an option that has no word by its name', () => {
    expect(optionWord('confirmation', 'refer', 'en')).toBe('refer');
  });
});

describe('a guide to the options', () => {
  it('says beside each what is to be written with it', () => {
    expect(optionGuide('outcome', ['done', 'extend', 'transfer'], 'zh-CN')).toBe(
      '1办结(结果) 3延期(原因) 4转办(单位)',
    );
    expect(optionGuide('approval', ['done', 'refuse'], 'en')).toBe('1 approve, 2 refuse (why)');
  });
});

describe('a digit', () => {
  /** Options by what they mean to whoever answers. */
  const MEANINGS: Readonly<Record<number, readonly AskOption[]>> = {
    1: [
      'said',
      'place',
      'accept',
      'done',
      'brought',
      'allow',
      'satisfied',
      'retry',
      'well',
      'passed',
      'replied',
    ],
    2: ['decline', 'refuse', 'deny', 'unsatisfied', 'problem', 'failed'],
    3: ['extend'],
    4: ['transfer', 'refer'],
    5: ['aid'],
    6: ['documents'],
    7: ['same'],
    8: ['session', 'not-reached'],
    9: ['call'],
  };

  it('means the same whatever is asked', () => {
    for (const rules of Object.values(ASK_KINDS))
      for (const { number, option } of rules) expect(MEANINGS[number]).toContain(option);
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
