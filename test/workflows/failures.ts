import type { Failing } from './machines-at-work.js';

/** The first call and every retry of it. */
const ALL = 7;

/** Nothing catches it. */
export const FATAL = 'States.Runtime';

export type HowItFails = Omit<Failing, 'state'>;
export const before = (error: string, times = ALL): HowItFails => ({ error, times });
const after = (error: string, times = ALL): HowItFails => ({ error, times, done: true });

/** What can befall the call of a function, by how the machines treat it. */
export const OF_FUNCTIONS: readonly HowItFails[] = [
  // Retried, and well the second time.
  before('TypeError', 1),
  after('TypeError', 1),
  // Retried until the duty desk is told: our own errors, a record that others write all the time, a payload that is refused, Lambda's.
  before('RequestBusy'),
  after('RequestBusy'),
  before('ZodError'),
  before('Sandbox.Timedout'),
  before('Lambda.TooManyRequestsException'),
  before('Lambda.ServiceException'),
  before('States.QueryEvaluationError'),
  // Told at once.
  before('States.Timeout', 1),
  // An answer that is larger than AWS takes.
  after('States.DataLimitExceeded', 1),
  // The execution ends, and another takes its work up.
  before(FATAL, 1),
];
/** What can befall the start of another execution. */
export const OF_EXECUTIONS: readonly HowItFails[] = [
  before('StepFunctions.ThrottlingException', 1),
  before('StepFunctions.ThrottlingException'),
  before('StepFunctions.ExecutionLimitExceededException', 1),
  before('States.Timeout', 1),
  before(FATAL, 1),
];
