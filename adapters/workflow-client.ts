import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';

/** Starts executions and resolves the tasks that wait in them. Only ids and options go in. */
export class WorkflowClient {
  constructor(private readonly sfn: Pick<SFNClient, 'send'>) {}

  /** Starts a request's execution; one that was started before is left alone. */
  async start(stateMachineArn: string, town: string, request: string): Promise<void> {
    try {
      const input = JSON.stringify({ contract: 1, town, request });
      await this.sfn.send(new StartExecutionCommand({ stateMachineArn, name: request, input }));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  }

  /** Resolves a waiting task; false when nothing waits for it any more. */
  async resolve(token: string, output: { n: number; option: string }): Promise<boolean> {
    try {
      await this.sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }));
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
