import { AwsError } from '../../errors/aws-error.js';
import type { Operation } from './operation.js';
import { checkTagCount, taggedMachine, tagsIn } from './tags-member.js';

/** A tag that is there gets the new value. */
export const tagResource: Operation = async (input, { machines }) => {
  const added = tagsIn(input);
  if (added === undefined) throw new AwsError('ValidationException', "The member 'tags' is required");
  const { arn } = await taggedMachine(input, { machines });
  return machines.exclusively(arn, async () => {
    const machine = await machines.get(arn);
    const tags = { ...machine.tags, ...added };
    checkTagCount(tags, arn);
    await machines.save({ ...machine, tags });
    return {};
  });
};
