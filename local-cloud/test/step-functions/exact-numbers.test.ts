import * as fc from 'fast-check';
import { ExactNumber, parseExactly, writeExactly } from '../../states-language/exact-number.js';
import { handedOn } from '../../states-language/expressions/handed-on.js';
import { evaluateExpression } from '../../states-language/expressions/evaluate-expression.js';
import { parseJson, plainCopy, type Json } from '../../states-language/json.js';
import { createMemoryStore } from '../../storage/memory-store.js';
import { FUNCTION, LAMBDA, LAMBDA_TOKEN, ROLE, setup, single, type Harness } from './setup.js';

const NUMBERS = [
  '411526199001011234',
  '1e400',
  '1.0',
  '1E5',
  '-0',
  '0.10',
  '0.0000001',
  '-12345678901234567.5',
];
const INPUT = `{"id":411526199001011234,"more":[${NUMBERS.join(',')}],"plain":[1,0.5,-3]}`;

async function start(host: Harness, definition: Record<string, unknown> | string, input = INPUT) {
  const text =
    typeof definition === 'string' ? definition : JSON.stringify({ QueryLanguage: 'JSONata', ...definition });
  const machine = await host.service.handle('CreateStateMachine', {
    name: 'machine',
    definition: text,
    roleArn: ROLE,
  });
  const { stateMachineArn } = machine;
  const { executionArn } = await host.service.handle('StartExecution', { stateMachineArn, input });
  await host.clock.runOut();
  return String(executionArn);
}

async function output(definition: Record<string, unknown> | string, input = INPUT, host = setup()) {
  const arn = await start(host, definition, input);
  const { output: text, status, cause } = await host.describe(arn);
  return text ?? `${String(status)}: ${String(cause)}`;
}

describe('a number that no expression reckons with keeps its digits', () => {
  it.each(NUMBERS)('%s passes through a Pass', async (number) => {
    expect(await output(single({ Type: 'Pass' }), `{"n":${number}}`)).toBe(`{"n":${number}}`);
  });

  it('in every text of the history', async () => {
    const host = setup();
    const arn = await start(host, single({ Type: 'Pass', Assign: { kept: '{% $states.input %}' } }));
    const history = JSON.stringify(await host.history(arn));
    expect(history).toContain(`"kept":${JSON.stringify(INPUT)}`);
    expect(history).toContain(`"input":${JSON.stringify(INPUT)}`);
    expect(history).toContain(`"output":${JSON.stringify(INPUT)}`);
    expect(history).not.toContain('411526199001011260');
  });

  it('where it stands in the definition', async () => {
    const text = `{"QueryLanguage":"JSONata","StartAt":"Only","States":{"Only":{"Type":"Pass","Output":${INPUT},"End":true}}}`;
    expect(await output(text, '{}')).toBe(INPUT);
  });

  it('in a variable, over a wait, in a Map and a Parallel', async () => {
    const inner = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } });
    const machine = {
      StartAt: 'Keep',
      States: {
        Keep: { Type: 'Pass', Assign: { kept: '{% $states.input %}' }, Output: {}, Next: 'Wait' },
        Wait: { Type: 'Wait', Seconds: 5, Output: { items: '{% $kept.more %}' }, Next: 'Each' },
        Each: { Type: 'Map', Items: '{% $states.input.items %}', ItemProcessor: inner('In'), Next: 'Both' },
        Both: { Type: 'Parallel', Branches: [inner('Left'), inner('Right')], End: true },
      },
    };
    const items = `[${NUMBERS.join(',')}]`;
    expect(await output(machine)).toBe(`[${items},${items}]`);
  });

  it('to a function and back', async () => {
    const host = setup({ answer: () => ({ Payload: parseJson(INPUT) }) });
    const task = single({ Type: 'Task', Resource: FUNCTION, Arguments: { given: '{% $states.input %}' } });
    expect(await output(task, INPUT, host)).toBe(INPUT);
    expect(writeExactly(host.calls[0]?.arguments)).toContain(`{"given":${INPUT}}`);
  });

  it('by SendTaskSuccess', async () => {
    const host = setup();
    const arguments_ = { FunctionName: 'f', Payload: { token: '{% $states.context.Task.Token %}' } };
    const arn = await start(host, single({ Type: 'Task', Resource: LAMBDA_TOKEN, Arguments: arguments_ }));
    const [taskToken] = host.tokens();
    await host.service.handle('SendTaskSuccess', { taskToken, output: INPUT });
    expect((await host.describe(arn)).output).toBe(INPUT);
  });

  it('through a child execution', async () => {
    const host = setup();
    const child = await host.machine(single({ Type: 'Pass' }), 'child');
    const parent = single({
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Arguments: { StateMachineArn: child, Input: '{% $states.input %}' },
      Output: '{% $states.result.Output %}',
    });
    expect(await output(parent, INPUT, host)).toBe(INPUT);
  });

  it.each([
    ['each item', {}, NUMBERS.join(',')],
    ['a batch', { ItemBatcher: { MaxItemsPerBatch: 100 } }, `{"Items":[${NUMBERS.join(',')}]}`],
    [
      'what a selector makes',
      { ItemSelector: { id: '{% $states.context.Map.Item.Value %}' } },
      NUMBERS.map((number) => `{"id":${number}}`).join(','),
    ],
  ])('through the executions of a Distributed Map: %s', async (_what, more, results) => {
    const map = {
      Type: 'Map',
      Items: '{% $states.input.more %}',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'In',
        States: { In: { Type: 'Pass', End: true } },
      },
      ...more,
    };
    expect(await output(single(map))).toBe(`[${results}]`);
  });

  it('when the host comes back', async () => {
    const store = createMemoryStore();
    const first = setup({ store });
    const machine = single({ Type: 'Wait', Seconds: 60 });
    const made = await first.machine(machine);
    const { executionArn } = await first.service.handle('StartExecution', {
      stateMachineArn: made,
      input: INPUT,
    });
    await first.service.close();
    const second = setup({ store, clock: first.clock });
    await second.service.resume();
    await second.clock.runOut();
    expect((await second.describe(String(executionArn))).output).toBe(INPUT);
  });

  it('in a state under test', async () => {
    const definition = {
      QueryLanguage: 'JSONata',
      Type: 'Map',
      Items: '{% $states.input.more %}',
      ItemSelector: '{% $id %}',
      ItemProcessor: { StartAt: 'In', States: { In: { Type: 'Pass', End: true } } },
      End: true,
    };
    const answer = await setup().service.handle('TestState', {
      definition: JSON.stringify(definition),
      input: INPUT,
      variables: '{"id":411526199001011234}',
      mock: { result: `[${NUMBERS.join(',')}]` },
      context: '{"Execution":{"RedriveCount":1.0}}',
      inspectionLevel: 'DEBUG',
    });
    expect(answer).toMatchObject({
      output: `[${NUMBERS.join(',')}]`,
      inspectionData: {
        input: INPUT,
        afterItemSelector: `[${NUMBERS.map(() => '411526199001011234').join(',')}]`,
        variables: '{"id":411526199001011234}',
      },
    });
  });

  it('in an Express execution', async () => {
    const host = setup();
    const { stateMachineArn } = await host.service.handle('CreateStateMachine', {
      name: 'express',
      type: 'EXPRESS',
      definition: JSON.stringify({ QueryLanguage: 'JSONata', ...single({ Type: 'Pass' }) }),
      roleArn: ROLE,
    });
    const ended = await host.service.handle('StartSyncExecution', { stateMachineArn, input: INPUT });
    expect(ended.output).toBe(INPUT);
  });

  it('so that two that differ in their last digit are two inputs', async () => {
    const host = setup();
    const stateMachineArn = await host.machine(single({ Type: 'Wait', Seconds: 60 }));
    const begin = (input: string) =>
      host.service.handle('StartExecution', { stateMachineArn, name: 'one', input });
    await begin('{"id":411526199001011234}');
    await expect(begin('{"id":411526199001011235}')).rejects.toThrow('Execution Already Exists');
  });
});

describe('$parse of a text that is only named keeps whole numbers of 64 bits', () => {
  it.each([
    ['{"id":411526199001011234}', '{"id":411526199001011234}'],
    ['[9223372036854775807,-9223372036854775808]', '[9223372036854775807,-9223372036854775808]'],
    ['[9223372036854775808]', '[9223372036854776000]'],
    ['[1.0,1E5,-0,0.10]', '[1,100000,0,0.1]'],
    ['411526199001011234', '411526199001011234'],
    ['[1e400]', '["Infinity"]'],
  ])('%s is %s', async (text, result) => {
    const parse = single({ Type: 'Pass', Output: '{% $parse( $states.input.text ) %}' });
    expect(await output(parse, JSON.stringify({ text }))).toBe(result);
  });

  it('and fails on a text that is no JSON as before', async () => {
    const parse = single({ Type: 'Pass', Output: '{% $parse($states.input.text) %}' });
    expect(await output(parse, JSON.stringify({ text: '{"id":411526199001011234' }))).toContain(
      'Invalid JSON',
    );
  });

  it('not where the machine has a variable of that name, nor where more is done with it', async () => {
    const text = JSON.stringify({ text: '411526199001011234' });
    const more = single({ Type: 'Pass', Output: '{% [$parse($states.input.text)] %}' });
    expect(await output(more, text)).toBe('[411526199001011260]');
    const shadowed = {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { parse: 1 }, Next: 'B' },
        B: { Type: 'Pass', Output: '{% $parse($states.input.text) %}', End: true },
      },
    };
    expect(await output(shadowed, text)).toMatch(/^FAILED/);
  });
});

describe('whole numbers of 64 bits keep their digits where an expression only hands them on among others', () => {
  const input =
    '{"id":411526199001011234,"people":[{"n":1,"id":-411526199001011235},{"n":2,"id":9007199254740993}],"small":1.0}';
  const run = async (code: string, given = input) => {
    const text = await output(single({ Type: 'Pass', Output: `{% ${code} %}` }), given);
    return typeof text === 'string' ? text : '';
  };

  it.each([
    ['{"who": $states.input.id, "n": 1}', '{"who":411526199001011234,"n":1}'],
    ['[$states.input.id, 2]', '[411526199001011234,2]'],
    ['$merge([{"a": 1}, {"b": $states.input.id}])', '{"a":1,"b":411526199001011234}'],
    ['$states.input.people[n = 2].id', '9007199254740993'],
    ['$states.input.people.id', '[-411526199001011235,9007199254740993]'],
    ['$map($states.input.people, function($p) { {"of": $p.id} })[0]', '{"of":-411526199001011235}'],
    ['$exists($states.input.id) ? $states.input.id : 0', '411526199001011234'],
    ['($x := $states.input.id; {"x": $x})', '{"x":411526199001011234}'],
    ['{"small": $states.input.small}', '{"small":1}'],
  ])('%s', async (code, text) => {
    expect(await run(code)).toBe(text);
  });

  it.each([
    ['{"id": $states.input.id + 0}', '{"id":411526199001011260}'],
    [
      '{"id": $number("411526199001011234"), "too": $states.input.id}',
      '{"id":411526199001011260,"too":411526199001011260}',
    ],
    ['($f := $sum; {"id": $f([$states.input.id])})', '{"id":411526199001011260}'],
    ['[$states.input.id, 411526199001011235]', '[411526199001011260,411526199001011260]'],
  ])('not where it reckons: %s', async (code, text) => {
    expect(JSON.parse(await run(code))).toEqual(JSON.parse(text));
    expect(await run(code)).not.toContain('1234');
  });

  it('nor where two look the same to it', async () => {
    const two = '{"a":411526199001011234,"b":411526199001011235}';
    expect(await run('{"a": $states.input.a, "b": $states.input.b}', two)).not.toMatch(/123[45]/);
    const other = '{"a":411526199001011234,"b":411526199001011264}';
    expect(await run('{"a": $states.input.a, "b": $states.input.b}', other)).not.toMatch(/1234/);
    expect(await run('{"a": $states.input.a}', two)).not.toMatch(/1234/);
  });
});

describe('numbers that are reckoned with', () => {
  it.each([
    ['$states.input.id + 0', '411526199001011260'],
    ['$states.input.more[2] + 1', '2'],
    ['$states.input.more[3]', '100000'],
    ['$states.input.more[1] > 1', 'true'],
    ['$type($states.input.id)', '"number"'],
  ])('are doubles: %s is %s', async (code, text) => {
    expect(await output(single({ Type: 'Pass', Output: `{% ${code} %}` }))).toBe(text);
  });

  it('are numbers where a field asks for one', async () => {
    const text = `{"QueryLanguage":"JSONata","StartAt":"A","TimeoutSeconds":1E3,"States":{
      "A":{"Type":"Wait","Seconds":1.0,"Next":"B"},
      "B":{"Type":"Wait","Seconds":"{% $states.input.seconds %}","End":true}}}`;
    expect(await output(text, '{"seconds":1E1}')).toBe('{"seconds":1E1}');
  });

  it.each([
    ['"BackoffRate":1e400', 'Expected value of type Number at /States/A/Retry[0]/BackoffRate'],
    ['"IntervalSeconds":1.5E0', 'Expected value of type Integer at /States/A/Retry[0]/IntervalSeconds'],
    ['"MaxAttempts":1E9', 'Maximum value is 99999999 at /States/A/Retry[0]/MaxAttempts'],
  ])('are refused where a field does not take them: %s', async (field, problem) => {
    const text = `{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Task","Resource":"${FUNCTION}",
      "Retry":[{"ErrorEquals":["States.ALL"],${field}}],"End":true}}}`;
    await expect(output(text)).rejects.toThrow(problem);
  });

  it.each(['Retry":[1.0]', 'Catch":[1.0]', 'Credentials":1.0', 'Assign":1.0', 'Arguments":1.0,"Next":1.0'])(
    'are no objects, no lists and no texts: "%s',
    async (field) => {
      const text = (given: string) =>
        `{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Task","Resource":"${FUNCTION}","${given},"End":true}}}`;
      const words = async (given: string) =>
        String(await output(text(given)).catch((thrown: unknown) => thrown));
      expect(await words(field)).toBe(await words(field.replaceAll('1.0', '1')));
      expect(await words(field)).toContain('Expected value of type');
    },
  );

  it('are numbers to a service that asks for one', async () => {
    const host = setup();
    const machine = await host.machine(single({ Type: 'Pass' }), 'child');
    const list = single({
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:sfn:listExecutions',
      Arguments: { StateMachineArn: machine, MaxResults: '{% $states.input.most %}' },
      Output: '{% $states.result.Executions %}',
    });
    expect(await output(list, '{"most":1E1}', host)).toBe('[]');
  });

  it('are numbers to it within its lists too', async () => {
    const host = setup();
    const stateMachineArn = await host.machine(single({ Type: 'Pass' }), 'child');
    const { stateMachineVersionArn } = await host.service.handle('PublishStateMachineVersion', {
      stateMachineArn,
    });
    const make = single({
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:sfn:createStateMachineAlias',
      Arguments: {
        Name: 'live',
        RoutingConfiguration: [
          { StateMachineVersionArn: stateMachineVersionArn, Weight: '{% $states.input.weight %}' },
        ],
      },
      Output: '{% $states.result.StateMachineAliasArn %}',
    });
    expect(await output(make, '{"weight":100.0}', host)).toBe(`"${stateMachineArn}:live"`);
  });

  it('name their kind in an error', async () => {
    const said = await output(
      single({ Type: 'Map', Items: '{% $states.input.id %}', ItemProcessor: inner() }),
    );
    expect(said).toContain("Expected 'array', but was 'number' for value: 411526199001011234");
  });

  function inner() {
    return { StartAt: 'In', States: { In: { Type: 'Pass', End: true } } };
  }
});

describe('JSON text', () => {
  const number = fc.oneof(
    fc.double({ noNaN: true }).map(String),
    fc.bigInt().map(String),
    fc
      .tuple(fc.integer(), fc.nat(), fc.integer({ min: -400, max: 400 }))
      .map(([a, b, e]) => `${a}.${b}e${e}`),
    fc.constantFrom(...NUMBERS),
  );
  const numeric = number.filter((text) => /^-?\d/.test(text));
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      numeric,
      fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
      numeric.map((text) => JSON.stringify(`":${text}, [${text}`)),
      fc.constantFrom('null', 'true'),
      fc.array(tie('tree'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
      fc
        .dictionary(fc.string(), tie('tree'), { maxKeys: 4 })
        .map(
          (all) =>
            `{${Object.entries(all)
              .map(([name, text]) => `${JSON.stringify(name)}:${text}`)
              .join(',')}}`,
        )
        // A name that is an index would be moved to the front, by JSON.parse too.
        .filter((text) => !/"\d+":/.test(text)),
    ),
  }));

  it('comes back as it was', () => {
    fc.assert(fc.property(tree, (text) => expect(writeExactly(parseExactly(text))).toBe(text)));
  });

  it('means what JSON.parse says', () => {
    fc.assert(fc.property(tree, (text) => expect(plainCopy(parseJson(text))).toEqual(JSON.parse(text))));
  });

  it('holds a number as a double where that says the same', () => {
    expect(parseExactly('[1, 0.5, 123456789012345, 1.5, -3]')).toEqual([1, 0.5, 123456789012345, 1.5, -3]);
    expect(parseExactly('[1.0]')).toEqual([new ExactNumber('1.0')]);
  });

  it('fails as JSON.parse does', () => {
    expect(() => parseExactly('{"a":1.0,}')).toThrow(SyntaxError);
  });
});

describe('an expression that only names a value', () => {
  const names = fc.constantFrom('a', 'b', 'c', 'and', 'true', '__proto__', 'constructor');
  // As JSON text gives it: -0 would be a number of its own.
  const value = fc.jsonValue({ maxDepth: 4 }).map((any): Json => parseJson(JSON.stringify(any)));
  const tools = { now: 0, random: () => 0, uuid: () => '' };

  it('gives what JSONata gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(names, fc.dictionary(names, value)),
        fc.array(names),
        async (v, path) => {
          const code = ['$v', ...path].join('.');
          const short = handedOn(code, { v });
          if (short === undefined) return;
          // Brackets around it make it an expression like any other.
          expect(short).toEqual(await evaluateExpression(`(${code})`, 'Output', { v }, tools));
        },
      ),
    );
  });
});

test('a payload without such numbers is given to a function as it is', async () => {
  const host = setup();
  const task = {
    Type: 'Task',
    Resource: LAMBDA,
    Arguments: { FunctionName: 'f', Payload: '{% $states.input %}' },
  };
  await start(host, single(task), '{"n":5}');
  expect(host.calls[0]?.arguments).toEqual({ FunctionName: 'f', Payload: { n: 5 } });
});
