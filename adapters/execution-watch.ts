import {
  DescribeExecutionCommand,
  type DescribeExecutionOutput,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type ExecutionListItem,
  ExecutionNotRedrivable,
  type ExecutionStatus,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  InvalidToken,
  ListExecutionsCommand,
  type ListExecutionsCommandOutput,
  RedriveExecutionCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { liveOf } from './live-alias.js';

/** An execution as a list shows it; moments in ISO 8601. */
export interface WatchedExecution {
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly startedAt: string;
  readonly stoppedAt?: string | undefined;
  readonly redrives: number;
}

export interface DescribedExecution extends WatchedExecution {
  readonly input: string;
  readonly output?: string | undefined;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
  readonly isRedrivable: boolean;
  readonly redriveStatusReason?: string | undefined;
}

/** An event as AWS gives it, but for its moment, which is in ISO 8601. */
export interface WatchedEvent {
  readonly id: number;
  readonly type: string;
  readonly timestamp: string;
  readonly [detail: string]: unknown;
}

export interface ExecutionsPage {
  readonly executions: readonly WatchedExecution[];
  readonly nextToken?: string | undefined;
}

export interface EventsPage {
  readonly events: readonly WatchedEvent[];
  readonly nextToken?: string | undefined;
}

/** A definition that a machine's executions run by, and the role under which they do. */
export interface UsedDefinition {
  readonly definition: string;
  readonly roleArn: string;
}

/** So many executions are asked for their own definition: those that began first have the oldest. */
const MOST_EARLIEST = 200;

/** Events of one page of a history; AWS gives at most 1,000. */
const EVENTS = 1000;

/** Pages of a history that are read for its events: 4,000 events, longer than any request's so far. */
const MOST_PAGES = 4;

const momentOf = (date: Date | undefined): string => (date ?? new Date(0)).toISOString();

const watched = (item: Partial<ExecutionListItem> | DescribeExecutionOutput): WatchedExecution => ({
  name: item.name ?? '',
  status: item.status ?? 'RUNNING',
  startedAt: momentOf(item.startDate),
  stoppedAt: item.stopDate?.toISOString(),
  redrives: item.redriveCount ?? 0,
});

const eventOf = ({
  id = 0,
  type = 'ExecutionStarted',
  timestamp,
  ...details
}: HistoryEvent): WatchedEvent => ({
  ...details,
  id,
  type,
  timestamp: momentOf(timestamp),
});

/** Executions as administrators see them, and what they may do to one. */
export class ExecutionWatch {
  constructor(private readonly sfn: Pick<SFNClient, 'send'>) {}

  /** Executions of a machine, the latest first; undefined when the token is none of this list. */
  list(
    stateMachineArn: string,
    query: { statusFilter?: ExecutionStatus | undefined; nextToken?: string | undefined; maxResults: number },
  ): Promise<ExecutionsPage | undefined> {
    return unless(InvalidToken, async () => {
      const { executions = [], nextToken } = await this.sfn.send(
        new ListExecutionsCommand({ stateMachineArn, ...query }),
      );
      return { executions: executions.map(watched), nextToken };
    });
  }

  find(executionArn: string): Promise<DescribedExecution | undefined> {
    return unless(ExecutionDoesNotExist, async () => {
      const found = await this.sfn.send(new DescribeExecutionCommand({ executionArn }));
      const { input = '{}', output, error, cause, redriveStatus, redriveStatusReason } = found;
      const isRedrivable = redriveStatus === 'REDRIVABLE';
      return { ...watched(found), input, output, error, cause, isRedrivable, redriveStatusReason };
    });
  }

  /** The definition that the execution runs: a deployment since then may have another. */
  async definition(executionArn: string): Promise<string> {
    const { definition = '{}' } = await this.sfn.send(
      new DescribeStateMachineForExecutionCommand({ executionArn }),
    );
    return definition;
  }

  /**
   * The definition that the machine has now, and those by which its running executions began before the last
   * deployment.
   */
  async definitionsInUse(stateMachineArn: string): Promise<readonly UsedDefinition[]> {
    const found = new Map<string, UsedDefinition>();
    const add = ({ definition = '{}', roleArn = '' }: Partial<UsedDefinition>): void =>
      void found.set(`${roleArn} ${definition}`, { definition, roleArn });
    add(await this.sfn.send(new DescribeStateMachineCommand({ stateMachineArn })));
    for (const executionArn of (await this.running(stateMachineArn)).slice(-MOST_EARLIEST))
      add(await this.sfn.send(new DescribeStateMachineForExecutionCommand({ executionArn })));
    return [...found.values()];
  }

  /** Every execution that runs, the latest first. */
  private async running(stateMachineArn: string): Promise<string[]> {
    const running: string[] = [];
    let nextToken: string | undefined;
    do {
      const page: ListExecutionsCommandOutput = await this.sfn.send(
        new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING', nextToken, maxResults: 1000 }),
      );
      running.push(...(page.executions ?? []).flatMap(({ executionArn }) => executionArn ?? []));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return running;
  }

  /** Undefined when the token is none of this history. */
  history(
    executionArn: string,
    query: { nextToken?: string | undefined; reverseOrder: boolean; maxResults?: number },
  ): Promise<EventsPage | undefined> {
    return unless(InvalidToken, async () => {
      const { events = [], nextToken } = await this.sfn.send(
        new GetExecutionHistoryCommand({ executionArn, maxResults: EVENTS, ...query }),
      );
      return { events: events.map(eventOf), nextToken };
    });
  }

  /** The events of an execution, for its bill; undefined when it is no longer kept. `whole`: all of them were read. */
  async events(executionArn: string): Promise<{ events: WatchedEvent[]; whole: boolean } | undefined> {
    return unless(ExecutionDoesNotExist, async () => {
      const read: WatchedEvent[] = [];
      let nextToken: string | undefined;
      for (let pages = 0; pages < MOST_PAGES; pages += 1) {
        const page = await this.history(executionArn, { nextToken, reverseOrder: false });
        read.push(...(page?.events ?? []));
        nextToken = page?.nextToken;
        if (nextToken === undefined) break;
      }
      return { events: read, whole: nextToken === undefined };
    });
  }

  /** Goes on from where it failed; false when it cannot. */
  async redrive(executionArn: string): Promise<boolean> {
    const done = await unless(ExecutionNotRedrivable, async () => {
      await this.sfn.send(new RedriveExecutionCommand({ executionArn }));
      return true;
    });
    return done ?? false;
  }

  /** Starts an execution of a machine; false when there was one by this name before. */
  async start(stateMachineArn: string, name: string, input: string): Promise<boolean> {
    const started = await unless(ExecutionAlreadyExists, async () => {
      await this.sfn.send(
        new StartExecutionCommand({ stateMachineArn: liveOf(stateMachineArn), name, input }),
      );
      return true;
    });
    return started ?? false;
  }

  /** `cause` is kept in its history. */
  async stop(executionArn: string, cause: string): Promise<void> {
    await this.sfn.send(new StopExecutionCommand({ executionArn, error: 'StoppedInTheConsole', cause }));
  }
}

type ErrorClass = new (...given: never[]) => Error;

/** The result of `call`; undefined when it fails with this error. */
async function unless<T>(error: ErrorClass, call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (caught) {
    if (caught instanceof error) return undefined;
    throw caught;
  }
}
