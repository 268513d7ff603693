import { AwsError } from '../../errors/aws-error.js';
import type { Flow, Machine, State } from '../../states-language/definition/machine.js';
import {
  isJsonArray,
  isJsonObject,
  parseJson,
  type Json,
  type JsonObject,
} from '../../states-language/json.js';
import { checkDefinition } from '../operations/definition-member.js';

/** A state where it stands. */
export interface TestedState {
  /** It starts at the state. */
  readonly machine: Machine;
  readonly name: string;
  readonly state: State;
  /** Whether it is part of what a Map does with an item. */
  readonly iterated: boolean;
}

/** The name of a state that is given without its machine. */
const ALONE = 'StateName';

function targetsOf(state: JsonObject): readonly string[] {
  const rules = [state.Catch, state.Choices].flatMap((given) => (isJsonArray(given) ? given : []));
  const next = rules.map((rule) => (isJsonObject(rule) ? rule.Next : undefined));
  return [state.Next, state.Default, ...next].flatMap((name) => (typeof name === 'string' ? [name] : []));
}

/** A machine around the state, in which the states that it names exist. */
function machineAround(text: string): string {
  let state: Json = null;
  try {
    state = parseJson(text);
  } catch {
    // Faults are told when it is read.
  }
  const targets = isJsonObject(state) ? new Set(targetsOf(state)) : new Set<string>();
  targets.delete(ALONE);
  const language =
    isJsonObject(state) && state.QueryLanguage === 'JSONata' ? '"QueryLanguage":"JSONata",' : '';
  const ends = [...targets].map(
    (name) => `${JSON.stringify(name)}:{"Type":"Succeed","QueryLanguage":"JSONata"}`,
  );
  return `{${language}"StartAt":"${ALONE}","States":{${[`"${ALONE}":${text}`, ...ends].join()}}}`;
}

function find(flow: Flow, name: string, iterated: boolean): TestedState | undefined {
  const own = flow.states.get(name);
  if (own !== undefined) {
    return { machine: { startAt: name, states: flow.states }, name, state: own, iterated };
  }
  for (const state of flow.states.values()) {
    const inner =
      state.Type === 'Map' ? [state.ItemProcessor] : state.Type === 'Parallel' ? state.Branches : [];
    for (const branch of inner) {
      const found = find(branch, name, iterated || state.Type === 'Map');
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/**
 * Reads the state to be tested: the definition itself, or the one named in a whole machine's, wherever it stands.
 * Rejects with InvalidDefinition, and ValidationException when the machine has no such state.
 */
export async function testedState(definition: string, name: string | undefined): Promise<TestedState> {
  const text = name === undefined ? machineAround(definition) : definition;
  const found = find(await checkDefinition(text), name ?? ALONE, false);
  if (found === undefined) throw new AwsError('ValidationException', 'State not found in definition');
  return found;
}

/** Whether a state of this name stands within a Map or Parallel. */
export function holds(state: State, name: string): boolean {
  const states = new Map([['', state]]);
  return state.Type === 'Map' || state.Type === 'Parallel'
    ? find({ startAt: '', states }, name, false) !== undefined
    : false;
}
