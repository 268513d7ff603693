import type { Flow, State } from './machine.js';
import type { Problem } from './problem.js';

/** Where a state may go, with the field that says so. */
export function transitionsOf(state: State): readonly (readonly [field: string, next: string])[] {
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

/** Every target exists, every state is reachable, and every state that must go on or end says which. */
export function checkTransitions(flow: Flow, at: string, problems: Problem[]): void {
  const missing = (target: string, location: string) => {
    if (flow.states.has(target)) return;
    problems.push({
      code: 'MISSING_TRANSITION_TARGET',
      message: `Missing 'Next' target: ${target}`,
      location,
    });
  };
  missing(flow.startAt, `${at}/StartAt`);
  const reached = reachable(flow);
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
    if ('End' in state || 'Next' in state || needsWayOut(state)) checkWayOut(state, place, problems);
    if (state.Type === 'Map') checkTransitions(state.ItemProcessor, `${place}/ItemProcessor`, problems);
    if (state.Type === 'Parallel') {
      state.Branches.forEach((branch, index) =>
        checkTransitions(branch, `${place}/Branches[${index}]`, problems),
      );
    }
  }
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

function needsWayOut(state: State): boolean {
  return state.Type !== 'Succeed' && state.Type !== 'Fail' && state.Type !== 'Choice';
}

function checkWayOut(state: State, location: string, problems: Problem[]): void {
  const goes = 'Next' in state && state.Next !== undefined;
  const ends = 'End' in state && state.End === true;
  if (goes === ends) {
    const message = `Exactly one of these fields is required: [Next, End]`;
    problems.push({ code: 'SCHEMA_VALIDATION_FAILED', message, location });
  }
}
