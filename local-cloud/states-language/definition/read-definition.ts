import * as z from 'zod';
import { isJsonObject, parseJson, type Json, type JsonObject } from '../json.js';
import { checkNames } from './check-names.js';
import { checkTransitions } from './check-transitions.js';
import type { Flow, Machine, State } from './machine.js';
import { DefinitionError, type Problem } from './problem.js';
import { readState } from './read-state.js';
import { LONGEST_TIMEOUT_SECONDS } from './state-schemas.js';

const machineFields = z.looseObject({
  TimeoutSeconds: z.number().int().min(1).max(LONGEST_TIMEOUT_SECONDS).optional(),
  Version: z.literal('1.0').optional(),
  Comment: z.string().optional(),
});
const FLOW_FIELDS = new Set(['StartAt', 'States', 'Comment', 'QueryLanguage', 'ProcessorConfig']);
const MACHINE_FIELDS = new Set([...FLOW_FIELDS, 'TimeoutSeconds', 'Version']);

/** Reads the Amazon States Language; throws {@link DefinitionError} with every problem found. */
export function readDefinition(text: string): Machine {
  const problems: Problem[] = [];
  const definition = readText(text);
  const language = definition.QueryLanguage;
  const fields = machineFields.safeParse(definition);
  if (!fields.success) {
    problems.push({
      code: 'SCHEMA_VALIDATION_FAILED',
      message: fields.error.issues[0]?.message ?? '',
      location: '/',
    });
  }
  const flow = readFlow(definition, '', language === 'JSONata', MACHINE_FIELDS, problems);
  if (problems.length === 0) {
    checkTransitions(flow, '', problems);
    checkNames(flow, '', new Set(), problems);
  }
  if (problems.length > 0) throw new DefinitionError(problems);
  return { ...flow, timeoutSeconds: fields.data?.TimeoutSeconds };
}

function readText(text: string): JsonObject {
  let value: Json;
  try {
    value = parseJson(text);
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    throw new DefinitionError([{ code: 'INVALID_JSON_DESCRIPTION', message, location: '' }]);
  }
  if (isJsonObject(value)) return value;
  const message = 'Definition must be a valid JSON object';
  throw new DefinitionError([{ code: 'SCHEMA_VALIDATION_FAILED', message, location: '' }]);
}

function readFlow(
  flow: JsonObject,
  at: string,
  jsonata: boolean,
  known: ReadonlySet<string>,
  problems: Problem[],
): Flow {
  const complain = (message: string, location = at || '/') => {
    problems.push({ code: 'SCHEMA_VALIDATION_FAILED', message, location });
  };
  const missing = ['States', 'StartAt'].filter((field) => flow[field] === undefined);
  if (missing.length > 0) complain(`These fields are required: [${missing.join(', ')}]`);
  for (const field of Object.keys(flow)) if (!known.has(field)) complain(`Field '${field}' is not supported`);
  const states = new Map<string, State>();
  const inner = (nested: Json | undefined, place: string) =>
    readFlow(isJsonObject(nested) ? nested : {}, place, jsonata, FLOW_FIELDS, problems);
  for (const [name, state] of Object.entries(isJsonObject(flow.States) ? flow.States : {})) {
    const read = readState({ name, state, at: `${at}/States/${name}`, jsonata, inner, problems });
    if (read !== undefined) states.set(name, read);
  }
  return { startAt: typeof flow.StartAt === 'string' ? flow.StartAt : '', states };
}
