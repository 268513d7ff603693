import type { Flow, State } from './machine.js';
import type { Problem } from './problem.js';

function assignmentsOf(state: State): readonly (readonly [field: string, names: readonly string[]])[] {
  const found: (readonly [string, readonly string[]])[] = [];
  if ('Assign' in state && state.Assign !== undefined) found.push(['Assign', Object.keys(state.Assign)]);
  if ('Catch' in state) {
    state.Catch?.forEach((catcher, index) =>
      found.push([`Catch[${index}]/Assign`, Object.keys(catcher.Assign ?? {})]),
    );
  }
  if (state.Type === 'Choice') {
    state.Choices.forEach((rule, index) =>
      found.push([`Choices[${index}]/Assign`, Object.keys(rule.Assign ?? {})]),
    );
  }
  return found;
}

/** A branch or iteration reads outer variables but may not assign a name that an outer scope assigns. */
export function checkNames(flow: Flow, at: string, outer: ReadonlySet<string>, problems: Problem[]): void {
  const own = new Set(outer);
  for (const [name, state] of flow.states) {
    for (const [field, names] of assignmentsOf(state)) {
      for (const variable of names) {
        own.add(variable);
        if (!outer.has(variable)) continue;
        const message = `The variable '${variable}' is assigned in an outer scope and can not be assigned here`;
        problems.push({
          code: 'SCHEMA_VALIDATION_FAILED',
          message,
          location: `${at}/States/${name}/${field}`,
        });
      }
    }
  }
  for (const [name, state] of flow.states) {
    const place = `${at}/States/${name}`;
    if (state.Type === 'Map') {
      // The executions of a Distributed Map do not see the variables around it.
      const seen = state.distributed === undefined ? own : new Set<string>();
      checkNames(state.ItemProcessor, `${place}/ItemProcessor`, seen, problems);
    }
    if (state.Type === 'Parallel') {
      state.Branches.forEach((branch, index) =>
        checkNames(branch, `${place}/Branches[${index}]`, own, problems),
      );
    }
  }
}
