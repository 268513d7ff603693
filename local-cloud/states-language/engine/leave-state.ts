import { evaluateMembers, evaluateTemplate, type Scope } from '../expressions/evaluate-template.js';
import { ROOT_THREAD } from '../execution/execution-state.js';
import { exceedsPayloadLimit, writeJson, type Json, type JsonObject } from '../json.js';
import { joinBranch } from './branches.js';
import { enterState } from './enter-state.js';
import { FatalError, tooLarge } from './errors.js';
import { succeedExecution } from './finish-execution.js';
import type { Step } from './step.js';

/** How a state is left. */
export interface Leaving {
  readonly output: Json | undefined;
  readonly assign: JsonObject | undefined;
  /** The output when the definition gives none. */
  readonly otherwise: Json;
  readonly scope: Scope;
  /** Where the definition of this way out stands: empty, `Choices[0]/` or `Catch[1]/`. */
  readonly at: string;
  readonly next: string | undefined;
}

/** Evaluates Output and Assign (both see the values at entry), writes `...StateExited` and goes on. */
export async function leaveState(step: Step, leaving: Leaving): Promise<void> {
  const { draft, threadId, state } = step;
  if (state.Type === 'Fail') throw new RangeError('A Fail state is never left');
  const { at, scope } = leaving;
  const assigned = await evaluateMembers(Object.entries(leaving.assign ?? {}), `${at}Assign`, scope);
  const output =
    leaving.output === undefined
      ? leaving.otherwise
      : await evaluateTemplate(leaving.output, `${at}Output`, scope);
  const text = writeJson(output);
  const { name } = step.run;
  // One Assign may store as much as an output: passing data with variables, limits (developer guide).
  if (exceedsPayloadLimit(text) || exceedsPayloadLimit(writeJson(assigned)))
    throw new FatalError('States.DataLimitExceeded', tooLarge(name));
  const details = { name, output: text, outputDetails: { truncated: false }, ...assignedDetails(assigned) };
  const exited = draft.emit(threadId, `${state.Type}StateExited`, details);
  draft.change({ to: 'thread', thread: threadId, set: { exited } });
  if (leaving.assign !== undefined) draft.change({ to: 'assign', thread: threadId, variables: assigned });
  if (leaving.next !== undefined) return enterState(step.machine, draft, threadId, leaving.next, output);
  if (threadId === ROOT_THREAD) return succeedExecution(draft, output);
  return joinBranch(draft, threadId, output);
}

/** The new values as JSON texts; no members when nothing was assigned. */
function assignedDetails(assigned: JsonObject): JsonObject {
  const texts = Object.entries(assigned).map(([name, value]) => [name, writeJson(value)]);
  if (texts.length === 0) return {};
  return { assignedVariables: Object.fromEntries(texts), assignedVariablesDetails: { truncated: false } };
}
