import { CONTRARIES, contrariesIn } from '../../../domain/answers/contraries.js';
import { DOUBTS_OF_ANY, DOUBTS_OF_SOME } from '../../../domain/answers/doubts.js';
import { doubtsIn } from '../../../domain/answers/is-doubtful.js';
import { NO_DOUBTS } from '../../../domain/answers/no-doubts.js';
import { ASK_KINDS } from '../../../domain/asks/ask-kinds.js';
import { foldWords } from '../../../domain/reading/features.js';

const rows = [...DOUBTS_OF_ANY, ...DOUBTS_OF_SOME].map((doubt) => ({ ...doubt, words: doubt.example[2] }));

describe('each row of the doubts finds its example, and no other row does', () => {
  it.each(rows)('$is: "$words"', ({ is, example: [kind, option, words] }) => {
    expect(doubtsIn(option, kind, foldWords(words)).map((doubt) => doubt.is)).toEqual([is]);
  });
});

describe('each row of what is no doubt clears its example', () => {
  it.each(NO_DOUBTS.map((row) => ({ ...row, words: row.example[1] })))(
    '$is: "$words"',
    ({ without, example: [option, words] }) => {
      const folded = foldWords(words);
      const isDoubtful = (left: string): boolean =>
        DOUBTS_OF_ANY.some(({ found }) => (typeof found === 'function' ? found(left) : found.test(left)));
      expect(isDoubtful(folded)).toBe(true);
      expect(isDoubtful(without(folded))).toBe(false);
      expect(doubtsIn(option, 'outcome', folded)).toEqual([]);
    },
  );
});

describe('each row of the contraries finds its example, and no other row does', () => {
  it.each(CONTRARIES.map((row) => ({ ...row, words: row.example[2] })))(
    '$is: "$words"',
    ({ is, example: [kind, option, words] }) => {
      const rule = ASK_KINDS[kind].find((one) => one.option === option);
      expect(rule && contrariesIn(rule, foldWords(words)).map((row) => row.is)).toEqual([is]);
    },
  );
});
