import { isJsonArray, isJsonObject, textOf, writeJson, type Json, type JsonObject } from '../json.js';
import type { Problem } from './problem.js';
import { isJsonPathOnly, jsonataFieldsIn } from './query-language.js';

/** The JSONata of a path: `$.a.b` of the input, `$$.Execution.Id` of the context, `$name` of a variable. */
function jsonataOf(path: string, root: string): string {
  if (path.startsWith('$$')) return `$states.context${path.slice(2)}`;
  if (path === '$' || path.startsWith('$.') || path.startsWith('$[')) return `${root}${path.slice(1)}`;
  return path;
}

const expression = (code: string) => `"{% ${code} %}"`;

/** A payload template, with `"x.$": "$.y"` written as JSONata; an intrinsic function is left to who reads it. */
function templateOf(template: Json, root: string): Json {
  if (isJsonArray(template)) return template.map((item) => templateOf(item, root));
  if (!isJsonObject(template)) return template;
  return Object.fromEntries(
    Object.entries(template).map(([name, value]) =>
      name.endsWith('.$') && typeof value === 'string'
        ? [name.slice(0, -2), `{% ${jsonataOf(value, root)} %}`]
        : [name, templateOf(value, root)],
    ),
  );
}

function written(field: string, template: Json, root: string): string {
  return `"${field}": ${writeJson(templateOf(template, root))}`;
}

function resultPath(value: Json, result: string): string {
  if (value === null) return `"Output": ${expression('$states.input')}`;
  const names = textOf(value).split('.').slice(1);
  const nested = names.reduceRight((inner, name) => `{'${name}': ${inner}}`, result);
  return names.length === 0
    ? `"Output": ${expression(result)}`
    : `"Output": ${expression(`$merge([$states.input, ${nested}])`)}`;
}

/** The JSONata to write instead of a JSONPath field. */
function insteadOf(type: string, field: string, value: Json): string {
  const result =
    type === 'Task' || type === 'Map' || type === 'Parallel' ? '$states.result' : '$states.input';
  switch (field) {
    case 'InputPath':
      return `${expression(jsonataOf(textOf(value), '$states.input'))} where the input is used`;
    case 'OutputPath':
      return `"Output": ${expression(jsonataOf(textOf(value), result))}`;
    case 'ResultPath':
      return resultPath(value, result);
    case 'ResultSelector':
      return written('Output', value, '$states.result');
    case 'Result':
      return `"Output": ${writeJson(value)}`;
    case 'Parameters': {
      const name = { Map: 'ItemSelector', Pass: 'Output' }[type] ?? 'Arguments';
      return written(name, value, '$states.input');
    }
    default:
      return `"${field.replace(/Path$/, '')}": ${expression(jsonataOf(textOf(value), '$states.input'))}`;
  }
}

const NEEDED = "JSONPath is not supported by this host: set 'QueryLanguage' to 'JSONata'";

/** A state in JSONPath: AWS takes it, this host does not. Each field of JSONPath's is named, with what to write instead. */
export function jsonPathProblems(state: JsonObject, at: string): readonly Problem[] {
  const type = textOf(state.Type);
  const problem = (message: string, location: string): Problem => ({
    code: 'SCHEMA_VALIDATION_FAILED',
    message,
    location,
  });
  const fields = Object.entries(state)
    .filter(([field]) => isJsonPathOnly(type, [], field))
    .map(([field, value]) =>
      problem(`${NEEDED} and write ${insteadOf(type, field, value)} instead of '${field}'`, `${at}/${field}`),
    );
  const rules = (isJsonArray(state.Choices) ? state.Choices : []).flatMap((rule, index) =>
    isJsonObject(rule) && Object.keys(rule).some((field) => isJsonPathOnly(type, ['Choices'], field))
      ? [problem(`${NEEDED} and write ${conditionOf(rule)} instead`, `${at}/Choices[${index}]`)]
      : [],
  );
  const foreign = jsonataFieldsIn(state).map((message) => problem(message, at));
  const found = [...fields, ...rules, ...foreign];
  return found.length > 0 ? found : [problem(NEEDED, at)];
}

const OPERATORS: readonly (readonly [comparison: RegExp, operator: string])[] = [
  [/LessThanEquals/, '<='],
  [/GreaterThanEquals/, '>='],
  [/LessThan/, '<'],
  [/GreaterThan/, '>'],
  [/Equals/, '='],
];

/** The condition of a rule that compares one variable; of another the form only. */
function conditionOf(rule: JsonObject): string {
  const { Variable: variable, Next: _next, Comment: _comment, Assign: _assign, ...rest } = rule;
  const [comparison, value] = Object.entries(rest)[0] ?? ['', null];
  const operator = OPERATORS.find(([pattern]) => pattern.test(comparison))?.[1];
  if (typeof variable !== 'string') return `"Condition": ${expression('...')} with 'and', 'or', $not(...)`;
  const left = jsonataOf(variable, '$states.input');
  if (comparison === 'IsPresent') {
    return `"Condition": ${expression(value === false ? `$not($exists(${left}))` : `$exists(${left})`)}`;
  }
  if (operator === undefined) return `"Condition": ${expression(`... ${left} ...`)}`;
  const right = comparison.endsWith('Path')
    ? jsonataOf(textOf(value), '$states.input')
    : writeJson(value).replaceAll('"', "'");
  return `"Condition": ${expression(`${left} ${operator} ${right}`)}`;
}
