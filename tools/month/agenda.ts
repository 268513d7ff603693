/** Something a person will do. */
export interface Intent {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Decides between two of the same moment, so that a seed always gives the same month. */
  readonly name: string;
  readonly act: () => Promise<void>;
}

const isBefore = (a: Intent, b: Intent): boolean => a.at < b.at || (a.at === b.at && a.name < b.name);

/** The plans of all people, soonest first. */
export class Agenda {
  /** Latest first, so that taking the next one is cheap. */
  private readonly intents: Intent[] = [];

  add(intent: Intent): void {
    let low = 0;
    let high = this.intents.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.intents[middle];
      if (other && isBefore(intent, other)) low = middle + 1;
      else high = middle;
    }
    this.intents.splice(low, 0, intent);
  }

  /** When the next one is; undefined when nobody means to do anything. */
  get nextAt(): number | undefined {
    return this.intents.at(-1)?.at;
  }

  /** Takes the next one that is due. */
  takeDue(now: number): Intent | undefined {
    const next = this.intents.at(-1);
    if (next === undefined || next.at > now) return undefined;
    return this.intents.pop();
  }
}
