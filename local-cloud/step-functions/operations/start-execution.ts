import { PAYLOAD_LIMIT_BYTES } from '../../states-language/json.js';
import { optionalText, PAYLOAD, requiredArn } from '../request-members.js';
import { startOnce } from '../start.js';
import { wireTime, type Operation } from './operation.js';

export const startExecution: Operation = async (input, service) => {
  const record = await startOnce(
    {
      machineArn: requiredArn(input, 'stateMachineArn'),
      name: optionalText(input, 'name', 1, 80),
      input: optionalText(input, 'input', 0, PAYLOAD_LIMIT_BYTES, PAYLOAD) ?? '{}',
      traceHeader: optionalText(input, 'traceHeader', 0, 256),
    },
    service,
  );
  return { executionArn: record.arn, startDate: wireTime(record.startedAt) };
};
