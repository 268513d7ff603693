import type { AnswerExample } from '../../../domain/answers/answer-example.js';
import { readWords } from '../../../domain/reading/read-words.js';
import { measureAnswers } from '../../../domain/sms/measure-answers.js';
import { sampleTown } from '../../towns/sample-town.js';

const town = sampleTown();
const outcomeOf = (ask: AnswerExample['ask'], says: AnswerExample['says'], words: string) =>
  measureAnswers([{ ask, says, target: '', words }], (text) => readWords(town, text)).map(
    ({ outcome }) => outcome,
  );

describe('an answer is measured by what comes of it in the order of reading', () => {
  it.each<[AnswerExample['ask'], AnswerExample['says'], string, string]>([
    ['acceptance', 'accept', '好的马上去', 'as meant'],
    ['acceptance', 'decline', '好的马上去', 'wrong'],
    ['acceptance', 'unclear', '1 不去', 'as meant'],
    ['acceptance', 'accept', '1 不去', 'asked back'],
    ['report', 'danger', '煤气漏了 味很大', 'as meant'],
    ['report', 'done', '煤气漏了 味很大', 'emergency'],
    ['outcome', 'not-done', '没修好', 'as meant'],
    ['acceptance', 'remark', '他家没人，电话也打不通', 'kept'],
    ['acceptance', 'remark', '6', 'asked back'],
    ['confirmation', 'other', '您的快递放在门口了，请查收', 'as meant'],
  ])('%s, meant as %s: "%s" is %s', (ask, says, words, outcome) => {
    expect(outcomeOf(ask, says, words)).toEqual([outcome]);
  });

  it('what answers a question that was asked back is left out', () => {
    expect(outcomeOf('clarify', 'unclear', '第二个')).toEqual([]);
  });
});
