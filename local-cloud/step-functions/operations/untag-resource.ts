import { AwsError } from '../../errors/aws-error.js';
import { isJsonArray, toJson } from '../../states-language/json.js';
import type { Operation } from './operation.js';
import { taggedMachine } from './tags-member.js';

/** A key that is not there is passed over. */
export const untagResource: Operation = async (input, { machines }) => {
  const keys = toJson(input.tagKeys);
  if (!isJsonArray(keys)) throw new AwsError('ValidationException', "The member 'tagKeys' is required");
  const { arn } = await taggedMachine(input, { machines });
  return machines.exclusively(arn, async () => {
    const machine = await machines.get(arn);
    const kept = Object.entries(machine.tags ?? {}).filter(([key]) => !keys.includes(key));
    await machines.save({ ...machine, tags: Object.fromEntries(kept) });
    return {};
  });
};
