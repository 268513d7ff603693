import type { Pieces } from '../pieces.js';
import type { Flow, State } from './machine.js';
import type { Problem } from './problem.js';

const LONGEST_NAME = 80;

interface Assignment {
  /** Where, within the state: `Assign`, `Catch[0]/Assign`. */
  readonly field: string;
  readonly variables: readonly string[];
}

function assignmentsOf(state: State): readonly Assignment[] {
  const found: Assignment[] = [];
  const add = (field: string, assign: object | undefined) => {
    found.push({ field, variables: Object.keys(assign ?? {}) });
  };
  if ('Assign' in state) add('Assign', state.Assign);
  if ('Catch' in state) {
    state.Catch?.forEach((catcher, index) => add(`Catch[${index}]/Assign`, catcher.Assign));
  }
  if (state.Type === 'Choice') {
    state.Choices.forEach((rule, index) => add(`Choices[${index}]/Assign`, rule.Assign));
  }
  return found;
}

/** The fault of a variable's name, whatever is assigned elsewhere. */
function nameProblem(variable: string, location: string): Problem | undefined {
  if (variable === 'states') {
    const message = "Cannot assign to reserved variable '$states'.";
    return { code: 'RESERVED_VARIABLE_NAME', message, location };
  }
  const about = `Invalid variable name '${variable}': the variable name`;
  if (variable.length > LONGEST_NAME) {
    const message = `${about} exceeds the ${LONGEST_NAME}-character limit allowed by the service.`;
    return { code: 'INVALID_VARIABLE_NAME', message, location };
  }
  if (/^\p{ID_Start}\p{ID_Continue}*$/u.test(variable)) return undefined;
  const message = `${about} contains invalid characters.`;
  return { code: 'INVALID_VARIABLE_NAME', message, location };
}

/** The states within, each with the place of its flow. */
function innerFlows(state: State, place: string): readonly (readonly [flow: Flow, at: string])[] {
  if (state.Type === 'Map') return [[state.ItemProcessor, `${place}/${state.processor}`]];
  if (state.Type !== 'Parallel') return [];
  return state.Branches.map((branch, index) => [branch, `${place}/Branches[${index}]`] as const);
}

/** Whether a variable is assigned where a flow can read it. */
type Outer = (variable: string) => boolean;

/**
 * Every variable has a name it may have, and a branch or iteration, which reads outer variables, assigns none that a
 * state outside assigns.
 */
export function* checkNames(flow: Flow, at: string, outer: Outer, problems: Problem[]): Pieces<void> {
  const assigned = new Map([...flow.states].map(([name, state]) => [name, assignmentsOf(state)] as const));
  for (const [name, assignments] of assigned) {
    for (const { field, variables } of assignments) {
      for (const variable of variables) {
        const location = `${at}/States/${name}/${field}/${variable}`;
        const problem = nameProblem(variable, location);
        if (problem !== undefined) problems.push(problem);
        if (!outer(variable)) continue;
        const message = `The variable name '${variable}' was already defined in a parent scope.`;
        problems.push({ code: 'DUPLICATE_VARIABLE_NAME', message, location });
      }
    }
    yield;
  }
  const counts = counted([...assigned.values()].flat());
  for (const [name, state] of flow.states) {
    const inner = innerFlows(state, `${at}/States/${name}`);
    // The executions of a Distributed Map do not see the variables around it.
    const isApart = state.Type === 'Map' && state.distributed;
    // The catchers of a state come when its branches are over.
    const late = counted(assigned.get(name)?.filter(({ field }) => field.startsWith('Catch')) ?? []);
    const seen: Outer = (variable) =>
      (counts.get(variable) ?? 0) > (late.get(variable) ?? 0) || outer(variable);
    for (const [branch, place] of inner)
      yield* checkNames(branch, place, isApart ? () => false : seen, problems);
  }
}

/** How often each variable is assigned. */
function counted(assignments: readonly Assignment[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { variables } of assignments)
    for (const variable of variables) counts.set(variable, (counts.get(variable) ?? 0) + 1);
  return counts;
}

/** Names of states and of a Map's runs: none is too long, and none comes twice in the whole machine. */
const UNIQUE_NAMES = {
  State: { longest: LONGEST_NAME, invalid: 'INVALID_STATE_NAME', duplicate: 'DUPLICATE_STATE_NAME' },
  Label: { longest: 40, invalid: 'INVALID_LABEL_NAME', duplicate: 'DUPLICATE_LABEL_NAME' },
} as const;

/** White space, wildcards, brackets, special and control characters. */
const NOT_IN_LABELS = /[\s?*<>{}[\]:;,\\|^~$#%&`"\p{Cc}]/u;

class UniqueNames {
  private readonly known = { State: new Set<string>(), Label: new Set<string>() };

  constructor(private readonly problems: Problem[]) {}

  add(kind: keyof typeof UNIQUE_NAMES, name: string, location: string): void {
    const { longest, invalid, duplicate } = UNIQUE_NAMES[kind];
    const complain = (what: string) => {
      const message = `Invalid ${kind} name: ${name} ${what}`;
      this.problems.push({ code: invalid, message, location });
    };
    if (kind === 'Label' && NOT_IN_LABELS.test(name)) complain('contains invalid characters');
    if (name.length > longest) complain(`exceeds the ${longest}-character limit allowed by the service`);
    if (this.known[kind].has(name)) {
      this.problems.push({ code: duplicate, message: `Duplicate ${kind} name: ${name}`, location });
    }
    this.known[kind].add(name);
  }
}

export function* checkUniqueNames(machine: Flow, problems: Problem[]): Pieces<void> {
  const names = new UniqueNames(problems);
  function* check(flow: Flow, at: string): Pieces<void> {
    for (const [name, state] of flow.states) {
      const location = `${at}/States/${name}`;
      names.add('State', name, location);
      if (state.Type === 'Map' && state.Label !== undefined) {
        names.add('Label', state.Label, `${location}/Label`);
      }
      for (const [inner, place] of innerFlows(state, location)) yield* check(inner, place);
      yield;
    }
  }
  yield* check(machine, '');
}
