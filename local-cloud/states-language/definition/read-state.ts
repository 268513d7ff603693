import type * as z from 'zod';
import { exhausted } from '../exhausted.js';
import { isJsonArray, isJsonObject, type Json } from '../json.js';
import { readDistributed } from './distributed-map.js';
import type { ChoiceState, FailState, Flow, PassState, State, SucceedState, WaitState } from './machine.js';
import type { Problem } from './problem.js';
import { readResource } from './resource.js';
import * as schemas from './state-schemas.js';
import { syntaxProblems } from './syntax-problems.js';

interface Reading {
  readonly name: string;
  readonly state: Json;
  readonly at: string;
  /** Whether the machine is JSONata as a whole; else each state must say it is. */
  readonly jsonata: boolean;
  /** Reads the states within a Map or a Parallel. */
  readonly inner: (flow: Json | undefined, at: string) => Flow;
  readonly problems: Problem[];
}

type Parsed =
  | PassState
  | SucceedState
  | FailState
  | WaitState
  | ChoiceState
  | z.infer<typeof schemas.taskSchema>
  | z.infer<typeof schemas.parallelSchema>
  | z.infer<typeof schemas.mapSchema>;

const STATE_SCHEMAS: { readonly [Type in Parsed['Type']]: z.ZodType<Parsed> } = {
  Pass: schemas.passSchema,
  Succeed: schemas.succeedSchema,
  Fail: schemas.failSchema,
  Wait: schemas.waitSchema,
  Choice: schemas.choiceSchema,
  Task: schemas.taskSchema,
  Parallel: schemas.parallelSchema,
  Map: schemas.mapSchema,
};

function isStateType(type: Json | undefined): type is keyof typeof STATE_SCHEMAS {
  return typeof type === 'string' && Object.hasOwn(STATE_SCHEMAS, type);
}

/** `Choices`, 0, `Next` is written `Choices[0]/Next`. */
function place(at: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, step) => text + (typeof step === 'number' ? `[${step}]` : `/${String(step)}`),
    at,
  );
}

function issueMessage(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `Field '${key}' is not supported`).join(', ');
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) return `These fields are required`;
  return issue.message;
}

/** Reads one state, adding what is wrong with it to `problems`. */
export function readState(reading: Reading): State | undefined {
  const { name, state, at, problems } = reading;
  const complain = (message: string, location: string): undefined => {
    problems.push({ code: 'SCHEMA_VALIDATION_FAILED', message, location });
  };
  if (!isJsonObject(state) || !isStateType(state.Type)) {
    const types = Object.keys(STATE_SCHEMAS).join(', ');
    return complain(`Value is not a valid state: 'Type' must be one of [${types}]`, at);
  }
  if (name.length > 80) complain('A state name has at most 80 characters', at);
  if (state.QueryLanguage === 'JSONPath' && reading.jsonata) {
    return complain("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", at);
  }
  if (!reading.jsonata && state.QueryLanguage !== 'JSONata') {
    return complain("JSONPath is not supported by this host: set 'QueryLanguage' to 'JSONata'", at);
  }
  const parsed = STATE_SCHEMAS[state.Type].safeParse(state);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) complain(issueMessage(issue), place(at, issue.path));
    return undefined;
  }
  for (const problem of syntaxProblems(state, at)) problems.push(problem);
  return complete(parsed.data, reading);
}

function complete(state: Parsed, reading: Reading): State | undefined {
  switch (state.Type) {
    case 'Task': {
      const resource = readResource(state.Resource);
      if (resource !== undefined) return { ...state, Resource: resource };
      const message = `The resource provided '${state.Resource}' is not recognized or not supported by this host`;
      reading.problems.push({
        code: 'SCHEMA_VALIDATION_FAILED',
        message,
        location: `${reading.at}/Resource`,
      });
      return undefined;
    }
    case 'Parallel':
      return {
        ...state,
        Branches: jsonItems(reading.state).map((flow, index) =>
          reading.inner(flow, `${reading.at}/Branches[${index}]`),
        ),
      };
    case 'Map': {
      const flow = isJsonObject(reading.state) ? reading.state.ItemProcessor : undefined;
      const distributed = readDistributed(reading.state, (message, field) =>
        reading.problems.push({
          code: 'SCHEMA_VALIDATION_FAILED',
          message,
          location: `${reading.at}/${field}`,
        }),
      );
      return { ...state, ItemProcessor: reading.inner(flow, `${reading.at}/ItemProcessor`), distributed };
    }
    case 'Pass':
    case 'Succeed':
    case 'Fail':
    case 'Wait':
    case 'Choice':
      return state;
  }
  return exhausted(state);
}

function jsonItems(state: Json): readonly Json[] {
  const branches = isJsonObject(state) ? state.Branches : undefined;
  return isJsonArray(branches) ? branches : [];
}
