import { tellingWords } from '../../../../web/admin/correcting/telling-words.js';

test.each([
  ['each word once, without the mark that it was learnt with', ['水', '，水', '管'], ['水', '管']],
  ['no mark alone', ['。', '路灯'], ['路灯']],
  ['words of English as they stand', ["can't breathe", 'no water'], ["can't breathe", 'no water']],
])('a reading is explained by %s', (_title, evidence, told) => {
  expect(tellingWords(evidence)).toEqual(told);
});
