import type { JsonObject } from '../json.js';
import { applyEntry, type Change, type Entry } from './change.js';
import type { ExecutionState, Phase, StateRun, Thread } from './execution-state.js';
import type { HistoryEvent, HistoryEventType } from './history-event.js';
import { workingCopy, type WorkingState } from './working-state.js';

/** AWS ends an execution with the event of this id, whatever it was about to do. */
export const HISTORY_LIMIT = 25_000;

/** There is room for the end of the execution only. */
export class HistoryFull extends Error {}

interface EmitOptions {
  /** The event it follows, when that is not the last one of the thread. */
  readonly follows?: number;
  /** Whether the thread goes on from it (yes unless told). */
  readonly advance?: boolean;
}

/** An entry that further changes may be added to. */
interface WrittenEntry extends Entry {
  readonly changes: Change[];
}

/** Collects the entries of one decision, keeping the state they lead to at hand. */
export class Draft {
  private readonly written: WrittenEntry[] = [];
  private readonly current: WorkingState;

  constructor(
    before: ExecutionState,
    /** Epoch milliseconds. */
    readonly now: number,
  ) {
    this.current = workingCopy(before);
  }

  get entries(): readonly Entry[] {
    return this.written;
  }

  get state(): ExecutionState {
    return this.current;
  }

  thread(id: string): Thread {
    const thread = this.current.threads.get(id);
    if (thread === undefined) throw new RangeError(`No thread '${id}' in ${this.current.facts.arn}`);
    return thread;
  }

  /** The state the thread is in. */
  run(id: string): StateRun {
    const { state } = this.thread(id);
    if (state === undefined)
      throw new RangeError(`Thread '${id}' of ${this.current.facts.arn} is in no state`);
    return state;
  }

  /** Writes an event of a thread; answers with its id. */
  emit(thread: string, type: HistoryEventType, details?: JsonObject, options: EmitOptions = {}): number {
    const previousEventId = options.follows ?? this.current.threads.get(thread)?.previous ?? 0;
    const id = this.write({ previousEventId, type, details });
    if (options.advance !== false && this.current.threads.get(thread) !== undefined) {
      this.change({ to: 'thread', thread, set: { previous: id } });
    }
    return id;
  }

  /** Writes an event of the execution as a whole. */
  emitOverall(type: HistoryEventType, previousEventId: number, details: JsonObject): number {
    return this.write({ previousEventId, type, details });
  }

  /** Adds a change to the last event of this decision, or to an entry of its own when there is none. */
  change(change: Change): void {
    const last = this.written.at(-1);
    if (last === undefined) this.written.push({ changes: [change] });
    else last.changes.push(change);
    applyEntry(this.current, { changes: [change] });
  }

  phase(thread: string, phase: Phase): void {
    this.change({ to: 'state', thread, set: { phase } });
  }

  private write(event: Omit<HistoryEvent, 'id' | 'timestamp'>): number {
    const id = this.current.lastEventId + 1;
    if (id >= HISTORY_LIMIT && !event.type.startsWith('Execution')) throw new HistoryFull();
    const { details, ...rest } = event;
    const entry: WrittenEntry = {
      event: { id, timestamp: this.now, ...rest, ...(details === undefined ? {} : { details }) },
      changes: [],
    };
    this.written.push(entry);
    applyEntry(this.current, entry);
    return id;
  }
}
