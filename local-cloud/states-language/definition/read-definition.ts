import { isJsonObject, parseJson, type Json, type JsonObject } from '../json.js';
import { atOnce, inPieces, type Pieces } from '../pieces.js';
import { argumentProblems } from './required-arguments.js';
import { checkNames, checkUniqueNames } from './check-names.js';
import { checkTransitions } from './check-transitions.js';
import { fieldProblems } from './field-problems.js';
import { jsonProblem } from './json-problem.js';
import type { Flow, Machine, State } from './machine.js';
import { DefinitionError, type Problem } from './problem.js';
import { languageOf, languageProblem, type QueryLanguage } from './query-language.js';
import { readState } from './read-state.js';
import { repeatedStates } from './repeated-states.js';
import { amount, LONGEST_TIMEOUT_SECONDS, object, oneOf, text } from './values.js';

/** The fields of a machine beside its states; 0 seconds are taken, as on AWS. */
const machineFields = object({
  TimeoutSeconds: amount({ least: 0, most: LONGEST_TIMEOUT_SECONDS }).optional(),
  Version: oneOf(['1.0']).optional(),
  Comment: text.optional(),
});
const processorFields = object({
  Mode: oneOf(['INLINE', 'DISTRIBUTED']).optional(),
  ExecutionType: oneOf(['STANDARD', 'EXPRESS']).optional(),
});
const FLOW_FIELDS = ['StartAt', 'States', 'Comment'];
const MACHINE_FIELDS = [...FLOW_FIELDS, 'QueryLanguage', 'TimeoutSeconds', 'Version'];

/** Reads the Amazon States Language; throws {@link DefinitionError} with every problem found. */
export function readDefinition(text: string): Machine {
  return atOnce(readInPieces(text));
}

/**
 * Machines without a problem by their definitions, which come again and again: when a machine is made, published and
 * started. Nothing changes a machine.
 */
const accepted = new Map<string, Machine>();
const MOST_ACCEPTED = 64;
/** Longer ones are rare, and would be much to keep. */
const LONGEST_KEPT = 100_000;

function keep(text: string, machine: Machine): void {
  if (text.length > LONGEST_KEPT) return;
  const [oldest] = accepted.keys();
  if (oldest !== undefined && accepted.size >= MOST_ACCEPTED) accepted.delete(oldest);
  accepted.set(text, machine);
}

/** The same while others go on: a definition may have thousands of states. */
export async function readLongDefinition(text: string): Promise<Machine> {
  const known = accepted.get(text);
  if (known !== undefined) return known;
  const machine = await inPieces(readInPieces(text));
  keep(text, machine);
  return machine;
}

function* readInPieces(definitionText: string): Pieces<Machine> {
  const { machine, problems } = yield* read(definitionText);
  problems.push(...argumentProblems(machine));
  yield;
  if (problems.length === 0) {
    problems.push(...(yield* repeatedStates(definitionText)));
    yield* checkUniqueNames(machine, problems);
    yield* checkTransitions(machine, '', problems);
    yield* checkNames(machine, '', () => false, problems);
  }
  if (problems.length > 0) throw new DefinitionError(problems);
  return machine;
}

/**
 * Reads a definition that was accepted before, perhaps by an earlier version of this host that knew fewer of AWS's
 * rules: its executions go on, and only what cannot be run is a problem.
 */
export async function readAcceptedDefinition(definitionText: string): Promise<Machine> {
  const known = accepted.get(definitionText);
  if (known !== undefined) return known;
  const { machine, problems } = await inPieces(read(definitionText));
  const unreadable = problems.filter(({ code }) => code === 'SCHEMA_VALIDATION_FAILED');
  if (unreadable.length > 0) throw new DefinitionError(unreadable);
  return machine;
}

function* read(definitionText: string): Pieces<{ machine: Machine; problems: Problem[] }> {
  const problems: Problem[] = [];
  const definition = readText(definitionText);
  problems.push(...languageProblem(definition.QueryLanguage, '/QueryLanguage'));
  const { TimeoutSeconds, Version, Comment } = definition;
  const fields = machineFields.safeParse({ TimeoutSeconds, Version, Comment });
  if (!fields.success) problems.push(...fieldProblems(fields.error, definition, '', false));
  const flow = yield* readFlow({
    flow: definition,
    at: '',
    language: languageOf(definition.QueryLanguage, 'JSONPath'),
    known: MACHINE_FIELDS,
    problems,
  });
  return { machine: { ...flow, timeoutSeconds: fields.data?.TimeoutSeconds }, problems };
}

function readText(definition: string): JsonObject {
  let value: Json;
  try {
    value = parseJson(definition);
  } catch (thrown) {
    throw new DefinitionError([jsonProblem(definition, thrown)]);
  }
  if (isJsonObject(value)) return value;
  const message = 'Definition must be a valid JSON object';
  throw new DefinitionError([{ code: 'SCHEMA_VALIDATION_FAILED', message }]);
}

interface FlowReading {
  readonly flow: JsonObject;
  readonly at: string;
  /** The machine's: a Map or a Parallel does not hand its own on to the states within. */
  readonly language: QueryLanguage;
  readonly known: readonly string[];
  readonly problems: Problem[];
}

function* readFlow({ flow, at, language, known, problems }: FlowReading): Pieces<Flow> {
  const complain = (message: string, location = at || '/') => {
    problems.push({ code: 'SCHEMA_VALIDATION_FAILED', message, location });
  };
  const missing = ['States', 'StartAt'].filter((field) => flow[field] === undefined);
  if (missing.length > 0) complain(`These fields are required: [${missing.join(', ')}]`);
  for (const field of Object.keys(flow)) {
    if (!known.includes(field)) complain(`Field '${field}' is not supported`);
  }
  if (flow.StartAt !== undefined && typeof flow.StartAt !== 'string') {
    complain('Expected value of type [STRING]', `${at}/StartAt`);
  }
  if (flow.States !== undefined && !isJsonObject(flow.States)) {
    complain('Expected value of type [OBJECT]', `${at}/States`);
  }
  if (flow.ProcessorConfig !== undefined) {
    problems.push(...processorProblems(flow.ProcessorConfig, `${at}/ProcessorConfig`));
  }
  const states = new Map<string, State>();
  const inner = (nested: Json | undefined, place: string) => {
    const more = place.endsWith(']') ? FLOW_FIELDS : [...FLOW_FIELDS, 'ProcessorConfig'];
    const within = isJsonObject(nested) ? nested : {};
    return readFlow({ flow: within, at: place, language, known: more, problems });
  };
  for (const [name, state] of Object.entries(isJsonObject(flow.States) ? flow.States : {})) {
    const read = yield* readState({ name, state, at: `${at}/States/${name}`, language, inner, problems });
    if (read !== undefined) states.set(name, read);
    yield;
  }
  return { startAt: typeof flow.StartAt === 'string' ? flow.StartAt : '', states };
}

/** How a Map runs its items: an execution each (DISTRIBUTED) has a type, and else there is none. */
function processorProblems(config: Json, at: string): readonly Problem[] {
  const problem = (message: string, location = at): Problem => ({
    code: 'SCHEMA_VALIDATION_FAILED',
    message,
    location,
  });
  if (!isJsonObject(config)) return [problem('Expected value of type [OBJECT]')];
  const parsed = processorFields.safeParse(config);
  if (!parsed.success) return fieldProblems(parsed.error, config, at, false);
  const typed = parsed.data.ExecutionType !== undefined;
  if (parsed.data.Mode === 'DISTRIBUTED') {
    return typed ? [] : [problem('These fields are required: [ExecutionType]')];
  }
  return typed ? [problem("Field 'ExecutionType' is not supported")] : [];
}
