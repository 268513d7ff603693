import type { MapState } from '../../states-language/definition/machine.js';
import type { Trial } from '../../states-language/engine/trial.js';
import { evaluateTemplate, type Scope } from '../../states-language/expressions/evaluate-template.js';
import {
  isJsonObject,
  parseJson,
  present,
  writeJson,
  type Json,
  type JsonObject,
} from '../../states-language/json.js';
import type { TestRun } from './run-test.js';
import type { StateTest } from './state-test.js';

const SUCCEEDED = /^(?:Task|LambdaFunction|Activity)Succeeded$/;
const SCHEDULED = /^(?:Task|LambdaFunction|Activity)Scheduled$/;

/** The value of one of its members in an event of this kind. */
function told({ events }: Trial, type: RegExp, ...members: readonly string[]): Json | undefined {
  const details = events.find((event) => type.test(event.type))?.details ?? {};
  return members.map((member) => details[member]).find((value) => value !== undefined);
}

function afterArguments({ trial, branchInputs }: TestRun, { state }: StateTest): Json | undefined {
  if (!('Arguments' in state) || state.Arguments === undefined) return undefined;
  if (state.Type === 'Task') return told(trial, SCHEDULED, 'parameters', 'input');
  return branchInputs?.[0] === undefined ? undefined : writeJson(branchInputs[0]);
}

/** The variables that the test began with and what the state assigned; undefined when there are none. */
function variablesOf({ events }: Trial, { variables }: StateTest): string | undefined {
  const assigned = events.find(({ details }) => details?.assignedVariables !== undefined)?.details;
  const texts = isJsonObject(assigned?.assignedVariables) ? assigned.assignedVariables : {};
  const values = Object.entries(texts).map(([name, value]): [string, Json] => [
    name,
    typeof value === 'string' ? parseJson(value) : value,
  ]);
  const all = { ...variables, ...Object.fromEntries(values) };
  return Object.keys(all).length === 0 ? undefined : writeJson(all);
}

async function mapData({ branchInputs }: TestRun, state: MapState, scope: Scope): Promise<JsonObject> {
  if (branchInputs === undefined) return {};
  const value = async (field: 'MaxConcurrency' | 'ToleratedFailureCount' | 'ToleratedFailurePercentage') =>
    state[field] === undefined ? undefined : evaluateTemplate(state[field], field, scope);
  return present({
    afterItemSelector: state.ItemSelector === undefined ? undefined : writeJson([...branchInputs]),
    maxConcurrency: (await value('MaxConcurrency')) ?? 0,
    toleratedFailureCount: await value('ToleratedFailureCount'),
    toleratedFailurePercentage: await value('ToleratedFailurePercentage'),
  });
}

/** The scope that the fields of the state have seen: its input and the variables before it assigned any. */
function scopeOf({ input, variables }: StateTest, trial: Trial): Scope {
  const context = trial.state.facts.contextObject ?? {};
  const { startedAt: now } = trial.state.facts;
  const tools = { now, random: () => 0, uuid: () => '' };
  return { bindings: { ...variables, states: { input, context } }, tools };
}

/**
 * How the state's data went through it, as levels DEBUG and TRACE show it; the members that AWS's recorded answers have
 * for a state in JSONata.
 */
export async function inspectionData(
  run: TestRun,
  test: StateTest,
  errorDetails: JsonObject | undefined,
): Promise<JsonObject> {
  const { trial } = run;
  const { state, inputText } = test;
  return present({
    input: inputText,
    afterArguments: afterArguments(run, test),
    result: told(trial, SUCCEEDED, 'output'),
    variables: variablesOf(trial, test),
    errorDetails,
    ...(state.Type === 'Map' ? await mapData(run, state, scopeOf(test, trial)) : {}),
  });
}
