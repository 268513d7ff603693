/** The usage, in the units AWS bills. */
export interface Usage {
  readonly transitions: number;
  readonly invocations: number;
  /** Run time of functions as the machine measured it, rounded up to the millisecond a call. */
  readonly billedMilliseconds: number;
  readonly gigabyteSeconds: number;
  /** As the database reports them (`ConsumedCapacity`); a refused conditional write counts one unit. */
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly smsParts: number;
}

const NOTHING: Usage = {
  transitions: 0,
  invocations: 0,
  billedMilliseconds: 0,
  gigabyteSeconds: 0,
  readUnits: 0,
  writeUnits: 0,
  smsParts: 0,
};

/** Executions whose usage is kept, some 300 bytes each; that of others is in the total only. */
const KEPT_EXECUTIONS = 2000;

/** Counts usage in total and for each execution on whose behalf it happened: for those that used something last. */
export class Meters {
  private all: Usage = NOTHING;
  /** The one that used something last at the end. */
  private readonly executions = new Map<string, Usage>();
  private readonly nested = new Map<string, Set<string>>();

  constructor(private readonly keptExecutions = KEPT_EXECUTIONS) {}

  add(execution: string | undefined, used: Partial<Usage>): void {
    this.all = sum(this.all, used);
    if (execution === undefined) return;
    const now = sum(this.alone(execution), used);
    this.executions.delete(execution);
    this.executions.set(execution, now);
    if (this.executions.size > this.keptExecutions) this.forgetOldest();
  }

  /** From now on the usage of `parent` has that of `execution` in it, which it started and waits for. */
  nest(execution: string, parent: string): void {
    const siblings = this.nested.get(parent) ?? new Set();
    this.nested.set(parent, siblings.add(execution));
  }

  total(): Usage {
    return this.all;
  }

  /** The usage of an execution, with all that are nested in it. */
  of(execution: string): Usage {
    let used = this.alone(execution);
    for (const inner of this.nested.get(execution) ?? []) used = sum(used, this.of(inner));
    return used;
  }

  private forgetOldest(): void {
    for (const oldest of this.executions.keys()) {
      this.executions.delete(oldest);
      this.nested.delete(oldest);
      return;
    }
  }

  private alone(execution: string): Usage {
    return this.executions.get(execution) ?? NOTHING;
  }
}

function sum(before: Usage, used: Partial<Usage>): Usage {
  return {
    transitions: before.transitions + (used.transitions ?? 0),
    invocations: before.invocations + (used.invocations ?? 0),
    billedMilliseconds: before.billedMilliseconds + (used.billedMilliseconds ?? 0),
    gigabyteSeconds: before.gigabyteSeconds + (used.gigabyteSeconds ?? 0),
    readUnits: before.readUnits + (used.readUnits ?? 0),
    writeUnits: before.writeUnits + (used.writeUnits ?? 0),
    smsParts: before.smsParts + (used.smsParts ?? 0),
  };
}
