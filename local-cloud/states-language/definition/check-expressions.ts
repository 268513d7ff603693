import { compile, expressionIn, parserMessage } from '../expressions/evaluate-expression.js';
import { isJsonArray, isJsonObject, textOf, type Json, type JsonObject } from '../json.js';
import type { Problem } from './problem.js';
import { readsRoot, statesMembers, topLevelNames } from './references.js';
import { UNCLOSED } from './values.js';

/** What `$states` has in a field, beyond `input` and `context`. */
type More = 'result' | 'errorOutput';

/** The fields that are read as templates; the others keep a `{% %}` as text, as AWS does. */
const TEMPLATES =
  `Assign Arguments Output Items ItemSelector ItemBatcher Credentials MaxConcurrency ToleratedFailureCount
  ToleratedFailurePercentage TimeoutSeconds HeartbeatSeconds Seconds Timestamp Error Cause`.split(/\s+/);
const WITH_RESULT = new Set(['Task', 'Map', 'Parallel']);

/** The `{% %}` texts of a state that are no JSONata, or read what there is not. */
export function checkExpressions(state: JsonObject, at: string): readonly Problem[] {
  const result: readonly More[] = WITH_RESULT.has(textOf(state.Type)) ? ['result'] : [];
  return [
    ...TEMPLATES.flatMap((field) =>
      inTemplate(state[field], `${at}/${field}`, field === 'Output' || field === 'Assign' ? result : []),
    ),
    ...inRules(state.Choices, `${at}/Choices`, ['Condition', 'Output', 'Assign'], []),
    ...inRules(state.Catch, `${at}/Catch`, ['Output', 'Assign'], ['errorOutput']),
    ...inReaderOrWriter(state.ItemReader, `${at}/ItemReader`),
    ...inReaderOrWriter(state.ResultWriter, `${at}/ResultWriter`),
  ];
}

function inRules(
  rules: Json | undefined,
  at: string,
  fields: readonly string[],
  more: readonly More[],
): readonly Problem[] {
  if (!isJsonArray(rules)) return [];
  return rules.flatMap((rule, index) =>
    fields.flatMap((field) =>
      inTemplate(isJsonObject(rule) ? rule[field] : undefined, `${at}[${index}]/${field}`, more),
    ),
  );
}

/** The names of columns are no expressions. */
function inReaderOrWriter(part: Json | undefined, at: string): readonly Problem[] {
  if (!isJsonObject(part)) return [];
  const config = isJsonObject(part.ReaderConfig) ? part.ReaderConfig : {};
  return [
    ...inTemplate(part.Arguments, `${at}/Arguments`, []),
    ...inTemplate(config.MaxItems, `${at}/ReaderConfig/MaxItems`, []),
  ];
}

function inTemplate(value: Json | undefined, at: string, more: readonly More[]): readonly Problem[] {
  if (typeof value === 'string') return inText(value, at, more);
  if (isJsonArray(value)) return value.flatMap((item, index) => inTemplate(item, `${at}[${index}]`, more));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => inTemplate(member, `${at}/${name}`, more));
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
