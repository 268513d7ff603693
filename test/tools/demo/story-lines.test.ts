import { DEMO_PLAYS } from '../../../tools/demo/demo-cases.js';
import { DEMO_WORDS } from '../../../tools/demo/demo-words.js';
import { stateWords } from '../../../tools/demo/state-words.js';
import { inOrder } from '../../../tools/demo/story-lines.js';

const CHINESE = /\p{Script=Han}/u;

describe('the demo', () => {
  it('tells of one moment first the answer and the reply to it, then where it leads, then who is texted', () => {
    const told = inOrder([
      { at: 2, kind: 'text', words: 'asked again' },
      { at: 2, kind: 'state', words: 'on' },
      { at: 2, kind: 'reply', words: 'recorded' },
      { at: 1, kind: 'text', words: 'asked' },
      { at: 2, kind: 'answer', words: '1' },
      { at: 2, kind: 'state', words: 'on' },
    ]);
    expect(told.map(({ words }) => words)).toEqual(['asked', '1', 'recorded', 'on', 'asked again']);
  });

  test.each([
    [
      'Assign: ask the grid team to take it',
      'TaskStateEntered',
      '[2/4 Assign] ask the grid team to take it',
      '[2/4 派单] 等网格员签收',
    ],
    [
      'Stage: ask everyone side by side',
      'MapStateEntered',
      '[3/4 Coordinate] next stage: everyone involved is asked',
      '[3/4 协办] 进入下一环节，请有关人员办理',
    ],
    ['Step: ask who does it', 'TaskStateEntered', undefined, undefined],
    ['Assign: which path?', 'ChoiceStateEntered', undefined, undefined],
    ['The four steps', 'ParallelStateEntered', undefined, undefined],
  ])('names %s as one of the four steps, or not at all', (name, type, en, zh) => {
    const state = { at: 0, name, type };
    expect([stateWords(state, DEMO_WORDS.en), stateWords(state, DEMO_WORDS['zh-CN'])]).toEqual([en, zh]);
  });

  it('has nothing Chinese in English', () => {
    expect(JSON.stringify(DEMO_PLAYS.en)).not.toMatch(CHINESE);
  });
});
