import type { State, Machine } from '../definition/machine.js';
import { flowAt } from '../definition/machine.js';
import type { Draft } from '../execution/draft.js';
import type { Branches, Failure, StateRun, Thread } from '../execution/execution-state.js';
import { variableIn } from '../execution/variables.js';
import type { Scope } from '../expressions/evaluate-template.js';
import { namesUsed } from '../expressions/names-used.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';

/** Chance, from the edge. What it gives is stored, so that folding a history needs none. */
export interface Chance {
  /** In [0, 1). */
  random(): number;
  uuid(): string;
  /** A task token: unguessable, and it names the execution it belongs to. */
  token(): string;
}

/** One state of one thread, about to do its next step. */
export class Step<S extends State = State> {
  constructor(
    readonly machine: Machine,
    readonly draft: Draft,
    readonly chance: Chance,
    readonly threadId: string,
    readonly state: S,
  ) {}

  /** The same step, with its state's own type known. */
  as<Own extends State>(state: Own): Step<Own> {
    return new Step(this.machine, this.draft, this.chance, this.threadId, state);
  }

  get thread(): Thread {
    return this.draft.thread(this.threadId);
  }

  get run(): StateRun {
    return this.draft.run(this.threadId);
  }

  /** The scope of the state's expressions. `more` adds to `$states` (result, errorOutput), `context` to its context. */
  scope(more: JsonObject = {}, context: JsonObject = {}): Scope {
    const tools = { now: this.draft.now, random: () => this.chance.random(), uuid: () => this.chance.uuid() };
    // Many states have no expression at all: what none of them sees is not put together.
    const bind = (): Scope['bindings'] => {
      const states = { input: this.run.input, ...more, context: { ...this.contextObject(), ...context } };
      return { ...this.variables(), states };
    };
    let bindings: Scope['bindings'] | undefined;
    return {
      tools,
      get bindings() {
        return (bindings ??= bind());
      },
    };
  }

  /** Of the state's own expressions. Outer variables are read, a thread's own come first. */
  private variables(): JsonObject {
    const variables: Record<string, Json> = {};
    for (const name of namesUsed(this.state)) {
      let at: Thread | undefined = this.thread;
      let value = variableIn(at.variables, name);
      while (value === undefined && at?.parent !== undefined) {
        at = this.draft.thread(at.parent);
        value = variableIn(at.variables, name);
      }
      if (value !== undefined) variables[name] = value;
    }
    return variables;
  }

  /** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
  private contextObject(): JsonObject {
    const { facts, redrives } = this.draft.state;
    if (facts.contextObject !== undefined) return facts.contextObject;
    const { run } = this;
    const retryable =
      this.state.Type === 'Task' || this.state.Type === 'Map' || this.state.Type === 'Parallel';
    const item = this.item();
    return {
      Execution: {
        Id: facts.arn,
        Input: facts.input,
        StartTime: new Date(facts.startedAt).toISOString(),
        Name: facts.name,
        RoleArn: facts.roleArn,
        RedriveCount: redrives?.count ?? 0,
        ...(redrives === undefined ? {} : { RedriveTime: new Date(redrives.at).toISOString() }),
      },
      StateMachine: { Id: facts.machineArn, Name: facts.machineName },
      State: {
        Name: run.name,
        EnteredTime: new Date(run.enteredAt).toISOString(),
        ...(retryable ? { RetryCount: run.retryCount } : {}),
      },
      ...(item === undefined ? {} : { Map: { Item: item } }),
    };
  }

  /** The item of the innermost Map iteration this thread is in. */
  private item(): JsonObject | undefined {
    let at: Thread | undefined = this.thread;
    while (at !== undefined && !at.iteration)
      at = at.parent === undefined ? undefined : this.draft.thread(at.parent);
    if (at?.parent === undefined) return undefined;
    const phase = this.draft.thread(at.parent).state?.phase;
    return phase?.kind === 'branches' ? itemAt(phase.branches, at.index) : { Index: at.index, Value: null };
  }
}

/** `Map.Item` of the context object. */
export function itemAt({ inputs, keyed }: Pick<Branches, 'inputs' | 'keyed'>, index: number): JsonObject {
  const input = inputs[index] ?? null;
  if (keyed !== true || !isJsonObject(input)) return { Index: index, Value: input };
  return { Index: index, Key: input['Key'] ?? null, Value: input['Value'] ?? null };
}

/** The step of the state that `threadId` is in. */
export function stepOf(machine: Machine, draft: Draft, chance: Chance, threadId: string): Step {
  const { name } = draft.run(threadId);
  const state = flowAt(machine, draft.thread(threadId).path).states.get(name);
  if (state === undefined) throw new RangeError(`The definition has no state '${name}'`);
  return new Step(machine, draft, chance, threadId, state);
}

/**
 * The error output that catchers see and pass on. What was not told is null, but the cause of a time-out, which is
 * empty: recorded on AWS by LocalStack (test_sqs_failure_in_wait_for_task_tok_no_error_field, test_invoke_timeout).
 */
export function errorOutput({ error, cause }: Failure): JsonObject {
  const untold = error === 'States.Timeout' ? '' : null;
  return { Error: error ?? null, Cause: cause ?? untold };
}
