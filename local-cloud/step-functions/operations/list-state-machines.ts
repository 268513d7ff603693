import { pageSize } from '../request-members.js';
import { wireTime, type Operation } from './operation.js';
import { pageStart, pageToken } from './page.js';

/** Newest first, as the console lists them. */
export const listStateMachines: Operation = async (input, { machines }) => {
  const size = pageSize(input);
  const after = pageStart(input);
  const sorted = [...(await machines.all())].sort(
    (a, b) => b.createdAt - a.createdAt || a.arn.localeCompare(b.arn),
  );
  const from = after === undefined ? 0 : sorted.findIndex(({ arn }) => arn === after) + 1;
  const page = sorted.slice(from, from + size);
  const last = page.at(-1);
  return {
    stateMachines: page.map(({ arn, name, type = 'STANDARD', createdAt }) => ({
      stateMachineArn: arn,
      name,
      type,
      creationDate: wireTime(createdAt),
    })),
    ...(last !== undefined && from + size < sorted.length ? { nextToken: pageToken(last.arn) } : {}),
  };
};
