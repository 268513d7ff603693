import type { AwaitedChild } from '../states-language/execution/effects.js';
import type { Stimulus } from '../states-language/execution/stimulus.js';
import { childOutcome } from './child-outcome.js';
import type { ExecutionRecord } from './records.js';

const keyOf = (parent: string, { thread, task }: AwaitedChild): string => `${parent} ${thread} ${task}`;

interface Watcher {
  readonly parent: string;
  readonly wait: AwaitedChild;
}

/** Which tasks of which executions wait for which child; told by names, so that nobody has to be in memory for it. */
export class ChildWatchers {
  private readonly byChild = new Map<string, Map<string, Watcher>>();

  constructor(private readonly tell: (parent: string, stimulus: Stimulus) => void) {}

  add(parent: string, wait: AwaitedChild): void {
    const watchers = this.byChild.get(wait.child) ?? new Map<string, Watcher>();
    this.byChild.set(wait.child, watchers.set(keyOf(parent, wait), { parent, wait }));
  }

  /** False when it does not wait any more. */
  remove(parent: string, wait: AwaitedChild): boolean {
    const watchers = this.byChild.get(wait.child);
    const known = watchers?.delete(keyOf(parent, wait)) ?? false;
    if (watchers?.size === 0) this.byChild.delete(wait.child);
    return known;
  }

  /** Tells everybody who waits for it. */
  closed(child: ExecutionRecord): void {
    for (const { parent, wait } of this.byChild.get(child.arn)?.values() ?? [])
      this.tellClosed(parent, wait, child);
  }

  /** Tells one who waits, if it still does. */
  tellClosed(parent: string, wait: AwaitedChild, child: ExecutionRecord): void {
    if (this.remove(parent, wait))
      this.tell(parent, childOutcome(child, wait.pattern, wait.thread, wait.task));
  }

  clear(): void {
    this.byChild.clear();
  }
}
