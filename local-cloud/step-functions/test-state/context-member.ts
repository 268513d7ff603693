import { AwsError } from '../../errors/aws-error.js';
import type { State } from '../../states-language/definition/machine.js';
import { isJsonObject, plainNumber, type Json, type JsonObject } from '../../states-language/json.js';

const TEXT = 'a string';
const NUMBER = 'a number';
const ANY = 'anything';

const FIELDS: Readonly<Record<string, Readonly<Record<string, typeof TEXT | typeof NUMBER | typeof ANY>>>> = {
  Execution: {
    Id: TEXT,
    Input: ANY,
    Name: TEXT,
    RoleArn: TEXT,
    StartTime: TEXT,
    RedriveCount: NUMBER,
    RedriveTime: TEXT,
  },
  State: { EnteredTime: TEXT, Name: TEXT, RetryCount: NUMBER },
  StateMachine: { Id: TEXT, Name: TEXT },
  Task: { Token: TEXT },
};

function invalid(problem: string): AwsError {
  return new AwsError('ValidationException', `Invalid Context object provided: ${problem}`);
}

function isA(value: Json, kind: string): boolean {
  return kind === ANY || typeof plainNumber(value) === (kind === TEXT ? 'string' : 'number');
}

function waits({ Type: type, ...state }: State): boolean {
  if (type !== 'Task' || !('Resource' in state)) return false;
  return (
    state.Resource.kind === 'activity' ||
    (state.Resource.kind === 'service' && state.Resource.pattern !== 'request')
  );
}

/** Throws AWS's ValidationException for a context object that the state could not have. */
export function checkContext(context: JsonObject, state: State): void {
  for (const [part, members] of Object.entries(context)) {
    if (part === 'Map') throw invalid("'Map' field is not supported when mocking a Context object");
    const fields = FIELDS[part];
    if (fields === undefined) throw invalid(`Field '${part}' is not allowed`);
    if (!isJsonObject(members)) throw invalid(`${part} must be an object`);
    for (const [name, value] of Object.entries(members)) {
      const kind = fields[name];
      if (kind === undefined) throw invalid(`Field '${name}' is not allowed`);
      if (!isA(value, kind)) throw invalid(`${part}.${name} must be ${kind}`);
    }
  }
  if (context.Task === undefined || waits(state)) return;
  throw invalid(
    "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern",
  );
}
