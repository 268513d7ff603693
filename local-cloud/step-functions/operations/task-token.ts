import { AwsError } from '../../errors/aws-error.js';
import { threadOfToken } from '../../states-language/execution/effects.js';
import type { Stimulus } from '../../states-language/execution/stimulus.js';
import { executionOfToken } from '../chance.js';
import { requiredText } from '../request-members.js';
import type { Service } from './operation.js';

type ForTask = (thread: string, task: number) => Stimulus;

function ended(): AwsError {
  return new AwsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
}

/**
 * Tells the task that was given this token what has happened. InvalidToken for what is no token, TaskDoesNotExist for
 * one of an execution that is not here, TaskTimedOut for a task that has ended.
 */
export async function tellTask(
  input: Readonly<Record<string, unknown>>,
  { executions }: Service,
  stimulus: ForTask,
): Promise<void> {
  const token = requiredText(input, 'taskToken', 1, 2_048);
  const arn = executionOfToken(token);
  if (arn === undefined) throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
  if ((await executions.stored.find(arn)) === undefined) {
    throw new AwsError('TaskDoesNotExist', "Task Does Not Exist: 'Provided task does not exist'");
  }
  const heard = await executions.send(arn, (state) => {
    const thread = threadOfToken(state, token);
    const phase = thread === undefined ? undefined : state.threads.get(thread)?.state?.phase;
    if (thread === undefined || phase?.kind !== 'task') throw ended();
    const told = stimulus(thread, phase.task.id);
    if (told.kind !== 'heartbeat') executions.leaveChildrenAlone(arn, state, thread);
    return told;
  });
  if (!heard) throw ended();
}
