import { evaluateExpression } from '../../states-language/expressions/evaluate-expression.js';
import type { Json } from '../../states-language/json.js';
import { setup, single } from '../step-functions/setup.js';

const tools = { now: Date.parse('2026-03-02T01:02:03.004Z'), random: () => 0.25, uuid: () => 'uuid' };
const many = '[1..2000]';
const TIMEOUT = 'Expression evaluation timeout: Check for infinite loop';

function evaluate(code: string, bindings: Record<string, Json> = {}): Promise<Json> {
  return evaluateExpression(code, 'Output', bindings, tools);
}

/** The longest time in milliseconds that this thread could do nothing else until `job` was done. */
async function longestPause(job: Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 5);
  await job.catch(() => undefined);
  longest = Math.max(longest, performance.now() - last);
  clearInterval(timer);
  return longest;
}

const RUNAWAYS: readonly (readonly [what: string, code: string, why: string])[] = [
  ['a regular expression', `$contains('${'a'.repeat(35)}!', /^(a+)+$/)`, TIMEOUT],
  ['recursion without end', '($f := function($n) {$f($n + 1)}; $f(1))', TIMEOUT],
  ['recursion too deep', '($f := function($n) {1 + $f($n + 1)}; $f(1))', 'Stack overflow error'],
  ['maps within maps', `$map(${many}, function($a) {$map(${many}, function($b) {$a * $b})})`, TIMEOUT],
  ['a square of a list', '$distinct([1..300000])', TIMEOUT],
  ['a text of any length', "$length($pad('x', 400000000))", 'exceeded'],
  ['a text that doubles', "$reduce([1..40], function($t, $i) {$t & $t}, 'xx')", 'memory limit exceeded'],
  ['a list that doubles', '$reduce([1..40], function($t, $i) {$append($t, $t)}, [1, 2])', 'exceeded'],
  ['a range', '[1..10000000]', 'exceeded'],
];

describe('an expression that runs away fails, and nobody waits for it', () => {
  it.each(RUNAWAYS)('%s', async (_what, code, why) => {
    const job = evaluate(code);
    const pause = await longestPause(job);
    await expect(job).rejects.toMatchObject({ name: 'QueryError', location: 'Output' });
    await expect(job).rejects.toThrow(
      `The JSONata expression '${code}' specified for the field 'Output' threw an error during evaluation`,
    );
    await expect(job).rejects.toThrow(why);
    expect(pause).toBeLessThan(1_000);
  });

  it('much data and few steps', async () => {
    const items = Array.from({ length: 20_000 }, (_, index) => index);
    const job = evaluate('$states.input.items[$sum($states.input.items) > 1]', {
      states: { input: { items } },
    });
    expect(await longestPause(job)).toBeLessThan(1_000);
    await expect(job).rejects.toThrow(TIMEOUT);
  });

  it('others are evaluated meanwhile', async () => {
    const slow = evaluate(`$contains('${'a'.repeat(40)}!', /^(a+)+$/)`);
    const settled = jest.fn();
    void slow.catch(settled);
    expect(await evaluate('$match("ab", /b/).match')).toBe('b');
    expect(settled).not.toHaveBeenCalled();
    await expect(slow).rejects.toThrow(TIMEOUT);
  });
});

describe('an expression that might run away and does not gives the same in its thread', () => {
  it.each<[code: string, value: Json]>([
    ["$replace('a-b', /-/, '+')", 'a+b'],
    ["$split('a, b', /,\\s*/)", ['a', 'b']],
    ["$match('x1y2', /\\d/).match", ['1', '2']],
    ['($x := 2; $x * $v.n)', 10],
    ['$sort([3, 1, 2])', [1, 2, 3]],
    ['[1..3]', [1, 2, 3]],
    ['$sort([1])[0] + $random()', 1.25],
    ['$join([$uuid(), "!"])', 'uuid!'],
    ["$join([$now(), ''])", '2026-03-02T01:02:03.004Z'],
    ["$now('[Y]') & $pad('', 2)", '2026  '],
    ['($millis())', 1772413323004],
    ['$sort($range(1, 5, 2))', [1, 3, 5]],
    ["$append($parse('[1]'), [$hash('a', 'MD5')])", [1, '0cc175b9c0f1b6a831c399e269772661']],
    ["$map(['[1]', '[2]'], $parse)", [[1], [2]]],
    ['[1/0, ($x := null)]', ['Infinity', null]],
  ])('%s is %j', async (code, value) => {
    expect(await evaluate(code, { v: { n: 5 } })).toEqual(value);
  });

  it.each([
    ['($x := $sum)', 'returned an unsupported result type'],
    ['($x := $v.none)', 'returned nothing (undefined)'],
    ["($x := $parse('{'))", 'JSON'],
    ["($x := $eval('1'))", 'T1006: Attempted to invoke a non-function'],
    ['($x := $range(1, 360146, 1))', 'Expression evaluation memory limit exceeded'],
    ["$base64decode('?')", 'threw an internal error during evaluation. uuid'],
  ])('%s fails alike', async (code, why) => {
    await expect(evaluate(code, { v: { n: 5 } })).rejects.toThrow(why);
  });

  it.each([
    "$hash('a', 'SHA-3')",
    "$hash(1, 'MD5')",
    "$hash('a', 'MD5', 'b')",
    "$hash(function($x) {$x}, 'MD5')",
    "$parse('{')",
    '$range(1)',
    '$range(1, 360146, 1)',
    '$partition([1], -1)',
    '$uuid(1)',
  ])('%s fails there in the same words', async (code) => {
    const words = async (tried: string) => {
      const thrown: unknown = await evaluate(tried).catch((reason: unknown) => reason);
      return String(thrown).replace(tried, 'CODE');
    };
    expect(await words(`($x := ${code})`)).toBe(await words(code));
  });
});

it('its state fails as of any error of an expression, and can be caught', async () => {
  const host = setup();
  const runaway = `{% $contains('${'a'.repeat(35)}!', /^(a+)+$/) %}`;
  const slow = await host.machine({
    StartAt: 'Try',
    States: {
      Try: {
        Type: 'Parallel',
        Branches: [{ StartAt: 'Run', States: { Run: { Type: 'Pass', Output: runaway, End: true } } }],
        Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Caught' }],
        End: true,
      },
      Caught: { Type: 'Succeed', Output: '{% $states.input.Error %}' },
    },
  });
  const quick = await host.machine(single({ Type: 'Pass' }), 'quick');
  const started = host.start(slow);
  const other = await host.start(quick);
  expect(await host.describe(other)).toMatchObject({ status: 'SUCCEEDED' });
  const arn = await started;
  expect(await host.output(arn)).toBe('States.QueryEvaluationError');
  expect(await host.types(arn)).toContain('EvaluationFailed');
});
