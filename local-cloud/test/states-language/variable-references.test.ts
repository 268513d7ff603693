import { variableReferences } from '../../states-language/definition/variable-references.js';

const pass = (more: object) => ({ Type: 'Pass', Next: 'Next', ...more });
const definition = (States: object) => JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'A', States });
const assigning = pass({ Assign: { total: 0, items: [], factor: 2 } });

describe('the variables that a state refers to', () => {
  test.each<[what: string, state: object, names: readonly string[]]>([
    [
      'in its output, each once',
      pass({ Output: { a: '{% $total + $total * $factor %}' } }),
      ['total', 'factor'],
    ],
    ['in a list', pass({ Output: ['{% $items[0].total %}'] }), ['items']],
    ['where it assigns them anew', pass({ Assign: { total: '{% $total + 1 %}' } }), ['total']],
    [
      'in the rules of a Choice',
      { Type: 'Choice', Choices: [{ Condition: '{% $total > 1 %}', Next: 'A' }], Default: 'A' },
      ['total'],
    ],
    ['in its arguments', { Type: 'Task', Arguments: { n: '{% $map($items, $string) %}' } }, ['items']],
    [
      'within a function',
      pass({ Output: '{% $items ~> $map(function($i) { $i * $factor }) %}' }),
      ['items', 'factor'],
    ],
  ])('%s', async (_what, state, names) => {
    expect(await variableReferences(definition({ A: assigning, State: state }))).toEqual({ State: names });
  });

  test.each([
    ["is none of JSONata's functions", '{% $sum($states.input.total) %}'],
    ['is no text that is no expression', 'the $total'],
    ['is not what the expression binds itself', '{% ($total := 1; $total) %}'],
    ['is not the parameter of a function', '{% $map([1], function($total) { $total }) %}'],
    ['is none that nothing assigns', '{% $unknown %}'],
  ])('%s', async (_what, Output) => {
    expect(await variableReferences(definition({ A: assigning, State: pass({ Output }) }))).toEqual({});
  });

  it('are told of each state of a Map and of a Parallel by its own name', async () => {
    const inner = (name: string, Output: string) => ({ StartAt: name, States: { [name]: pass({ Output }) } });
    const States = {
      A: assigning,
      Each: { Type: 'Map', Items: '{% $items %}', ItemProcessor: inner('One', '{% $factor %}') },
      Both: { Type: 'Parallel', Branches: [inner('Left', '{% $total %}'), inner('Right', 'none')] },
    };
    expect(await variableReferences(definition(States))).toEqual({
      Each: ['items'],
      One: ['factor'],
      Left: ['total'],
    });
  });
});
