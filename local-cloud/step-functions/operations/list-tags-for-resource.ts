import type { Operation } from './operation.js';
import { taggedMachine } from './tags-member.js';

export const listTagsForResource: Operation = async (input, { machines }) => {
  const { tags = {} } = await taggedMachine(input, { machines });
  return { tags: Object.entries(tags).map(([key, value]) => ({ key, value })) };
};
