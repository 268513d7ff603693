import { pageSize, requiredArn } from '../request-members.js';
import { wireTime, type Operation } from './operation.js';
import { onePage } from './page.js';

/** Newest first; a machine that is not there has none. */
export const listStateMachineVersions: Operation = async (input, { versions }) => {
  const all = await versions.of(requiredArn(input, 'stateMachineArn'));
  const { items, next } = onePage(all, input, pageSize(input));
  return {
    stateMachineVersions: items.map(({ arn, createdAt }) => ({
      stateMachineVersionArn: arn,
      creationDate: wireTime(createdAt),
    })),
    ...next,
  };
};
