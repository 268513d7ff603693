import * as fc from 'fast-check';
import { evaluateExpression } from '../../states-language/expressions/evaluate-expression.js';
import { evaluateText, evaluateTemplate } from '../../states-language/expressions/evaluate-template.js';
import type { Json } from '../../states-language/json.js';

const tools = {
  now: Date.parse('2026-03-02T01:02:03.004Z'),
  random: () => 0.25,
  uuid: () => '6f1c1c3e-8a58-4b3c-9d0a-111111111111',
};

function evaluate(code: string, bindings: Record<string, Json> = {}): Promise<Json> {
  return evaluateExpression(code, 'Output/v', bindings, tools);
}

/** A text that doubles so many times. */
function GROWING(times: number): string {
  return `($f := function($s, $n) { $n = 0 ? $s : $f($s & $s, $n - 1) }; $length($f('x', ${times})))`;
}

const MEMORY = ': Expression evaluation memory limit exceeded: Check for excessive memory usage';

describe('what expressions give', () => {
  test.each<[code: string, value: Json]>([
    ['1 + 1', 2],
    ['$states.input.a[b = 2]', { b: 2 }],
    ['$range(1, 9, 9)', 1],
    ['$range(1, 9, 4)', [1, 5, 9]],
    ['$range(-1.7, 2, 1)', [-1, 0, 1, 2]],
    ['$range(3, 1, -1)', [3, 2, 1]],
    ['$partition([1, 2, 3], 2)', [[1, 2], [3]]],
    ['$partition([1, 2, 3], 2.9)', [[1, 2], [3]]],
    ["$hash('a', 'MD5')", '0cc175b9c0f1b6a831c399e269772661'],
    ["$hash('a', 'SHA-1')", '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'],
    [
      "$hash('a', 'SHA-384')",
      '54a59b9f22b0b80880d8427e548b7c23abd873486e1f035dce9cd697e85175033caa88e6d57bc35efae0b5afd3145f31',
    ],
    ["$substring($hash('a', 'SHA-512'), 0, 32)", '1f40fc92da241694750979ee6cf582f2'],
    ["$hash('格', 'MD5') = $hash('格', 'MD5')", true],
    // java.util.Random's first number of a seed, as floci measured on AWS.
    ['$random(42)', 0.7275636800328681],
    ['$random(0)', 0.730967787376657],
    ['$random(0.9)', 0.730967787376657],
    ['$random(7)', 0.7306990420600421],
    // The fewest digits of a double, as floci measured on AWS.
    ['$string(1e20)', '100000000000000000000'],
    ['$string(-999999999999999868928)', '-999999999999999900000'],
    ['$string(9223372036854775808)', '9223372036854776000'],
    ['$base64decode("5qC8YQ==") = $base64decode("5qC8YQ")', true],
    ['("YQ==").$base64decode()', 'a'],
    ['$partition([1, 2, 3])', [[1, 2, 3]]],
    ["$map(['1', '2'], $parse)", [1, 2]],
    // The largest that AWS takes, by floci's measurements.
    ['$count([1..873782])', 873_782],
    ['$count($range(1, 360145, 1))', 360_145],
    [GROWING(22), 4_194_304],
    ['$parse("null")', null],
    ["$parse('[1]')", [1]],
    ["$hash('a', 'SHA-256')", 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb'],
    ['$parse(\'{"a": [1]}\')', { a: [1] }],
    ['$random()', 0.25],
    ['$uuid()', '6f1c1c3e-8a58-4b3c-9d0a-111111111111'],
    ['$now()', '2026-03-02T01:02:03.004Z'],
    ["$now('[Y]-[M01]')", '2026-03'],
    ['$millis()', 1772413323004],
    ['1/0', 'Infinity'],
    ['$states.input.n', null],
    ['$kept', { deep: [1] }],
    [Array(100).fill('1').join('+'), 100],
  ])('%s is %j', async (code, value) => {
    const states = { input: { a: [{ b: 1 }, { b: 2 }], n: null } };
    expect(await evaluate(code, { states, kept: { deep: [1] } })).toEqual(value);
  });

  test.each([
    '$states.context.n',
    '$states . context . n',
    '$states.`context`.n',
    '$states/* any */.context.n',
    "$lookup($states, 'context').n",
    '($s := $states; $s.context.n)',
    '$states.(context).n',
    '$states.*.n',
    '$states.input.a.%.%.context.n',
    '($f := function() { $states.context.n }; $f())',
    "$map(['context'], function($name) { $lookup($states, $name).n })",
    '$max([$states.input.none, $states.context.n])',
  ])('however it is written, %s reads the same', async (code) => {
    const states = { input: { a: 1 }, context: { n: 7 } };
    expect(await evaluate(code, { states })).toBe(7);
  });

  it('leaves a template as it is but for its expressions', async () => {
    const template = { a: '{% $x %}', b: ['{%$x%}', ' {% $x %} '], c: null, 'd.$': '$.x' };
    const value = await evaluateTemplate(template, 'Output', { bindings: { x: 7 }, tools });
    expect(value).toEqual({ a: 7, b: [7, ' {% $x %} '], c: null, 'd.$': '$.x' });
  });

  it('any JSON in a variable comes out as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        expect(await evaluate('{"v": $x}', { x: json })).toEqual({ v: json });
      }),
      { numRuns: 50 },
    );
  });
});

describe('what fails an evaluation', () => {
  test.each([
    ['$states.input.missing'],
    ['$'],
    ['$$'],
    ['bare'],
    ['$range(1, 3)'],
    ['$range(1, 3, -1)'],
    ['$partition([], 2)'],
    ['$partition([1], 0)'],
    ["$hash('a')"],
    ['$range(1, 3, 0)'],
    ['$partition([1, 2], -0.5)'],
    ['$parse()'],
  ])('%s gives nothing, and says so', async (code) => {
    await expect(evaluate(code, { states: { input: {} } })).rejects.toMatchObject({
      name: 'QueryError',
      location: 'Output/v',
      message: `The JSONata expression '${code}' specified for the field 'Output/v' returned nothing (undefined).`,
    });
  });

  test.each([
    ["$parse('{')", '. D3137: Invalid JSON'],
    ['$parse(1)', '. T0410: Argument 1 of function "parse" does not match function signature'],
    ["$parse('1', '2')", '. T0410: Argument 2 of function "parse" does not match function signature'],
    ['$range(1)', '. T0410: Argument 2 of function "range" does not match function signature'],
    ['$partition([1], -1)', '. D3137: Second argument must be zero or greater'],
    ['$partition(null, 2)', '. T0412: '],
    ["$hash('a', 'md5')", '. D3137: '],
    ["$hash(42, 'MD5')", '. T0410: Argument 1 of function "hash"'],
    ["$uuid('seed')", '. T0410: Argument 1 of function "uuid"'],
    ['$random(1, 2)', '. T0410: Argument 2 of function "random"'],
    ["$eval('1')", '. T1006: Attempted to invoke a non-function'],
    ['$abs("x")', '. T0410: Argument 1 of function "abs" does not match function signature'],
    [
      Array(101).fill('1').join('+'),
      ': Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive',
    ],
    ['($f := function($n) {$f($n)}; $f(1))', ': Expression evaluation timeout: Check for infinite loop'],
    ['$range(1, 360146, 1)', MEMORY],
    ['[1..873783] ~> $count()', MEMORY],
    ['$sum([1..900000])', MEMORY],
    [GROWING(23), MEMORY],
    ['$length($pad("", 7000000))', MEMORY],
  ])('%s throws, and the cause says why', async (code, why) => {
    await expect(evaluate(code)).rejects.toThrow(why);
    await expect(evaluate(code)).rejects.toThrow(
      `'${code}' specified for the field 'Output/v' threw an error during evaluation`,
    );
  });

  it.each(['!!!', 'YQ=', 'Y', 'YQ ==', 'Y-_Q'])(
    "$base64decode('%s') is an error of AWS's own",
    async (text) => {
      const code = `$base64decode('${text}')`;
      await expect(evaluate(code)).rejects.toThrow(
        `The JSONata expression '${code}' specified for the field 'Output/v' threw an internal error during evaluation. ${tools.uuid()}`,
      );
    },
  );

  it('an evaluation that lasts because others are under way is no runaway one', async () => {
    let now = 0;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => (now += 2_000));
    try {
      expect(await evaluate('$states.input.x + 1', { states: { input: { x: 1 } } })).toBe(2);
    } finally {
      clock.mockRestore();
    }
  });

  it('a result of the wrong kind names what was expected and what came', async () => {
    await expect(evaluateText('{% 1 %}', 'Cause', { bindings: {}, tools })).rejects.toThrow(
      "The JSONata expression '1' specified for the field 'Cause' returned an unexpected result type. Expected 'string', but was 'number' for value: 1",
    );
  });

  it('a function is no result', async () => {
    await expect(evaluate('function($x) {$x}')).rejects.toThrow('returned an unsupported result type');
    await expect(evaluate('{"f": $sum}')).rejects.toThrow('returned an unsupported result type');
    await expect(evaluate('$sum')).rejects.toThrow('returned an unsupported result type');
  });

  it('the place of an expression is written as AWS writes it', async () => {
    const template = { a: { b: [1, '{% $none %}'] } };
    await expect(evaluateTemplate(template, 'Output', { bindings: {}, tools })).rejects.toMatchObject({
      location: 'Output/a/b[1]',
    });
  });
});
