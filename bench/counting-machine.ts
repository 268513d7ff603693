/** A Pass and a Choice that count `$states.input.turns` turns: two transitions a turn, and one for the end. */
export const countingMachine = {
  StartAt: 'Begin',
  States: {
    Begin: { Type: 'Pass', Assign: { turn: 0, turns: '{% $states.input.turns %}' }, Next: 'Count' },
    Count: { Type: 'Pass', Assign: { turn: '{% $turn + 1 %}' }, Next: 'More?' },
    'More?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $turn < $turns %}', Next: 'Count' }],
      Default: 'Done',
    },
    Done: { Type: 'Succeed' },
  },
};
