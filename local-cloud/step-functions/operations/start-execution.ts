import { startOnce, startRequest } from '../start.js';
import { wireTime, type Operation } from './operation.js';

export const startExecution: Operation = async (input, service) => {
  const record = await startOnce(startRequest(input), service);
  return { executionArn: record.arn, startDate: wireTime(record.startedAt) };
};
