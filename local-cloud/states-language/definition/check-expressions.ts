import { compile, expressionIn, parserMessage } from '../expressions/evaluate-expression.js';
import { isJsonArray, isJsonObject, textOf, type Json, type JsonObject } from '../json.js';
import type { Pieces } from '../pieces.js';
import type { Problem } from './problem.js';
import { readsRoot, statesMembers, topLevelNames } from './references.js';
import { UNCLOSED } from './values.js';

/** Members of `$states` in a field, beyond `input` and `context`. */
type More = 'result' | 'errorOutput';

/** The fields that are read as templates; the others keep a `{% %}` as text, as AWS does. */
const TEMPLATES =
  `Assign Arguments Output Items ItemSelector ItemBatcher Credentials MaxConcurrency ToleratedFailureCount
  ToleratedFailurePercentage TimeoutSeconds HeartbeatSeconds Seconds Timestamp Error Cause`.split(/\s+/);
const WITH_RESULT = new Set(['Task', 'Map', 'Parallel']);

/** A text in a template, where it stands, and what `$states` has there. */
type Found = readonly [text: string, location: string, more: readonly More[]];

/** Adds to `problems` the `{% %}` texts of a state that are no JSONata, or read what there is not. */
export function* checkExpressions(state: JsonObject, at: string, problems: Problem[]): Pieces<void> {
  for (const [text, location, more] of textsOf(state, at)) {
    problems.push(...inText(text, location, more));
    yield;
  }
}

function* textsOf(state: JsonObject, at: string): Iterable<Found> {
  const result: readonly More[] = WITH_RESULT.has(textOf(state.Type)) ? ['result'] : [];
  for (const field of TEMPLATES) {
    const more = field === 'Output' || field === 'Assign' ? result : [];
    yield* inTemplate(state[field], `${at}/${field}`, more);
  }
  yield* inRules(state.Choices, `${at}/Choices`, ['Condition', 'Output', 'Assign'], []);
  yield* inRules(state.Catch, `${at}/Catch`, ['Output', 'Assign'], ['errorOutput']);
  yield* inReaderOrWriter(state.ItemReader, `${at}/ItemReader`);
  yield* inReaderOrWriter(state.ResultWriter, `${at}/ResultWriter`);
}

function* inRules(
  rules: Json | undefined,
  at: string,
  fields: readonly string[],
  more: readonly More[],
): Iterable<Found> {
  if (!isJsonArray(rules)) return;
  for (const [index, rule] of rules.entries()) {
    if (!isJsonObject(rule)) continue;
    for (const field of fields) yield* inTemplate(rule[field], `${at}[${index}]/${field}`, more);
  }
}

/** The names of columns are no expressions. */
function* inReaderOrWriter(part: Json | undefined, at: string): Iterable<Found> {
  if (!isJsonObject(part)) return;
  const config = isJsonObject(part.ReaderConfig) ? part.ReaderConfig : {};
  yield* inTemplate(part.Arguments, `${at}/Arguments`, []);
  yield* inTemplate(config.MaxItems, `${at}/ReaderConfig/MaxItems`, []);
}

function* inTemplate(value: Json | undefined, at: string, more: readonly More[]): Iterable<Found> {
  if (typeof value === 'string') yield [value, at, more];
  else if (isJsonArray(value)) {
    for (const [index, item] of value.entries()) yield* inTemplate(item, `${at}[${index}]`, more);
  } else if (isJsonObject(value)) {
    for (const [name, member] of Object.entries(value)) yield* inTemplate(member, `${at}/${name}`, more);
  }
}

function inText(text: string, location: string, more: readonly More[]): readonly Problem[] {
  const code = expressionIn(text);
  if (code !== undefined) return inExpression(code, location, more);
  return text.startsWith('{%') ? [{ code: 'SCHEMA_VALIDATION_FAILED', message: UNCLOSED, location }] : [];
}

function inExpression(code: string, location: string, more: readonly More[]): readonly Problem[] {
  let tree: unknown;
  try {
    tree = compile(code).expression.ast();
  } catch (thrown) {
    return [{ code: 'INVALID_JSONATA_EXPRESSION', message: parserMessage(thrown), location }];
  }
  const there = new Set<string>(['input', 'context', ...more]);
  const missing = [...statesMembers(tree)].filter((member) => !there.has(member));
  const messages = [
    ...topLevelNames(tree).map((name) => `Reference to '${name}' at the top level is not supported.`),
    ...(readsRoot(tree) ? ["Reference to '$$' is not supported."] : []),
    ...missing.map((member) => `Field '$states.${member}' does not exist.`),
  ];
  return messages.map((message) => ({ code: 'UNSUPPORTED_JSONATA_EXPRESSION', message, location }));
}
