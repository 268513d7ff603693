import { AwsError } from '../errors/aws-error.js';
import { LONGEST_EXPRESS_SECONDS, type Machine } from '../states-language/definition/machine.js';
import { notStarted } from '../states-language/execution/execution-state.js';
import type { HistoryEvent } from '../states-language/execution/history-event.js';
import { chanceOf } from './chance.js';
import { closedRecord, factsOf, type LoadedExecution } from './execution-store.js';
import type { Perform } from './executions.js';
import { LiveExecution, type Surroundings } from './live-execution.js';
import { logEvents } from './logging.js';
import type { Machines } from './machines.js';
import type { StepFunctionsOptions } from './ports.js';
import type { ExecutionRecord } from './records.js';

interface Running {
  readonly live: LiveExecution;
  readonly events: HistoryEvent[];
  /** Tells who waits for its end that there will be none. */
  readonly abandon: () => void;
}

/**
 * The executions of Express machines. They are in memory alone: nobody can ask for one by its name, and one that runs
 * when the host ends is lost.
 */
export class ExpressExecutions {
  private readonly running = new Map<string, Running>();

  constructor(
    private readonly options: StepFunctionsOptions & { readonly randomId: () => string },
    private readonly machines: Machines,
    private readonly perform: Perform,
  ) {}

  /** Begins one; `ended` resolves with how it ended. */
  async start(record: ExecutionRecord): Promise<{ readonly ended: Promise<ExecutionRecord> }> {
    const machine = await this.machines.definition(record.machineArn, record.revision);
    const ended = this.run(record, machine);
    // Who only starts it does not hear how it ended.
    ended.catch(() => undefined);
    await this.running.get(record.arn)?.live.send(() => ({ kind: 'start' }));
    return { ended };
  }

  private run(record: ExecutionRecord, machine: Machine): Promise<ExecutionRecord> {
    const { arn } = record;
    return new Promise<ExecutionRecord>((resolve, reject) => {
      const events: HistoryEvent[] = [];
      const live = new LiveExecution(arn, this.loaded(record, machine), this.surroundings(events, resolve));
      const abandon = () => reject(new AwsError('InternalServerError', `The host ended before ${arn}`, 500));
      this.running.set(arn, { live, events, abandon });
    });
  }

  /** The events of one that runs, from the one after the place `after` on; undefined for one that does not. */
  history(
    arn: string,
    after: number | undefined,
  ): AsyncIterable<readonly [place: number, event: HistoryEvent]> | undefined {
    const events = this.running.get(arn)?.events;
    return events === undefined ? undefined : fromPlace(events, (after ?? -1) + 1);
  }

  async close(): Promise<void> {
    const running = [...this.running.values()];
    this.running.clear();
    await Promise.all(running.map(({ live }) => live.close()));
    for (const { abandon } of running) abandon();
  }

  private loaded(record: ExecutionRecord, machine: Machine): LoadedExecution {
    const { region, randomId } = this.options;
    const timeoutSeconds = Math.min(
      machine.timeoutSeconds ?? LONGEST_EXPRESS_SECONDS,
      LONGEST_EXPRESS_SECONDS,
    );
    return {
      machine: { ...machine, timeoutSeconds },
      chance: chanceOf(record.arn, randomId),
      record,
      state: notStarted(factsOf(record, region)),
      stored: 0,
      first: [],
    };
  }

  private surroundings(events: HistoryEvent[], ended: (record: ExecutionRecord) => void): Surroundings {
    const nobody = () => undefined;
    return {
      clock: this.options.clock,
      load: (arn) => Promise.reject(new AwsError('InternalServerError', `${arn} is not in memory`, 500)),
      append: ({ record }, entries, reached) => {
        for (const { event } of entries) if (event !== undefined) events.push(event);
        logEvents(record, entries, this.options.onLogEntry);
        if (reached.status !== 'RUNNING') {
          this.running.delete(record.arn);
          ended(closedRecord(record, reached));
        }
        return Promise.resolve();
      },
      perform: (call, { state, record }) => this.perform(call, state, record.mocks),
      // An Express machine has no task that waits for a child.
      watchChild: nobody,
      leaveChild: nobody,
      rests: nobody,
      report: (arn, fault) => {
        process.emitWarning(
          `${arn}: ${fault instanceof Error ? fault.message : 'a fault'}`,
          'StepFunctionsFault',
        );
      },
    };
  }
}

async function* fromPlace(
  events: readonly HistoryEvent[],
  first: number,
): AsyncIterable<readonly [number, HistoryEvent]> {
  await Promise.resolve();
  for (const [place, event] of events.entries()) if (place >= first) yield [place, event];
}
