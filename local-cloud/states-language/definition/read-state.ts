import type * as z from 'zod';
import { exhausted } from '../exhausted.js';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.js';
import { checkExpressions } from './check-expressions.js';
import { DISTRIBUTED_FIELDS } from './distributed-map.js';
import { fieldProblems } from './field-problems.js';
import { jsonPathProblems } from './jsonpath-advice.js';
import type { ChoiceState, FailState, Flow, PassState, State, SucceedState, WaitState } from './machine.js';
import type { Pieces } from '../pieces.js';
import type { Problem } from './problem.js';
import { languageOf, languageProblem, speaksNoLanguage, type QueryLanguage } from './query-language.js';
import { readResource } from './resource.js';
import * as schemas from './state-schemas.js';

interface Reading {
  readonly name: string;
  readonly state: Json;
  readonly at: string;
  /** The language of the machine; each state may say its own. */
  readonly language: QueryLanguage;
  /** Reads the states within a Map or a Parallel. */
  readonly inner: (flow: Json | undefined, at: string) => Pieces<Flow>;
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

/** Recorded on AWS by LocalStack in December 2025 (test_state, test_state_name_invalid_state_definition). */
const UNKNOWN_TYPE =
  "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]";

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

/** Reads one state, adding what is wrong with it to `problems`. */
export function* readState(reading: Reading): Pieces<State | undefined> {
  const { state, at, problems } = reading;
  const complain = (message: string, location: string): undefined => {
    problems.push({ code: 'SCHEMA_VALIDATION_FAILED', message, location });
  };
  if (!isJsonObject(state)) return complain('Expected value of type [OBJECT]', at);
  if (state.Type === undefined) return complain('These fields are required: [Type]', at);
  if (!isStateType(state.Type)) {
    const isText = typeof state.Type === 'string';
    return complain(isText ? UNKNOWN_TYPE : 'Expected value of type [STRING]', `${at}/Type`);
  }
  const language = languageOf(state.QueryLanguage, reading.language);
  const reverted = language === 'JSONPath' && reading.language === 'JSONata';
  if (reverted) {
    complain("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", at);
  } else if (language === 'JSONPath' && !speaksNoLanguage(state)) {
    problems.push(...jsonPathProblems(state, at));
    return undefined;
  }
  const found = [
    ...wayOutProblems(state, at),
    ...languageProblem(state.QueryLanguage, `${at}/QueryLanguage`),
  ];
  const parsed = STATE_SCHEMAS[state.Type].safeParse(state);
  const fields = parsed.success ? [] : fieldProblems(parsed.error, state, at, !reverted);
  for (const problem of [...fields, ...found]) problems.push(problem);
  if (!reverted) yield* checkExpressions(state, at, problems);
  return parsed.success ? yield* complete(parsed.data, state, reading) : undefined;
}

/** Fields of which a state has exactly one. */
function wayOutProblems(state: JsonObject, at: string): readonly Problem[] {
  const problem = (message: string): Problem => ({
    code: 'SCHEMA_VALIDATION_FAILED',
    message,
    location: at,
  });
  const exactlyOne = (there: readonly boolean[], fields: string): readonly Problem[] => {
    const count = there.filter(Boolean).length;
    if (count === 0)
      return [problem(`This object should have only one of the following fields: [${fields}]`)];
    return count === 1 ? [] : [problem(`There should only be one of the following fields: [${fields}]`)];
  };
  const has = (field: string) => state[field] !== undefined;
  const goesOn = state.Type !== 'Choice' && state.Type !== 'Succeed' && state.Type !== 'Fail';
  return [
    ...(goesOn ? exactlyOne([has('Next'), state.End === true], 'Next, End') : []),
    ...(state.Type === 'Map'
      ? exactlyOne([has('ItemProcessor'), has('Iterator')], 'ItemProcessor, Iterator')
      : []),
    ...(state.Type === 'Wait'
      ? exactlyOne(
          [has('SecondsPath'), has('Seconds'), has('TimestampPath'), has('Timestamp')],
          'SecondsPath, Seconds, TimestampPath, Timestamp',
        )
      : []),
  ];
}

/** A Map whose iterations are no executions of their own writes no files and has no label. */
function inlineProblems(state: JsonObject, location: string): readonly Problem[] {
  return DISTRIBUTED_FIELDS.filter((field) => state[field] !== undefined).map((field) => ({
    code: 'SCHEMA_VALIDATION_FAILED',
    message: `Field '${field}' is not supported`,
    location,
  }));
}

const UNRECOGNIZED =
  'The value is not a valid resource ARN, or the resource is not available in this region.';

function* complete(state: Parsed, raw: JsonObject, reading: Reading): Pieces<State | undefined> {
  const complain = (message: string, field: string) => {
    const location = `${reading.at}/${field}`;
    reading.problems.push({ code: 'SCHEMA_VALIDATION_FAILED', message, location });
  };
  switch (state.Type) {
    case 'Task': {
      const resource = readResource(state.Resource);
      if (resource?.kind === 'activity' && state.Credentials !== undefined)
        complain("The field 'Credentials' is not supported for activities", 'Credentials');
      if (resource !== undefined) return { ...state, Resource: resource };
      const message = state.Resource.startsWith('arn:')
        ? `The resource provided ${state.Resource} is not recognized. ${UNRECOGNIZED}`
        : 'Value is not a valid resource ARN';
      complain(message, 'Resource');
      return undefined;
    }
    case 'Parallel': {
      const branches: Flow[] = [];
      for (const [index, flow] of (isJsonArray(raw.Branches) ? raw.Branches : []).entries())
        branches.push(yield* reading.inner(flow, `${reading.at}/Branches[${index}]`));
      return { ...state, Branches: branches };
    }
    case 'Map': {
      const processor = raw.ItemProcessor === undefined ? 'Iterator' : 'ItemProcessor';
      const flow = raw[processor];
      if (flow === undefined) return undefined;
      const config = isJsonObject(flow) && isJsonObject(flow.ProcessorConfig) ? flow.ProcessorConfig : {};
      const distributed = config.Mode === 'DISTRIBUTED';
      const express = distributed && config.ExecutionType === 'EXPRESS';
      if (!distributed) reading.problems.push(...inlineProblems(raw, reading.at));
      const ItemProcessor = yield* reading.inner(flow, `${reading.at}/${processor}`);
      return { ...state, ItemProcessor, processor, distributed, express };
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
