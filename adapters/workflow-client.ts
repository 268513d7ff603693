import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { liveOf } from './live-alias.js';

/** Starts executions and resolves the tasks that wait in them. Only ids and options go in. */
export class WorkflowClient {
  constructor(private readonly sfn: Pick<SFNClient, 'send'>) {}

  /** Starts a request's execution, the first unless `name` is another's; one that was started before is left alone. */
  start(stateMachineArn: string, town: string, request: string, name = request): Promise<void> {
    return this.startOnce(stateMachineArn, name, { town, request });
  }

  /** Starts the machine of a recurring system for a day or a month; one that was started before is left alone. */
  startRound(stateMachineArn: string, town: string, date: string): Promise<void> {
    return this.startOnce(stateMachineArn, `${town}-${date}`, { town, date });
  }

  /** Starts the machine of a task of the staff; one that was started before is left alone. */
  startTask(stateMachineArn: string, town: string, task: string): Promise<void> {
    return this.startOnce(stateMachineArn, task, { town, task });
  }

  private async startOnce(stateMachineArn: string, name: string, ids: object): Promise<void> {
    try {
      const input = JSON.stringify({ contract: 1, ...ids });
      await this.sfn.send(
        new StartExecutionCommand({ stateMachineArn: liveOf(stateMachineArn), name, input }),
      );
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  }

  /** How an execution stands; undefined when there is none by this name, or AWS keeps it no more. */
  async statusOf(stateMachineArn: string, name: string): Promise<string | undefined> {
    const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    try {
      return (await this.sfn.send(new DescribeExecutionCommand({ executionArn }))).status;
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined;
      throw error;
    }
  }

  /** Resolves a waiting task; false when nothing waits for it any more. */
  resolve(token: string, output: object): Promise<boolean> {
    return this.settle(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }));
  }

  /** Ends a waiting task with an error that its machine knows by name; false when nothing waits for it any more. */
  fail(token: string, error: string): Promise<boolean> {
    return this.settle(new SendTaskFailureCommand({ taskToken: token, error }));
  }

  private async settle(command: SendTaskSuccessCommand | SendTaskFailureCommand): Promise<boolean> {
    try {
      await (command instanceof SendTaskSuccessCommand ? this.sfn.send(command) : this.sfn.send(command));
      return true;
    } catch (error) {
      if (
        error instanceof TaskTimedOut ||
        error instanceof TaskDoesNotExist ||
        error instanceof InvalidToken
      ) {
        return false;
      }
      throw error;
    }
  }
}
