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
]);

type Test = (pattern: string, value: string) => boolean;

function testFor(operator: string): Test {
  if (operator.endsWith('Like') || operator.startsWith('Arn'))
    return (pattern, value) => fitsWildcards(pattern, value);
  if (operator.endsWith('IgnoreCase') || operator === 'Bool')
    return (pattern, value) => pattern.toLowerCase() === value.toLowerCase();
  return (pattern, value) => pattern === value;
}

function holdsForKey(
  operator: string,
  patterns: readonly string[],
  actual: readonly string[] | undefined,
): boolean {
  const [, quantifier, name = '', ifExists] = CONDITION_OPERATOR.exec(operator) ?? [];
  const present = actual !== undefined && actual.length > 0;
  if (name === 'Null') return patterns.some((pattern) => (pattern === 'true') === !present);
  const negated = name.includes('Not');
  if (!present)
    return (
      ifExists !== undefined || quantifier === 'ForAllValues' || (negated && quantifier !== 'ForAnyValue')
    );
  const test = testFor(name.replace('Not', ''));
  const fits = (value: string) => patterns.some((pattern) => test(pattern, value)) !== negated;
  return quantifier === 'ForAnyValue' ? actual.some(fits) : actual.every(fits);
}

/** Whether every condition of a statement holds for the request. */
export function conditionsHold(
  conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
  context: ConditionContext,
): boolean {
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, patterns]) =>
      holdsForKey(operator, patterns, context[key.toLowerCase()]),
    ),
  );
}
