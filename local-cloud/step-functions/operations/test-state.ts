import { runTest } from '../test-state/run-test.js';
import { readTest } from '../test-state/state-test.js';
import { answerOf } from '../test-state/test-answer.js';
import type { Operation } from './operation.js';

/** Runs one state, by itself or where it stands in a machine; nothing of it is kept. */
export const testState: Operation = async (input, service) => {
  const test = await readTest(input);
  return answerOf(await runTest(test, service), test);
};
