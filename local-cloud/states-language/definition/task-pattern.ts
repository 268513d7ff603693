/** How a Task waits for its result: not at all beyond the call, for a token, or for the job it started. */
export type TaskPattern = 'request' | 'waitForTaskToken' | 'sync' | 'sync:2';
