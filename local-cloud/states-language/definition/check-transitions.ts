import type { Pieces } from '../pieces.js';
import type { Flow, State } from './machine.js';
import type { Problem } from './problem.js';

/** Where a state may go, with the field that says so. */
function transitionsOf(state: State): readonly (readonly [field: string, next: string])[] {
  const found: (readonly [string, string])[] = [];
  if ('Next' in state && state.Next !== undefined) found.push(['Next', state.Next]);
  if ('Catch' in state)
    state.Catch?.forEach((catcher, index) => found.push([`Catch[${index}]/Next`, catcher.Next]));
  if (state.Type === 'Choice') {
    state.Choices.forEach((rule, index) => found.push([`Choices[${index}]/Next`, rule.Next]));
    if (state.Default !== undefined) found.push(['Default', state.Default]);
  }
  return found;
}

/** Every target exists, and every state is reachable. */
export function* checkTransitions(flow: Flow, at: string, problems: Problem[]): Pieces<void> {
  const missing = (target: string, location: string) => {
    if (flow.states.has(target)) return;
    problems.push({
      code: 'MISSING_TRANSITION_TARGET',
      message: `Missing 'Next' target: ${target}`,
      location,
    });
  };
  missing(flow.startAt, `${at}/StartAt`);
  // Of the machine as a whole only: a branch that never ends is taken. AWS then says nothing of what is not reached.
  const endless = at === '' && ![...flow.states.values()].some(isTerminal);
  const reached = endless ? new Set(flow.states.keys()) : reachable(flow);
  for (const [name, state] of flow.states) {
    const place = `${at}/States/${name}`;
    for (const [field, next] of transitionsOf(state)) missing(next, `${place}/${field}`);
    if (!reached.has(name)) {
      problems.push({
        code: 'MISSING_TRANSITION_TARGET',
        message: `State "${name}" is not reachable.`,
        location: place,
      });
    }
    if (state.Type === 'Map')
      yield* checkTransitions(state.ItemProcessor, `${place}/${state.processor}`, problems);
    if (state.Type === 'Parallel') {
      for (const [index, branch] of state.Branches.entries())
        yield* checkTransitions(branch, `${place}/Branches[${index}]`, problems);
    }
    yield;
  }
  if (endless) problems.push({ code: 'MISSING_END_STATE', message: 'Workflow has no terminal state' });
}

function isTerminal(state: State): boolean {
  return state.Type === 'Succeed' || state.Type === 'Fail' || ('End' in state && state.End === true);
}

function reachable(flow: Flow): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [flow.startAt];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const state = flow.states.get(name);
    if (state === undefined || reached.has(name)) continue;
    reached.add(name);
    for (const [, next] of transitionsOf(state)) waiting.push(next);
  }
  return reached;
}
