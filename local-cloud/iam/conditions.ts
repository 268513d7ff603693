import { fitsWildcards } from './wildcards.js';

/** Condition keys of a request (lower case, for example `dynamodb:leadingkeys`) with their values. */
export type ConditionContext = Readonly<Record<string, readonly string[]>>;

/** The operators that the host evaluates. A policy with another one is refused when it is deployed. */
export const CONDITION_OPERATOR =
  /^(?:(ForAllValues|ForAnyValue):)?(String(?:Not)?(?:Equals|EqualsIgnoreCase|Like)|Arn(?:Not)?(?:Equals|Like)|Bool|Null)(IfExists)?$/;

/**
 * The condition keys that the host can fill in. Without this list a condition on another key would look as if the
 * key were absent, and some operators take that for a yes.
 */
export const CONDITION_KEYS: ReadonlySet<string> = new Set([
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:securetransport',
  'dynamodb:leadingkeys',
  'states:statemachinequalifier',
]);

type Test = (pattern: string, value: string) => boolean;

function testFor(operator: string): Test {
  if (operator.endsWith('Like') || operator.startsWith('Arn'))
    return (pattern, value) => fitsWildcards(pattern, value);
  if (operator.endsWith('IgnoreCase') || operator === 'Bool')
    return (pattern, value) => pattern.toLowerCase() === value.toLowerCase();
  return (pattern, value) => pattern === value;
}

type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
type Check = (context: ConditionContext) => boolean;

function checkOf(operator: string, key: string, patterns: readonly string[]): Check {
  const [, quantifier, name = '', ifExists] = CONDITION_OPERATOR.exec(operator) ?? [];
  const known = key.toLowerCase();
  if (name === 'Null') {
    return ({ [known]: actual = [] }) =>
      patterns.some((pattern) => (pattern === 'true') === (actual.length === 0));
  }
  const negated = name.includes('Not');
  const whenAbsent =
    ifExists !== undefined || quantifier === 'ForAllValues' || (negated && quantifier !== 'ForAnyValue');
  const test = testFor(name.replace('Not', ''));
  const fits = (value: string) => patterns.some((pattern) => test(pattern, value)) !== negated;
  return ({ [known]: actual = [] }) => {
    if (actual.length === 0) return whenAbsent;
    return quantifier === 'ForAnyValue' ? actual.some(fits) : actual.every(fits);
  };
}

/** A policy's conditions never change, and are asked for with every call. */
const checks = new WeakMap<Conditions, readonly Check[]>();

function checksOf(conditions: Conditions): readonly Check[] {
  let known = checks.get(conditions);
  if (known === undefined) {
    known = Object.entries(conditions).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, patterns]) => checkOf(operator, key, patterns)),
    );
    checks.set(conditions, known);
  }
  return known;
}

/** Whether every condition of a statement holds for the request. */
export const conditionsHold = (conditions: Conditions, context: ConditionContext): boolean =>
  checksOf(conditions).every((holds) => holds(context));
