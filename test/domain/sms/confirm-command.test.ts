import { type Doubtable, readConfirmation, restate } from '../../../domain/sms/confirm-command.js';
import { parseText } from '../../../domain/sms/parse-text.js';

const VISIT: Doubtable = {
  name: 'visit',
  met: [
    { household: 18, people: 2 },
    { household: 16, people: 0 },
  ],
  problem: false,
  note: '家里都好',
};
const OPEN: Doubtable = { name: 'visit-people', grid: 52, households: [18, 16, 20], note: '' };

it.each<Doubtable>([
  VISIT,
  { ...VISIT, grid: 52, met: [{ household: 7, people: 12 }], problem: true, note: '屋顶漏水' },
  OPEN,
  { name: 'reception', people: 40, answered: true, words: '咨询医保' },
  { name: 'reception', people: 40, answered: false, words: '反映路灯不亮' },
  { name: 'erase-data' },
])('what is asked about is kept in words that say the same: %j', (command) => {
  expect(parseText(restate(command), '2026-08-24').command).toEqual(command);
});

it.each([
  ['1', 'yes'],
  ['是', 'yes'],
  ['yes.', 'yes'],
  ['2', 'no'],
  ['不是', 'no'],
  ['走访 7 2人', undefined],
  ['1 已修好', undefined],
])('"%s" confirms, takes back, or says something else', (text, says) => {
  expect(readConfirmation(VISIT, text)?.says).toBe(says);
});

it.each([
  ['2', [2, 2, 2]],
  ['都是两人', [2, 2, 2]],
  ['2 1 3', [2, 1, 3]],
  ['两人，一人，三人', [2, 1, 3]],
  ['2 1', undefined],
  ['在家', undefined],
])('"%s" says how many were met at each of three', (text, people) => {
  const read = readConfirmation(OPEN, text);
  const met = read?.says === 'completed' ? read.command.met.map((one) => one.people) : undefined;
  expect(met).toEqual(people);
});
