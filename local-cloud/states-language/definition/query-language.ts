import { isJsonArray, isJsonObject, textOf, type Json, type JsonObject } from '../json.js';
import type { Problem } from './problem.js';

export type QueryLanguage = 'JSONata' | 'JSONPath';

/**
 * JSONPath only when the field says exactly that; absent, it is inherited; anything else counts as JSONata, and is a
 * problem of its own ({@link languageProblem}). Measured on AWS by floci (issue 2968).
 */
export function languageOf(field: Json | undefined, inherited: QueryLanguage): QueryLanguage {
  if (field === undefined) return inherited;
  return field === 'JSONPath' ? 'JSONPath' : 'JSONata';
}

export function languageProblem(field: Json | undefined, location: string): readonly Problem[] {
  if (field === undefined || field === 'JSONata' || field === 'JSONPath') return [];
  const message =
    typeof field === 'string'
      ? 'Value should be one of the following: [JSONPath, JSONata]'
      : 'Expected value of type [STRING]';
  return [{ code: 'SCHEMA_VALIDATION_FAILED', message, location }];
}

const SELECTING = ['InputPath', 'OutputPath'];
const MAKING = [...SELECTING, 'ResultPath', 'Parameters'];
const RUNNING = [...MAKING, 'ResultSelector'];

/** The fields that only a JSONPath state has, by the type of the state. Measured on AWS by cdk-preflight (8 types, 50 fields). */
const JSONPATH_ONLY: Readonly<Record<string, readonly string[]>> = {
  Pass: [...MAKING, 'Result'],
  Task: [...RUNNING, 'TimeoutSecondsPath', 'HeartbeatSecondsPath'],
  Parallel: RUNNING,
  Map: [
    ...RUNNING,
    'ItemsPath',
    'MaxConcurrencyPath',
    'ToleratedFailureCountPath',
    'ToleratedFailurePercentagePath',
  ],
  Wait: [...SELECTING, 'SecondsPath', 'TimestampPath'],
  Choice: SELECTING,
  Succeed: SELECTING,
  Fail: ['ErrorPath', 'CausePath'],
};
/** Within a rule of a Choice, a catcher, and the parts of a Distributed Map. */
const JSONPATH_ONLY_WITHIN: Readonly<Record<string, readonly string[]>> = {
  Choices: ['Variable', 'And', 'Or', 'Not'],
  Catch: ['ResultPath'],
  ItemReader: ['Parameters'],
  ItemBatcher: ['MaxItemsPerBatchPath', 'MaxInputBytesPerBatchPath'],
  ResultWriter: ['Parameters'],
};
const COMPARISON =
  /^(Is(Null|Present|Numeric|String|Boolean|Timestamp)|StringMatches|(String|Numeric|Boolean|Timestamp)(Equals|LessThan|GreaterThan|LessThanEquals|GreaterThanEquals)(Path)?)$/;

/** Whether `field` at `path` within a state of this type is there in JSONPath only. */
export function isJsonPathOnly(type: string, path: readonly PropertyKey[], field: string): boolean {
  const [holder] = path;
  if (holder === undefined) return JSONPATH_ONLY[type]?.includes(field) ?? false;
  if (holder === 'Choices' && COMPARISON.test(field)) return true;
  return typeof holder === 'string' && (JSONPATH_ONLY_WITHIN[holder]?.includes(field) ?? false);
}

/** The fields that only a JSONata state has. */
const JSONATA_ONLY = ['Output', 'Arguments', 'Items'];

export function wrongLanguage(set: QueryLanguage, field: string): string {
  const other = set === 'JSONata' ? 'JSONPath' : 'JSONata';
  return `The QueryLanguage is set to '${set}', but field '${field}' is only supported for the '${other}' QueryLanguage`;
}

/** AWS's words on JSONata's fields in a JSONPath state. */
export function jsonataFieldsIn(state: JsonObject): readonly string[] {
  const rules = state.Choices;
  const conditions = Array.isArray(rules)
    ? rules.some((rule: Json) => isJsonObject(rule) && rule.Condition !== undefined)
    : false;
  return [
    ...JSONATA_ONLY.filter((field) => state[field] !== undefined),
    ...(conditions ? ['Condition'] : []),
  ].map((field) => wrongLanguage('JSONPath', field));
}

const SPEAKING_NO_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  Pass: ['Assign'],
  Succeed: [],
  Fail: ['Error', 'Cause'],
  Wait: ['Seconds', 'Timestamp', 'Assign'],
  Task: ['Resource', 'TimeoutSeconds', 'HeartbeatSeconds', 'Retry', 'Catch', 'Assign'],
  Parallel: ['Branches', 'Retry', 'Catch', 'Assign'],
};
const COMMON = ['Type', 'Comment', 'QueryLanguage', 'Next', 'End'];
const CATCHER = ['ErrorEquals', 'Next', 'Comment'];

/** Whether a value is the same in both languages: no expression, no key of a payload template. */
function isLiteral(value: Json): boolean {
  if (typeof value === 'string') return !value.startsWith('{%');
  if (isJsonArray(value)) return value.every(isLiteral);
  if (!isJsonObject(value)) return true;
  return Object.entries(value).every(([key, member]) => !key.endsWith('.$') && isLiteral(member));
}

/** Whether a state runs alike in both languages, as it has no field, and no text, that either would read. */
export function speaksNoLanguage(state: JsonObject): boolean {
  const own = SPEAKING_NO_LANGUAGE[textOf(state.Type)];
  const catchers = isJsonArray(state.Catch) ? state.Catch : [];
  return (
    own !== undefined &&
    Object.entries(state).every(
      ([field, value]) =>
        (COMMON.includes(field) || own.includes(field)) && (field === 'Branches' || isLiteral(value)),
    ) &&
    catchers.every(
      (catcher) => isJsonObject(catcher) && Object.keys(catcher).every((field) => CATCHER.includes(field)),
    )
  );
}
