import { AwsError } from '../../errors/aws-error.js';
import { parseJson, PAYLOAD_LIMIT_BYTES, type Json } from '../../states-language/json.js';
import { PAYLOAD, requiredText } from '../request-members.js';
import type { Operation } from './operation.js';
import { tellTask } from './task-token.js';

function outputOf(text: string): Json {
  try {
    return parseJson(text);
  } catch (thrown) {
    throw new AwsError(
      'InvalidOutput',
      `Invalid Output: '${thrown instanceof Error ? thrown.message : String(thrown)}'`,
    );
  }
}

export const sendTaskSuccess: Operation = async (input, service) => {
  const result = outputOf(requiredText(input, 'output', 0, PAYLOAD_LIMIT_BYTES, PAYLOAD));
  await tellTask(input, service, (thread, task) => ({ kind: 'succeeded', thread, task, result }));
  return {};
};
